import { describe, expect, it } from 'vitest'
import { clientSecretBasic } from './client-secret-basic.js'
import { clientSecretPost } from './client-secret-post.js'
import { grantInForm } from './grant-in-form.js'
import { grantInJson } from './grant-in-json.js'
import { grantInQuery } from './grant-in-query.js'
import { buildTokenRequest, type TokenRequestOptions } from './token-request.js'

const options = {
  url: 'https://server.example.com/token',
  clientId: 's6BhdRkqt3',
  clientSecret: '7Fjfp0Z Br1&KtDRbnfVdmIw',
  authentication: clientSecretPost(),
}
const build = (more: Partial<TokenRequestOptions>) => buildTokenRequest({ ...options, ...more })
const json = { name: 'grantType' } as const
const grants = {
  form: grantInForm,
  query: grantInQuery,
  json: (extras = {}) => grantInJson({ ...json, ...extras }),
}

describe('where the grant is written', () => {
  it('is a form body by default, as RFC 6749 section 4.4.2 has it', () => {
    expect(build({})).toEqual({
      url: 'https://server.example.com/token',
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: 'grant_type=client_credentials&client_id=s6BhdRkqt3&client_secret=7Fjfp0Z+Br1%26KtDRbnfVdmIw',
    })
    expect(build({ grant: grantInForm() })).toEqual(build({}))
  })

  it('is the query for gateways in the style of Apigee', () => {
    const request = build({ grant: grantInQuery() })
    expect(request).toEqual({
      ...build({}),
      url: 'https://server.example.com/token?grant_type=client_credentials',
      body: 'client_id=s6BhdRkqt3&client_secret=7Fjfp0Z+Br1%26KtDRbnfVdmIw',
    })
    expect(build({ grant: grantInQuery(), url: 'https://server.example.com/token?a=%20b+c' }).url).toBe(
      'https://server.example.com/token?a=%20b+c&grant_type=client_credentials',
    )
    expect(build({ grant: grantInQuery(), url: 'https://server.example.com/?' }).url).toBe(
      'https://server.example.com/?grant_type=client_credentials',
    )
  })

  it('is never the query twice', () => {
    const url = 'https://server.example.com/token?grant_type=client_credentials'
    expect(() => build({ grant: grantInQuery(), url })).toThrow(/^"url" must be without grant_type/)
  })

  it('is JSON by the name that the provider has for it', () => {
    const authentication = clientSecretBasic({ encoding: 'raw' })
    const request = build({ grant: grantInJson(json), authentication, clientSecret: 'open sesame' })
    // printf '%s' 's6BhdRkqt3:open sesame' | openssl base64 -A
    expect(request).toEqual({
      url: 'https://server.example.com/token',
      method: 'POST',
      headers: {
        authorization: 'Basic czZCaGRSa3F0MzpvcGVuIHNlc2FtZQ==',
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: '{"grantType":"client_credentials"}',
    })
    expect(build({ grant: grantInJson({ name: 'grant_type' }), clientSecret: '"\\' }).body).toBe(
      '{"grant_type":"client_credentials","client_id":"s6BhdRkqt3","client_secret":"\\"\\\\"}',
    )
    // @ts-expect-error the name is required
    expect(() => grantInJson()).toThrow(/^"name" must be 'grant_type' or 'grantType', got undefined/)
    // @ts-expect-error the name is required
    expect(() => grantInJson({})).toThrow(/^"name" must be 'grant_type' or 'grantType', got undefined/)
  })
})

describe.each(Object.entries(grants))('extras of grantIn %s', (_, grantIn) => {
  const built = (extras: object) => build({ grant: grantIn(extras) })

  it('are scope, parameters and headers, behind what the flow sets', () => {
    const { headers, body } = built({
      scope: 'resource.WRITE a:b/c+d&e',
      parameters: { audience: 'Bank é &', __proto__x: '1' },
      headers: { 'API-Key': '40 thieves' },
    })
    expect(headers['api-key']).toBe('40 thieves')
    const sent = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
    expect(sent).toMatchObject({ scope: 'resource.WRITE a:b/c+d&e', audience: 'Bank é &', __proto__x: '1' })
    expect(Object.isFrozen(headers)).toBe(true)
  })

  it.each([
    'authorization',
    'Authorization',
    'content-type',
    'Content-Type',
    'ACCEPT',
    'content-length',
    'Host',
    'Transfer-Encoding',
    'content-encoding',
    'connection',
    'expect',
    'te',
    'trailer',
    'upgrade',
    'keep-alive',
    'proxy-authorization',
    '__proto__',
  ])('never replace the header %s', (name) => {
    expect(() => built({ headers: { [name]: 'CANARY' } })).toThrow(
      new TypeError(`"headers" must be free of names in use, got ${name.toLowerCase()}`),
    )
  })

  it.each(['grant_type', 'Grant_Type', 'grantType', 'client_id', 'client_secret', 'scope'])(
    'never replace the parameter %s',
    (name) => {
      expect(() => built({ parameters: { [name]: 'CANARY' } })).toThrow(
        new TypeError(`"parameters" must be free of names in use, got ${name.toLowerCase()}`),
      )
    },
  )

  it('never replace what another client authentication sets, nor each other', () => {
    const authentication = () => ({ headers: { 'X-Client': 'a' }, parameters: { client_assertion: 'b' } })
    for (const extras of [{ headers: { 'x-client': 'c' } }, { parameters: { client_assertion: 'c' } }])
      expect(() => build({ authentication, grant: grantIn(extras) })).toThrow(/free of names in use/)
    expect(() => built({ headers: { 'x-a': '1', 'X-A': '2' } })).toThrow(/free of names in use, got x-a/)
  })

  it.each([
    ['a line end', { a: 'CANARY\r\nx: y' }],
    ['an empty text', { a: '' }],
    ['a number', { a: 7 }],
    ['an undefined text', { a: undefined }],
    ['a name with a space', { 'a CANARY': 'b' }],
    ['an empty name', { '': 'CANARY' }],
    ['a Map', new Map([['a', 'CANARY']])],
    ['a list', ['CANARY']],
    ['a text', 'CANARY'],
    ['null', null],
    ['Headers', new Headers({ a: 'CANARY' })],
  ])('refuse %s, without repeating it', (_, wrong) => {
    expect(() => built({ parameters: wrong })).toThrow(/^"parameters" must be (?!.*CANARY)/)
    expect(() => built({ headers: wrong })).toThrow(/^"headers" must be (?!.*CANARY)/)
  })

  it('refuse a header that is not ASCII, which fetch would refuse with its value in the message', () => {
    expect(() => built({ headers: { a: 'CANARY é' } })).toThrow(/^"headers" must be (?!.*CANARY)/)
  })

  it.each(['', ' ', ' a', 'a ', 'a  b', 'a"b', 'a\\b', 'a\nb', 'é', 7])('refuse the scope %j', (scope) => {
    expect(() => built({ scope })).toThrow(/^"scope" must be/)
  })

  it('leave a signature to the function that can wait for it', () => {
    expect(() => built({ sign: () => ({}) })).toThrow(/^"sign" must be left to clientCredentialsGrant/)
    expect(() => built({ sign: 'CANARY' })).toThrow(new TypeError('"sign" must be a function, got string'))
  })
})
