import { fingerprint, isFresh, parseTimestamp, verifyAsymmetric } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import type { RegisteredClient } from '../clients.js'
import type { ServiceRequest } from '../service-desk.js'
import { isBase64, isJsonType, timestampProblem } from '../snap-form.js'
import { toleranceMs } from '../tolerance.js'
import type { Refuse } from './refuse.js'

export interface Admitted {
  readonly client: RegisteredClient
  readonly externalId: string
}

type Admission = Admitted | { readonly refusal: Answer }

/** Everything about a call but its body: what must be there and its form, then who signed it, then when. */
export const admit = async (asked: ServiceRequest, refuse: Refuse): Promise<Admission> => {
  const { method, url, headers, body, now, findClient } = asked
  if (method !== 'POST')
    return {
      refusal: {
        ...refuse('wrongMethod', { why: 'The services take POST only' }),
        headers: { allow: 'POST' },
      },
    }
  if (url.search !== '') return { refusal: refuse('badRequest', { why: 'The services take no query' }) }
  const wrong = headerProblem(headers, refuse)
  if (wrong) return { refusal: wrong }
  const unauthorized = (about: string, why: string): Admission => ({
    refusal: refuse('unauthorized', { about, why }),
  })
  const client = findClient(headers.get('x-partner-id') ?? '')
  if (client?.publicKey === undefined)
    return unauthorized('Unknown client', 'No client with this X-PARTNER-ID is registered here')
  const { publicKey } = client
  const timestamp = headers.get('x-timestamp') ?? ''
  const signature = headers.get('x-signature') ?? ''
  if (!(await verifyAsymmetric({ method, path: url.pathname, body, timestamp, signature, publicKey })))
    return unauthorized(
      'Signature',
      `X-SIGNATURE does not verify: SHA256withRSA, in base64, over METHOD:path:lower-case hex SHA-256 of the minified body:X-TIMESTAMP, with the registered key ${fingerprint(publicKey)}; there is no access token in it`,
    )
  // After the signature, so that only the key's owner learns how far the clocks are apart.
  const at = parseTimestamp(timestamp)
  if (!isFresh({ at, now, toleranceMs }))
    return unauthorized(
      'X-TIMESTAMP',
      `X-TIMESTAMP is ${Math.round(Math.abs(at - now) / 1_000)} s ${at > now ? 'ahead of' : 'behind'} the sandbox's clock; ${toleranceMs / 1_000} s are allowed`,
    )
  return { client, externalId: headers.get('x-external-id') ?? '' }
}

const mandatory = [
  'Content-Type',
  'X-TIMESTAMP',
  'X-SIGNATURE',
  'X-PARTNER-ID',
  'X-EXTERNAL-ID',
  'CHANNEL-ID',
] as const

const headerProblem = (headers: Headers, refuse: Refuse): Answer | undefined => {
  const absent = mandatory.find((name) => !headers.get(name))
  if (absent !== undefined) return refuse('missing', { about: absent, why: `${absent} is missing or empty` })
  const malformed = (about: string, why: string): Answer => refuse('malformed', { about, why })
  const text = (name: (typeof mandatory)[number]): string => headers.get(name) ?? ''
  if (!isJsonType(text('Content-Type')))
    return malformed('Content-Type', 'Content-Type must be application/json')
  const wrongTime = timestampProblem(text('X-TIMESTAMP'))
  if (wrongTime !== undefined) return malformed('X-TIMESTAMP', wrongTime)
  if (!isBase64(text('X-SIGNATURE')))
    return malformed('X-SIGNATURE', 'X-SIGNATURE must be the base64 of the RSA signature, on one line')
  if (!/^[\x21-\x7e]{1,36}$/.test(text('X-EXTERNAL-ID')))
    return malformed('X-EXTERNAL-ID', 'X-EXTERNAL-ID must be at most 36 visible ASCII characters')
  // The page says five; the provider's own SDK sends the client id, of up to 36, and -SERVER.
  if (!/^[\x21-\x7e]{1,43}$/.test(text('CHANNEL-ID')))
    return malformed('CHANNEL-ID', 'CHANNEL-ID must be at most 43 visible ASCII characters')
  return undefined
}
