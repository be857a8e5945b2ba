import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../json.js'
import { bniClientId, bniJws, signBniBody } from './bni-jws.js'
import { hs256 } from './hs256.js'

const schemes = bniJws({ inBody: ['/H2H/v2/'], inHeader: ['/rdn/v2.1/'] })
const credentials = { apiKey: 'kunci', apiSecret: 'rahasia-contoh', appName: 'Contoh App' }
const prepare = (more: object = {}) =>
  schemes.prepare({ ...credentials, ...more }, { baseUrl: 'https://sandbox.bni.co.id' })
const clientId = 'IDBNIQ29udG9oIEFwcA=='
const sign = (body: JsonObject) => signBniBody({ body, clientId, signJws: hs256('rahasia-contoh') })

/** The payload of a compact JWS, whose MAC node:crypto has found right. */
const payloadOf = (jws: string, secret = 'rahasia-contoh'): string => {
  const [header = '', payload = '', mac] = jws.split('.')
  expect(Buffer.from(header, 'base64url').toString()).toBe('{"alg":"HS256","typ":"JWT"}')
  expect(mac).toBe(createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url'))
  return Buffer.from(payload, 'base64url').toString()
}

describe('clientId', () => {
  // The first from BNI's own test; the others by: printf '%s' "$name" | openssl base64 -A
  it.each([
    ['Test APP', 'IDBNIVGVzdCBBUFA='],
    ['Contoh App', clientId],
    ['Toko Aïsyah', 'IDBNIVG9rbyBBw69zeWFo'],
    ['a', 'IDBNIYQ=='],
  ])('of %s', (name, id) => expect(bniClientId(name)).toBe(id))
})

describe('the JWS inside the body', () => {
  it('is that of BNI’s own test, and of a vector made with openssl', async () => {
    const jws = (
      await hs256('test-secret')('{"clientId":"IDBNIVGVzdCBBUFA=","accountNo":"0115476117"}')
    ).join('.')
    expect(jws).toBe(
      'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JVkdWemRDQkJVRkE9IiwiYWNjb3VudE5vIjoiMDExNTQ3NjExNyJ9.ljWtFHL0dHhLPw97U8SVWsFV3fRIJItHlQ-HPqCRUwc',
    )
    expect(await sign({ accountNo: '1234567890' })).toMatch(
      /\.apnRWJMT-Mo88G8ttb2fld4MHJ7zuCCj7jZydgc0_Jg"\}$/,
    )
  })

  it('signs exactly the text that stands before it', async () => {
    const anything = fc.dictionary(
      fc
        .string({ unit: 'binary' })
        .filter((name) => !['signature', 'clientId', 'customerReferenceNumber'].includes(name)),
      fc.jsonValue(),
    )
    await fc.assert(
      fc.asyncProperty(anything, async (body) => {
        const text = await sign(body)
        const { signature, ...rest } = JSON.parse(text)
        const signed = payloadOf(signature)
        expect(text).toBe(`${signed.slice(0, -1)},"signature":"${signature}"}`)
        expect(signed.startsWith(`{"clientId":"${clientId}"`)).toBe(true)
        expect(rest).toEqual({ clientId, ...JSON.parse(JSON.stringify(body)) })
      }),
    )
  })

  it('leaves slashes and letters as they are', async () => {
    expect(payloadOf(JSON.parse(await sign({ remark: 'a/b é \u2028' })).signature)).toBe(
      `{"clientId":"${clientId}","remark":"a/b é \u2028"}`,
    )
  })

  it('keeps a clientId where the caller put it, if it is the right one', async () => {
    expect(await sign({ accountNo: '1', clientId })).toMatch(
      /^\{"accountNo":"1","clientId":"IDBNIQ29udG9oIEFwcA==","signature":"/,
    )
    await expect(sign({ clientId: 'IDBNIYQ==' })).rejects.toThrow(TypeError)
    await expect(sign({ clientId: '' })).rejects.toThrow('"clientId" in the body must be that of "appName"')
  })

  it.each([
    ['a member', { signature: 'x' }],
    ['a member without a value', { signature: null }],
    ['what toJSON writes', { toJSON: () => ({ signature: 'x' }) }],
  ])('refuses a body that has a signature: %s', async (_, body) => {
    await expect(sign(body)).rejects.toThrow('"signature" must be left out of the body')
  })

  it.each(['', '123456789012345678901', '12a', ' 1', '1\n', 12, null])(
    'refuses the customerReferenceNumber %j',
    async (customerReferenceNumber) => {
      await expect(sign({ customerReferenceNumber })).rejects.toThrow('must be 1 to 20 digits')
    },
  )

  it('takes one of 20 digits', async () => {
    await expect(sign({ customerReferenceNumber: '12345678901234567890' })).resolves.toContain('1234567890"')
  })

  it('writes a body without members too', async () => {
    expect(payloadOf(JSON.parse(await sign({})).signature)).toBe(`{"clientId":"${clientId}"}`)
  })
})

describe('the products of version 2.1', () => {
  it('wrap the body, and sign it with the time in headers', async () => {
    const { finishBody, sign: signCall } = prepare()
    const path = '/rdn/v2.1/inquiry/account/info'
    const body = await finishBody?.(
      { header: { companyId: 'SANDBOX' }, accountNumber: '0115476117' },
      { path },
    )
    expect(body).toBe('{"request":{"header":{"companyId":"SANDBOX"},"accountNumber":"0115476117"}}')
    const call = { method: 'POST', path, body: String(body), externalId: '', epochMs: 1795314930123 }
    // sh test/bni/sign.sh rahasia-contoh '{"request":{"header":{"companyId":"SANDBOX"},"accountNumber":"0115476117"},"timestamp":"2026-11-22T02:35:30.123Z"}'
    expect(await signCall({ ...call, accessToken: 'token' })).toEqual({
      headers: {
        'x-api-key': 'kunci',
        'x-signature': 'yjo5RcnWOKtnxA4p9kFTC4LgNbVjYDmMHWsLXvgXaCc',
        'x-timestamp': '2026-11-22T02:35:30.123Z',
      },
      query: { access_token: 'token' },
      secrets: ['token', 'kunci', 'yjo5RcnWOKtnxA4p9kFTC4LgNbVjYDmMHWsLXvgXaCc'],
    })
  })

  it('refuse a body that is wrapped already', () => {
    const wrap = (body: JsonObject) => prepare().finishBody?.(body, { path: '/rdn/v2.1/x' })
    expect(() => wrap({ request: { a: 1 } })).toThrow('must be what stands inside "request"')
    expect(wrap({ request: { a: 1 }, b: 2 })).toBe('{"request":{"request":{"a":1},"b":2}}')
    expect(wrap({})).toBe('{"request":{}}')
  })
})

describe('misuse', () => {
  it.each(['/H2H/getbalance', '/digiloan/prescreening', '/x/H2H/v2/', '/'])('path %s', (path) => {
    expect(() => prepare().finishBody?.({}, { path })).toThrow('how other paths are signed is not known')
  })

  it.each([
    [{ apiKey: undefined }, '"apiKey" must be a non-empty string, got undefined'],
    [{ apiKey: 'a\nb' }, '"apiKey" must be visible ASCII'],
    [{ apiKey: 'é' }, '"apiKey" must be visible ASCII'],
    [{ apiSecret: '' }, '"apiSecret" must be a non-empty string, got an empty string'],
    [{ apiSecret: 'secret\n' }, '"apiSecret" must not begin or end with white space'],
    [{ appName: 5 }, '"appName" must be a non-empty string, got number'],
    [{ appName: ' App' }, '"appName" must not begin or end with white space'],
  ])('%j', (wrong, sentence) => {
    expect(() => prepare(wrong)).toThrow(TypeError)
    expect(() => prepare(wrong)).toThrow(sentence)
  })
})
