import { describe, expect, it } from 'vitest'
import { clientSecretBasic } from './client-secret-basic.js'
import { grantInForm } from './grant-in-form.js'
import { grantInJson } from './grant-in-json.js'
import { grantInQuery } from './grant-in-query.js'
import { buildTokenRequest } from './token-request.js'

const options = {
  url: 'https://server.example.com/token',
  clientId: 's6BhdRkqt3',
  clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  authentication: clientSecretBasic({ encoding: 'form' }),
}

describe('buildTokenRequest', () => {
  it('writes the request of RFC 6749 section 4.4.2 with the client of section 2.3.1', () => {
    expect(buildTokenRequest(options)).toEqual({
      url: 'https://server.example.com/token',
      method: 'POST',
      headers: {
        authorization: 'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
      },
      body: 'grant_type=client_credentials',
    })
  })

  it('is frozen', () => {
    const request = buildTokenRequest(options)
    expect(Object.isFrozen(request)).toBe(true)
    expect(Object.isFrozen(request.headers)).toBe(true)
  })

  it('takes any client authentication, which cannot change the body type', () => {
    const { headers } = buildTokenRequest({
      ...options,
      authentication: ({ clientId }) => ({ headers: { 'x-client': clientId, 'content-type': 'text/plain' } }),
    })
    expect(headers).toEqual({
      'x-client': 's6BhdRkqt3',
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    })
  })

  it('never lets an authentication replace the grant, in any form of it', () => {
    const authentication = () => ({ parameters: { grant_type: 'password', grantType: 'password' } })
    expect(buildTokenRequest({ ...options, authentication }).body).toBe(
      'grant_type=client_credentials&grantType=password',
    )
    for (const grant of [grantInForm(), grantInQuery(), grantInJson({ name: 'grantType' })])
      expect(() => buildTokenRequest({ ...options, authentication, grant })).toThrow(
        new TypeError('"authentication" must be without grant_type, got grant_type'),
      )
  })

  it('refuses an authentication that gives a promise, or what is no text', () => {
    for (const [given, name] of [
      [Promise.resolve({}), 'promise'],
      [{ headers: { 'x-a': undefined } }, 'x-a'],
      [{ parameters: { a: 'CANARY\n' } }, 'a'],
    ] as const)
      expect(() => buildTokenRequest({ ...options, authentication: () => given as never })).toThrow(
        new RegExp(`^"${name}" must be text without control character, got (?!.*CANARY)`),
      )
  })

  it('refuses an authentication that is not a function, and a bad URL', () => {
    // @ts-expect-error the authentication is required
    expect(() => buildTokenRequest({ ...options, authentication: undefined })).toThrow(
      /^"authentication" must be/,
    )
    expect(() => buildTokenRequest({ ...options, url: 'http://server.example.com/token' })).toThrow(TypeError)
  })
})
