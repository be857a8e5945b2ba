import { verifyHmacSha256 } from '../hmac-sha256.js'
import { type ReadJson, readJson } from '../read-json.js'
import { decodeBase64Url } from './base64url.js'

/**
 * Why the member `signature` is no signature of the other members with this secret; undefined where it is one.
 *
 * What was signed is compared by members: BNI's own libraries order them in different ways.
 */
export const bodyJwsProblem = async ({
  body,
  secret,
}: {
  readonly body: ReadJson
  readonly secret: string
}): Promise<string | undefined> => {
  const { signature } = body.members
  const [header, payload, mac, ...more] = typeof signature === 'string' ? signature.split('.') : []
  if (header === undefined || payload === undefined || mac === undefined || more.length > 0)
    return 'signature must be a compact JWS: three parts with dots between them'
  const macBytes = decodeBase64Url(mac)
  const head = readPart(header)
  const signed = readPart(payload)
  if (macBytes === undefined || head === undefined || signed === undefined)
    return 'Each part of signature must be base64url without padding; the first two hold a JSON object each'
  const { alg, typ = 'JWT', ...others } = head.members
  if (alg !== 'HS256' || typ !== 'JWT' || Object.keys(others).length > 0)
    return 'The first part of signature must be {"alg":"HS256","typ":"JWT"}'
  if (!(await verifyHmacSha256({ secret, text: `${header}.${payload}`, signature: macBytes })))
    return 'signature does not verify with the registered apiSecret'
  return signed.exact() === body.exact('signature')
    ? undefined
    : 'What signature signs is not the body without signature'
}

const readPart = (part: string): ReadJson | undefined => {
  const bytes = decodeBase64Url(part)
  if (bytes === undefined) return undefined
  try {
    return readJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}
