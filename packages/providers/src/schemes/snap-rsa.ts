import { formatTimestamp, signAsymmetric } from '@x/snap-signature'
import type { SignScheme } from '../sign-scheme.js'
import { type PrivateKeyCredentials, readPrivateKey } from './read-private-key.js'
import { requireText } from './require-text.js'
import { type SnapHeaderOptions, snapHeaders, standardExternalId } from './snap-headers.js'

/**
 * The asymmetric signature of SNAP BI: SHA256withRSA over method, path, body hash and time, in base64.
 *
 * @see ASPI, SNAP API portal, "Keamanan", Signature Service (read June 2025)
 */
export const snapRsa = <Credentials extends PrivateKeyCredentials>(
  options: SnapHeaderOptions<Credentials>,
): SignScheme<Credentials> => ({
  flow: 'SHA256withRSA',
  prepare: (credentials, environment) => {
    const { privateKey } = readPrivateKey(credentials, environment)
    const partnerId = requireText('partnerId', options.partnerId(credentials))
    const channelId = requireText('channelId', options.channelId(credentials))
    const given = options.origin?.(credentials)
    const origin = given === undefined ? undefined : requireText('origin', given)
    const time = { milliseconds: options.milliseconds }
    return {
      account: partnerId,
      externalId: options.externalId ?? standardExternalId,
      sign: async (call) => {
        const timestamp = formatTimestamp(call.epochMs, time)
        const { method, path, body } = call
        const signature = await signAsymmetric({ method, path, body, timestamp, privateKey })
        return {
          headers: snapHeaders(call, { timestamp, signature, partnerId, channelId, origin }),
          secrets: [call.accessToken, signature],
        }
      },
    }
  },
})
