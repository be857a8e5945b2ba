import { formatTimestamp, importSecret, signSymmetric } from '@x/snap-signature'
import type { SignScheme } from '../sign-scheme.js'
import { requireText } from './require-text.js'
import { type SnapHeaderOptions, snapHeaders, standardExternalId } from './snap-headers.js'

export interface SnapHmacOptions<in Credentials extends object> extends SnapHeaderOptions<Credentials> {
  /** Which of the credentials is the key: the client secret at most providers, an API secret at some. */
  readonly secret: (credentials: Credentials) => string
}

/**
 * The symmetric signature of SNAP BI: HMAC-SHA512 over method, path, token, body hash and time, in base64.
 *
 * @see ASPI, SNAP API portal, "Keamanan", Signature Service (read June 2025)
 */
export const snapHmac = <Credentials extends object>(
  options: SnapHmacOptions<Credentials>,
): SignScheme<Credentials> => ({
  flow: 'HMAC-SHA512',
  prepare: (credentials) => {
    const secret = importSecret(options.secret(credentials))
    const partnerId = requireText('partnerId', options.partnerId(credentials))
    const channelId = requireText('channelId', options.channelId(credentials))
    const given = options.origin?.(credentials)
    const origin = given === undefined ? undefined : requireText('origin', given)
    const time = { milliseconds: options.milliseconds }
    return {
      account: partnerId,
      externalId: options.externalId ?? standardExternalId,
      sign: (call) => {
        const timestamp = formatTimestamp(call.epochMs, time)
        const { method, path, body, accessToken } = call
        const signature = signSymmetric({ method, path, body, accessToken, timestamp, secret })
        return {
          headers: snapHeaders(call, { timestamp, signature, partnerId, channelId, origin }),
          secrets: [accessToken, signature],
        }
      },
    }
  },
})
