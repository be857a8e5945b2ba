import { minifyJson } from '@x/snap-signature'
import { verifyHmacSha256 } from '../hmac-sha256.js'
import { decodeBase64Url, encodeBase64Url } from './base64url.js'

/** base64url of `{"alg":"HS256","typ":"JWT"}`: the part is never sent, so it has one spelling. */
const header = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'

/** Whether `x-signature` is the third part of the JWS over a JSON object's text with `timestamp` as its last member. */
export const verifyHeaderJws = async ({
  body,
  timestamp,
  signature,
  secret,
}: {
  readonly body: string
  readonly timestamp: string
  readonly signature: string
  readonly secret: string
}): Promise<boolean> => {
  const mac = decodeBase64Url(signature)
  if (mac === undefined) return false
  // BNI's PHP library sends slashes escaped and signs them plain.
  const plain = minifyJson(body).replace(/\\(.)/g, (pair, character) => (character === '/' ? '/' : pair))
  const comma = plain === '{}' ? '' : ','
  const payload = `${plain.slice(0, -1)}${comma}"timestamp":${JSON.stringify(timestamp)}}`
  const text = `${header}.${encodeBase64Url(new TextEncoder().encode(payload))}`
  return verifyHmacSha256({ secret, text, signature: mac })
}
