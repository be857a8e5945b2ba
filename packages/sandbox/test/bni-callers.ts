import { createHash, createHmac } from 'node:crypto'
import type { SandboxProvider } from '@x/sandbox'
import { clientSecret, publicKey, rsa } from './clients.js'

const apiKey = 'CANARY-sandbox-api-key'
const apiSecret = 'CANARY-sandbox-api-secret'

export interface Reply {
  readonly status: number
  readonly text: string
  readonly body: Record<string, unknown>
  readonly source: string
  readonly reason: string
}

const read = async (response: Response): Promise<Reply> => {
  const text = await response.text()
  return {
    status: response.status,
    text,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
    source: response.headers.get('x-sandbox-source') ?? '',
    reason: response.headers.get('x-sandbox-reason') ?? '',
  }
}

/** Every signature here is made by node:crypto, not by the package under test. */
const jws = (payload: string): string => {
  const signed = `${Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url')}.${Buffer.from(payload).toString('base64url')}`
  return `${signed}.${createHmac('sha256', apiSecret).update(signed).digest('base64url')}`
}

export type CallBni = (service: string, members: Readonly<Record<string, unknown>>) => Promise<Reply>

const bniToken = async (bank: SandboxProvider, clientId: string): Promise<string> => {
  bank.registerClient({ clientId, clientSecret, apiKey, apiSecret, partnerId: 'Contoh App' })
  const granted = await bank.fetch(
    new Request('http://127.0.0.1/api/oauth/token', {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    }),
  )
  return ((await granted.json()) as { access_token: string }).access_token
}

/** A client of the classic API with a token. */
export const bniCaller = async (bank: SandboxProvider, clientId = 'shop-1'): Promise<CallBni> => {
  const token = await bniToken(bank, clientId)
  return async (service, members) => {
    const body = { clientId: 'IDBNIQ29udG9oIEFwcA==', ...members }
    return read(
      await bank.fetch(
        new Request(`http://127.0.0.1/H2H/v2/${service}?access_token=${token}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
          body: JSON.stringify({ ...body, signature: jws(JSON.stringify(body)) }),
        }),
      ),
    )
  }
}

export interface HeaderChange {
  /** What is signed in place of the body. */
  readonly signed?: object
  /** What is sent in place of the timestamp that is signed. */
  readonly stamped?: string
  readonly signature?: string
  /** The JWS in place of its third part. */
  readonly whole?: boolean
  readonly ageMs?: number
  readonly timestamp?: '+07:00'
}

/** A client of the v2.1 family: what it is asked to change differs from what is good. */
export const bniHeaderCaller = async (
  bank: SandboxProvider,
): Promise<(body: object, change?: HeaderChange) => Promise<Reply>> => {
  const token = await bniToken(bank, 'shop-1')
  return async (body, change = {}) => {
    const at = Date.now() - (change.ageMs ?? 0)
    const timestamp = change.timestamp === '+07:00' ? jakarta(at) : new Date(at).toISOString()
    const whole = jws(JSON.stringify({ ...(change.signed ?? body), timestamp }))
    const signature = change.signature ?? (change.whole === true ? whole : (whole.split('.')[2] ?? ''))
    return read(
      await bank.fetch(
        new Request(`http://127.0.0.1/p2pl/v2.1/inquiry/account/info?access_token=${token}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-api-key': apiKey,
            'x-signature': signature,
            'x-timestamp': change.stamped ?? timestamp,
          },
          body: JSON.stringify(body),
        }),
      ),
    )
  }
}

export type CallBniSnap = (
  service: string,
  body: Readonly<Record<string, unknown>>,
  externalId?: string,
) => Promise<Reply>

const jakarta = (epochMs: number): string =>
  `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

/** A client of BNI SNAP with a token; each call has an X-EXTERNAL-ID of its own unless one is given. */
export const bniSnapCaller = async (
  bank: SandboxProvider,
  { clientId = 'shop-1', now = Date.now }: { readonly clientId?: string; readonly now?: () => number } = {},
): Promise<CallBniSnap> => {
  bank.registerClient({ clientId, clientSecret, apiKey, apiSecret, publicKey })
  const timestamp = jakarta(now())
  const granted = await bank.fetch(
    new Request('http://127.0.0.1/snap/v1/access-token/b2b', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-client-key': clientId,
        'x-signature': rsa(`${clientId}|${timestamp}`),
      },
      body: '{"grantType":"client_credentials","additionalInfo":{}}',
    }),
  )
  const { accessToken } = (await granted.json()) as { accessToken: string }
  let count = 0
  return async (service, body, externalId = String(1_000_000 + count)) => {
    count += 1
    const path = `/snap-service/v1/${service}`
    const text = JSON.stringify(body)
    const at = jakarta(now())
    const hash = createHash('sha256').update(text).digest('hex')
    const signature = createHmac('sha512', apiSecret)
      .update(`POST:${path}:${accessToken}:${hash}:${at}`)
      .digest('base64')
    return read(
      await bank.fetch(
        new Request(`http://127.0.0.1${path}`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${accessToken}`,
            'x-timestamp': at,
            'x-signature': signature,
            'x-partner-id': apiKey,
            'x-external-id': externalId,
            'channel-id': '95221',
          },
          body: text,
        }),
      ),
    )
  }
}
