import { isJsonObject, type JsonObject, parseJsonObject } from '../json.js'
import type { CallSigner, SignScheme } from '../sign-scheme.js'
import { toBase64, utf8 } from './hmac-sha256.js'
import { hs256, type SignJws } from './hs256.js'
import { requireText } from './require-text.js'

/** What BNI's classic API knows an application by, beside its OAuth client. */
export interface BniJwsCredentials {
  /** Goes out as `x-api-key`. */
  readonly apiKey: string
  /** The HMAC key of every call; not the client secret. */
  readonly apiSecret: string
  /** The application's name as registered in the portal; `clientId` in the body is made of it. */
  readonly appName: string
}

export interface BniJwsOptions {
  /** Paths whose bodies carry `clientId` first and the whole JWS as `signature` last. */
  readonly inBody: readonly `/${string}`[]
  /** Paths whose bodies are wrapped in `request`, with the JWS's last part and its time in headers. */
  readonly inHeader: readonly `/${string}`[]
}

/**
 * BNI's own signature: a JWS with HMAC-SHA256 over the body, by path in the body or in `x-signature`; the access token
 * in the query, the API key in `x-api-key`.
 *
 * Other paths are refused, since nobody says how they are signed.
 *
 * @see https://github.com/bni-api (SDKs for Node, PHP and Python, which agree; read 2026-11-21)
 */
export const bniJws = ({ inBody, inHeader }: BniJwsOptions): SignScheme<BniJwsCredentials> => ({
  flow: 'HS256 JWS',
  prepare: (credentials) => {
    const apiKey = requireVisible('apiKey', credentials.apiKey)
    const signJws = hs256(requireTrimmed('apiSecret', credentials.apiSecret))
    const clientId = bniClientId(requireTrimmed('appName', credentials.appName))
    const headers = { 'x-api-key': apiKey }

    const finishBody: CallSigner['finishBody'] = (body, { path }) => {
      if (startsWithOne(path, inHeader)) return wrapInRequest(body)
      if (startsWithOne(path, inBody)) return signBniBody({ body, clientId, signJws })
      throw new TypeError(
        `"path" must begin with ${[...inBody, ...inHeader].join(', ')}: how other paths are signed is not known`,
      )
    }

    return {
      finishBody,
      sign: async ({ path, body, accessToken, epochMs }) => {
        const query = { access_token: accessToken }
        const text = String(body)
        if (!startsWithOne(path, inHeader))
          return { headers, query, secrets: [accessToken, apiKey, signatureIn(text)] }
        const timestamp = new Date(epochMs).toISOString()
        const signature = await signWithTime({ body: text, timestamp, signJws })
        return {
          headers: { ...headers, 'x-signature': signature, 'x-timestamp': timestamp },
          query,
          secrets: [accessToken, apiKey, signature],
        }
      },
    }
  },
})

/** What BNI calls `clientId` in a body: `IDBNI` and the base64 of the application's name. */
export const bniClientId = (appName: string): string => `IDBNI${toBase64(utf8(appName))}`

export interface SignBniBodyInput {
  readonly body: JsonObject
  readonly clientId: string
  readonly signJws: SignJws
}

/**
 * The body as it goes out: `clientId` first unless it is there, and `signature` last, over exactly the text before it.
 *
 * @throws TypeError for a body that is signed already, has another application's `clientId`, or a
 * `customerReferenceNumber` that BNI refuses.
 */
export const signBniBody = async ({ body, clientId, signJws }: SignBniBodyInput): Promise<string> => {
  const text = JSON.stringify(body)
  // Read back, since a `toJSON` may write what the object does not have.
  const written = parseJsonObject(text) ?? {}
  if (Object.hasOwn(written, 'signature'))
    throw new TypeError('"signature" must be left out of the body: the client writes it')
  checkReference(written)
  const toSign = withClientId({ text, written, clientId })
  const jws = (await signJws(toSign)).join('.')
  return `${toSign.slice(0, -1)},"signature":"${jws}"}`
}

const withClientId = ({
  text,
  written,
  clientId,
}: {
  readonly text: string
  readonly written: JsonObject
  readonly clientId: string
}): string => {
  if (Object.hasOwn(written, 'clientId')) {
    if (written['clientId'] === clientId) return text
    throw new TypeError(
      '"clientId" in the body must be that of "appName"; leave it out and the client writes it',
    )
  }
  const first = `{"clientId":${JSON.stringify(clientId)}`
  return text === '{}' ? `${first}}` : `${first},${text.slice(1)}`
}

/** BNI's SDKs test it: a letter, or a 21st digit, and the answer is 0007. */
const checkReference = (written: JsonObject): void => {
  if (!Object.hasOwn(written, 'customerReferenceNumber')) return
  const reference = written['customerReferenceNumber']
  if (typeof reference !== 'string' || !/^\d{1,20}$/.test(reference))
    throw new TypeError('"customerReferenceNumber" must be 1 to 20 digits, as a string')
}

const wrapInRequest = (body: JsonObject): string => {
  const text = JSON.stringify(body)
  const { request, ...others } = parseJsonObject(text) ?? {}
  if (isJsonObject(request) && Object.keys(others).length === 0)
    throw new TypeError('"body" must be what stands inside "request": the client wraps it')
  return `{"request":${text}}`
}

/** The last part of the JWS over the body with `timestamp` as its last member. */
const signWithTime = async ({
  body,
  timestamp,
  signJws,
}: {
  readonly body: string
  readonly timestamp: string
  readonly signJws: SignJws
}): Promise<string> => {
  const [, , mac] = await signJws(`${body.slice(0, -1)},"timestamp":"${timestamp}"}`)
  return mac
}

const signatureIn = (text: string): string => /"signature":"([\w.-]+)"\}$/.exec(text)?.[1] ?? ''

const startsWithOne = (path: string, beginnings: readonly string[]): boolean =>
  beginnings.some((beginning) => path.startsWith(beginning))

/** A header holds nothing else, and `fetch` would say so only when the call is on its way. */
const requireVisible = (name: string, value: unknown): string => {
  const text = requireText(name, value)
  if (!/^[\x21-\x7e]+$/.test(text))
    throw new TypeError(`"${name}" must be visible ASCII, without white space`)
  return text
}

/** A line end that came with a file makes another key of it. */
const requireTrimmed = (name: string, value: unknown): string => {
  const text = requireText(name, value)
  if (text !== text.trim()) throw new TypeError(`"${name}" must not begin or end with white space`)
  return text
}
