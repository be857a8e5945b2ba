import { constants, verify } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { bniClient, clientSecret, nicepayClient, publicKey } from './clients.js'
import { serve } from './loopback.js'

interface Seen {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A server that keeps what came over the wire and answers with `body`. */
const watching = async (body: string): Promise<{ readonly url: string; readonly seen: Seen[] }> => {
  const seen: Seen[] = []
  const url = await serve(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    seen.push({ method: request.method, url: request.url, headers: request.headers, body: text })
    response.writeHead(200, { 'content-type': 'application/json' }).end(body)
  })
  return { url, seen }
}

// NICEPAY, request access token (docs.nicepay.co.id, read 2026-11-21): headers, body and answer as the page prints them.
describe("NICEPAY's token request on the wire", () => {
  const answer =
    '{"responseCode":"2007300","responseMessage":"Successful","accessToken":"eyJ0eXAi","tokenType":"Bearer","expiresIn":"900","additionalInfo":{}}'

  it('is what the page asks for, signed over the X-TIMESTAMP it carries', async () => {
    const { url, seen } = await watching(answer)
    // 2024-12-31T03:11:40Z is 10:11:40 in Jakarta.
    const client = nicepayClient({
      baseUrl: `${url}/nicepay`,
      now: () => Date.UTC(2024, 11, 31, 3, 11, 40, 987),
    })
    const token = await client.accessToken()

    expect(token.value).toBe('eyJ0eXAi')
    expect(seen).toHaveLength(1)
    const [{ method, url: path, headers, body } = {} as Seen] = seen
    expect(method).toBe('POST')
    expect(path).toBe('/nicepay/v1.0/access-token/b2b')
    expect(headers['content-type']).toBe('application/json')
    expect(headers['x-timestamp']).toBe('2024-12-31T10:11:40+07:00')
    expect(headers['x-client-key']).toBe('IONPAYTEST')
    expect(headers.authorization).toBeUndefined()
    expect(body).toBe('{"grantType":"client_credentials","additionalInfo":{}}')
    // node:crypto as a second implementation of SHA256withRSA, PKCS#1 v1.5.
    const signature = Buffer.from(String(headers['x-signature']), 'base64')
    const text = Buffer.from('IONPAYTEST|2024-12-31T10:11:40+07:00')
    const key = { key: publicKey, padding: constants.RSA_PKCS1_PADDING }
    expect(verify('sha256', text, key, signature)).toBe(true)
  })

  it('reads the lifetime from text, counted from when the request left', async () => {
    const { url } = await watching(answer)
    const now = Date.UTC(2026, 0, 1)
    const token = await nicepayClient({ baseUrl: url, now: () => now }).accessToken()
    expect(token.expiresAt).toBe(now + 900_000)
  })

  it('falls back to the standard lifetime when the answer names none', async () => {
    const { url } = await watching('{"responseCode":"2007300","accessToken":"t","tokenType":"bearer"}')
    const now = Date.UTC(2026, 0, 1)
    expect((await nicepayClient({ baseUrl: url, now: () => now }).accessToken()).expiresAt).toBe(
      now + 900_000,
    )
  })
})

// BNI, get token (digital services documentation, September 2021).
describe("BNI's token request on the wire", () => {
  const answer =
    '{"access_token":"bX3k","token_type":"Bearer","expires_in":3599,"scope":"resource.WRITE resource.READ"}'

  it('is what the document asks for', async () => {
    const { url, seen } = await watching(answer)
    const token = await bniClient({ baseUrl: url }).accessToken()

    expect(token.value).toBe('bX3k')
    const [{ method, url: path, headers, body } = {} as Seen] = seen
    expect(method).toBe('POST')
    expect(path).toBe('/api/oauth/token')
    expect(headers.authorization).toBe(
      `Basic ${Buffer.from(`bni-client:${clientSecret}`).toString('base64')}`,
    )
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded')
    expect(body).toBe('grant_type=client_credentials')
  })

  it('falls back to the documented lifetime when the answer names none', async () => {
    const { url } = await watching('{"access_token":"bX3k","token_type":"Bearer"}')
    const now = Date.UTC(2026, 0, 1)
    expect((await bniClient({ baseUrl: url, now: () => now }).accessToken()).expiresAt).toBe(now + 3_599_000)
  })

  it('is sent once for all who wait, and not again while the token lives', async () => {
    const { url, seen } = await watching(answer)
    const client = bniClient({ baseUrl: url })
    const tokens = await Promise.all(Array.from({ length: 50 }, () => client.accessToken()))
    expect(new Set(tokens.map(({ value }) => value))).toEqual(new Set(['bX3k']))
    await client.accessToken()
    expect(seen).toHaveLength(1)
  })
})
