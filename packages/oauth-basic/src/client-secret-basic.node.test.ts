import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clientSecretBasic } from './client-secret-basic.js'

const raw = clientSecretBasic({ encoding: 'raw' })
const form = clientSecretBasic({ encoding: 'form' })
const credential = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text))

describe('clientSecretBasic', () => {
  it('follows the example of RFC 6749 section 2.3.1 in both encodings', () => {
    const client = { clientId: 's6BhdRkqt3', clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw' }
    const headers = { authorization: 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3' }
    expect(raw(client)).toEqual({ headers })
    expect(form(client)).toEqual({ headers })
  })

  it.each([
    ['Aladdin', 'open sesame', 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['test', '123£', 'Basic dGVzdDoxMjPCow=='],
  ])('raw follows the RFC 7617 example of %s', (clientId, clientSecret, authorization) => {
    expect(raw({ clientId, clientSecret })).toEqual({ headers: { authorization } })
  })

  it('form follows RFC 6749 Appendix B on both sides', () => {
    // printf '%s' '+%25%26%2B%C2%A3%E2%82%AC:a%3Ab' | openssl base64 -A
    expect(form({ clientId: ' %&+£€', clientSecret: 'a:b' }).headers?.['authorization']).toBe(
      'Basic KyUyNSUyNiUyQiVDMiVBMyVFMiU4MiVBQzphJTNBYg==',
    )
  })

  it('raw writes any credentials as Node does', () => {
    const id = credential.filter((text) => !text.includes(':'))
    fc.assert(
      fc.property(id, credential, (clientId, clientSecret) => {
        const base64 = Buffer.from(`${clientId}:${clientSecret}`, 'utf8').toString('base64')
        expect(raw({ clientId, clientSecret })).toEqual({ headers: { authorization: `Basic ${base64}` } })
      }),
    )
  })

  it('form writes any credentials as URLSearchParams and Node do', () => {
    fc.assert(
      fc.property(credential, credential, (clientId, clientSecret) => {
        const pair = new URLSearchParams([[clientId, clientSecret]]).toString().replace('=', ':')
        const base64 = Buffer.from(pair, 'latin1').toString('base64')
        expect(form({ clientId, clientSecret })).toEqual({ headers: { authorization: `Basic ${base64}` } })
      }),
    )
  })

  it('has no default encoding', () => {
    // @ts-expect-error the encoding is required
    expect(() => clientSecretBasic({})).toThrow(
      new TypeError(`"encoding" must be 'raw' or 'form', got another`),
    )
    // @ts-expect-error only two encodings exist
    expect(() => clientSecretBasic({ encoding: 'loose' })).toThrow(TypeError)
  })

  it('refuses a colon in a raw client id, where it would move the boundary', () => {
    expect(() => raw({ clientId: 'a:b', clientSecret: 'c' })).toThrow(/^"clientId" must be without colon/)
    expect(() => form({ clientId: 'a:b', clientSecret: 'c:d' })).not.toThrow()
    expect(() => raw({ clientId: 'a', clientSecret: 'c:d' })).not.toThrow()
  })

  it.each([
    ['empty', ''],
    ['a line end', 'CANARY\n'],
    ['NUL', 'CANARY\0'],
    ['DEL', 'CANARY\x7f'],
    ['C1 control', 'CANARY\x85'],
    ['lone surrogate', 'CANARY\ud800'],
  ])('refuses credentials with %s, without repeating them', (_, bad) => {
    for (const authenticate of [raw, form])
      for (const [name, client] of [
        ['clientId', { clientId: bad, clientSecret: 'c' }],
        ['clientSecret', { clientId: 'a', clientSecret: bad }],
      ] as const) {
        expect(() => authenticate(client)).toThrow(TypeError)
        expect(() => authenticate(client)).toThrow(new RegExp(`^"${name}" must be (?!.*CANARY)`))
      }
  })

  it('names the type of a missing credential', () => {
    // @ts-expect-error as from an environment variable that is not set
    expect(() => raw({ clientId: 'a', clientSecret: undefined })).toThrow(
      new TypeError('"clientSecret" must be text without control character, got undefined'),
    )
  })
})

it('names the missing argument in its own words', () => {
  // @ts-expect-error the argument is required
  expect(() => clientSecretBasic()).toThrow(new TypeError(`"encoding" must be 'raw' or 'form', got another`))
})
