import { isFresh, verifySymmetric } from '@x/snap-signature'
import type { Answer } from '../answer.js'
import type { RegisteredClient } from '../clients.js'
import type { ServiceRequest } from '../service-desk.js'
import { toleranceMs } from '../tolerance.js'
import { momentOf } from './jakarta.js'
import type { Refuse } from './refuse.js'

export interface Admitted {
  readonly client: RegisteredClient
  /** X-TIMESTAMP, in epoch milliseconds. */
  readonly sentAt: number
  readonly externalId: string
}

type Admission = Admitted | { readonly refusal: Answer }

/** Everything about a call but its body, in the provider's order: token, signature, then what must be there and its form. */
export const admit = (asked: ServiceRequest, refuse: Refuse): Admission => {
  const header = (name: string): string => asked.headers.get(name) ?? ''
  const missing = (names: readonly string[]): Answer | undefined => {
    const name = names.find((candidate) => header(candidate) === '')
    return name === undefined
      ? undefined
      : refuse('missing', { about: name, why: `${name} is missing or empty` })
  }
  const malformed = (about: string, says: string): { readonly refusal: Answer } => ({
    refusal: refuse('malformed', { about, why: `${about} must be ${says}` }),
  })

  const accessToken = /^Bearer (\S+)$/i.exec(header('Authorization'))?.[1]
  const client = accessToken === undefined ? undefined : asked.clientOfToken(accessToken)
  if (accessToken === undefined || client === undefined || typeof client === 'string')
    return { refusal: refuse('tokenInvalid', { why: tokenProblem(client) }) }

  const unsigned = missing(['X-TIMESTAMP', 'X-SIGNATURE', 'X-PARTNER-ID'])
  if (unsigned) return { refusal: unsigned }
  if (header('X-PARTNER-ID') !== client.clientId)
    return {
      refusal: refuse('unauthorized', {
        about: 'X-PARTNER-ID',
        why: 'X-PARTNER-ID is not the client that this access token was granted to',
      }),
    }
  const timestamp = header('X-TIMESTAMP')
  const signed = verifySymmetric({
    method: asked.method,
    path: asked.path + asked.url.search,
    accessToken,
    body: asked.body,
    timestamp,
    signature: header('X-SIGNATURE'),
    secret: client.clientSecret,
  })
  if (!signed) return { refusal: refuse('unauthorized', { about: 'Signature', why: signedWrongly }) }
  const sentAt = momentOf(timestamp)
  if (sentAt === undefined)
    return malformed('X-TIMESTAMP', 'Jakarta time in whole seconds, such as 2024-12-31T10:11:40+07:00')
  if (!isFresh({ at: sentAt, now: asked.now, toleranceMs }))
    return {
      refusal: refuse('unauthorized', {
        about: 'X-TIMESTAMP',
        why: `X-TIMESTAMP is more than ${toleranceMs / 1_000} s from the sandbox's clock`,
      }),
    }

  const absent = missing(['Content-Type', 'X-EXTERNAL-ID', 'CHANNEL-ID'])
  if (absent) return { refusal: absent }
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(header('Content-Type')))
    return malformed('Content-Type', 'application/json')
  const externalId = header('X-EXTERNAL-ID')
  if (!/^[\x21-\x7e]{1,40}$/.test(externalId))
    return malformed('X-EXTERNAL-ID', 'at most 40 visible ASCII characters')
  if (!/^[\w-]{1,20}$/.test(header('CHANNEL-ID')))
    return malformed('CHANNEL-ID', 'at most 20 letters, digits, - or _')
  return { client, sentAt, externalId }
}

const signedWrongly =
  'X-SIGNATURE does not verify: HMAC-SHA512 with the client secret, in base64, over METHOD:path:token:bodyhash:X-TIMESTAMP; ' +
  'the path is without /nicepay, and the body hash the lower-case hex SHA-256 of the minified body as it arrived'

const tokenProblem = (client: 'expired' | 'unknown' | RegisteredClient | undefined): string => {
  if (client === 'expired') return 'The access token has expired: ask for a new one'
  if (client === 'unknown') return 'This access token was not granted here, or was forgotten by a reset'
  return 'Authorization must be "Bearer " and an access token'
}
