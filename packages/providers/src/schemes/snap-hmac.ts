import { formatTimestamp, importSecret, signSymmetric } from '@x/snap-signature'
import type { SignScheme } from '../sign-scheme.js'
import { readFrom } from './read-from.js'
import { requireTextOf } from './require-text.js'
import { checkSnapHeaders, type SnapHeaderOptions, snapHeaders } from './snap-headers.js'

export interface SnapHmacOptions<in Credentials extends object> extends SnapHeaderOptions<Credentials> {
  /** Which of the credentials is the key: the client secret at most providers, an API secret at some. */
  readonly secret: (credentials: Credentials) => string
}

/**
 * The symmetric signature of SNAP BI: HMAC-SHA512 over method, path, token, body hash and time, in base64.
 *
 * @throws TypeError for an option that is missing, wrong or unknown
 * @see ASPI, SNAP API portal, "Keamanan", Signature Service (read June 2025)
 */
export const snapHmac = <Credentials extends object>(
  options: SnapHmacOptions<Credentials>,
): SignScheme<Credentials> => {
  const { externalId, time, identify } = checkSnapHeaders('snapHmac', options, ['secret'])
  const { secret: option } = options
  if (typeof option !== 'function')
    throw new TypeError(
      `"secret" of snapHmac must be a function, such as ({ clientSecret }) => clientSecret: a profile holds no secret`,
    )
  return {
    flow: 'HMAC-SHA512',
    prepare: (credentials) => {
      const place = "snapHmac's secret"
      const secret = importSecret(readFrom({ place, option, credentials, check: requireTextOf }))
      const identity = identify(credentials)
      return {
        account: identity.partnerId,
        externalId,
        sign: (call) => {
          const timestamp = formatTimestamp(call.epochMs, time)
          const { method, path, body, accessToken } = call
          const signature = signSymmetric({ method, path, body, accessToken, timestamp, secret })
          return {
            headers: snapHeaders(call, { ...identity, timestamp, signature }),
            secrets: [accessToken, signature],
          }
        },
      }
    },
  }
}
