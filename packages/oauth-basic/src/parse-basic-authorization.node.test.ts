import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseBasicAuthorization } from './parse-basic-authorization.js'

const basic = (pair: string | Uint8Array) => `Basic ${Buffer.from(pair).toString('base64')}`
const raw = (header: string | null | undefined) => parseBasicAuthorization(header, { encoding: 'raw' })
const form = (header: string | null | undefined) => parseBasicAuthorization(header, { encoding: 'form' })

describe('parseBasicAuthorization', () => {
  it.each([
    ['Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==', { clientId: 'Aladdin', clientSecret: 'open sesame' }],
    ['Basic dGVzdDoxMjPCow==', { clientId: 'test', clientSecret: '123£' }],
  ])('reads the RFC 7617 example %s', (header, client) => {
    expect(raw(header)).toEqual(client)
  })

  it('reads the RFC 6749 section 2.3.1 example in both encodings', () => {
    const header = 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3'
    const client = { clientId: 's6BhdRkqt3', clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw' }
    expect(raw(header)).toEqual(client)
    expect(form(header)).toEqual(client)
  })

  it('takes the scheme in any case', () => {
    for (const scheme of ['basic', 'BASIC', 'bAsIc'])
      expect(raw(`${scheme} YTpi`)).toEqual({ clientId: 'a', clientSecret: 'b' })
  })

  it('divides at the first colon', () => {
    expect(raw(basic('a:b:c'))).toEqual({ clientId: 'a', clientSecret: 'b:c' })
    expect(form(basic('a:b:c'))).toBeUndefined()
    expect(form(basic('a%3Ab:c%3Ad'))).toEqual({ clientId: 'a:b', clientSecret: 'c:d' })
  })

  it('keeps a byte order mark instead of logging in somebody else', () => {
    expect(raw(basic('\ufeffa:b'))).toEqual({ clientId: '\ufeffa', clientSecret: 'b' })
  })

  it('reads back what a form encoder wrote', () => {
    const credential = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text))
    fc.assert(
      fc.property(credential, credential, (clientId, clientSecret) => {
        const pair = new URLSearchParams([[clientId, clientSecret]]).toString().replace('=', ':')
        expect(form(basic(pair))).toEqual({ clientId, clientSecret })
      }),
    )
  })

  it('never throws, whatever the header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array(), (text, bytes) => {
        for (const header of [text, `Basic ${text}`, basic(bytes), basic(text)]) {
          expect(() => raw(header)).not.toThrow()
          expect(() => form(header)).not.toThrow()
        }
      }),
    )
  })

  it.each([
    ['no header', undefined],
    ['a null header, as from Headers', null],
    ['an empty header', ''],
    ['the scheme alone', 'Basic'],
    ['no credentials', 'Basic '],
    ['another scheme', 'Bearer YTpi'],
    ['two spaces', 'Basic  YTpi'],
    ['a tab', 'Basic\tYTpi'],
    ['a leading space', ' Basic YTpi'],
    ['a trailing space', 'Basic YTpi '],
    ['a trailing line end', 'Basic YTpi\n'],
    ['two sets of credentials', 'Basic YTpi, Basic YTpi'],
    ['missing padding', 'Basic YTpiYw'],
    ['stray bits', 'Basic YTpiYx=='],
    ['the URL alphabet', 'Basic YTo_Pz8_'],
    ['no colon', basic('ab')],
    ['an empty id', basic(':b')],
    ['an empty secret', basic('a:')],
    ['a control character', basic('a:b\n')],
    ['a C1 control character', basic('a:b\u0085')],
    ['a Latin-1 byte', basic(Uint8Array.of(0x61, 0x3a, 0xa3))],
  ])('refuses %s', (_, header) => {
    expect(raw(header)).toBeUndefined()
    expect(form(header)).toBeUndefined()
  })

  it.each(['a:%', 'a:%zz', 'a:%ff', 'a:b/c', 'a:b c', 'a:%0a', 'a:£'])('form refuses %j', (pair) => {
    expect(form(basic(pair))).toBeUndefined()
  })

  it('has no default encoding', () => {
    // @ts-expect-error the encoding is required
    expect(() => parseBasicAuthorization('Basic YTpi', {})).toThrow(TypeError)
  })
})

it('names the missing argument in its own words', () => {
  // @ts-expect-error the argument is required
  expect(() => parseBasicAuthorization('Basic QTpi')).toThrow(
    new TypeError(`"encoding" must be 'raw' or 'form', got another`),
  )
})
