import { formatTimestamp, signAsymmetric } from '@x/snap-signature'
import type { SignScheme } from '../sign-scheme.js'
import { type PrivateKeyCredentials, readPrivateKey } from './read-private-key.js'
import { checkSnapHeaders, type SnapHeaderOptions, snapHeaders } from './snap-headers.js'

/**
 * The asymmetric signature of SNAP BI: SHA256withRSA over method, path, body hash and time, in base64.
 *
 * @throws TypeError for an option that is missing, wrong or unknown
 * @see ASPI, SNAP API portal, "Keamanan", Signature Service (read June 2025)
 */
export const snapRsa = <Credentials extends PrivateKeyCredentials>(
  options: SnapHeaderOptions<Credentials>,
): SignScheme<Credentials> => {
  const { externalId, time, identify } = checkSnapHeaders('snapRsa', options)
  return {
    flow: 'SHA256withRSA',
    prepare: (credentials, environment) => {
      const { privateKey } = readPrivateKey(credentials, environment)
      const identity = identify(credentials)
      return {
        account: identity.partnerId,
        externalId,
        sign: async (call) => {
          const timestamp = formatTimestamp(call.epochMs, time)
          const { method, path, body } = call
          const signature = await signAsymmetric({ method, path, body, timestamp, privateKey })
          return {
            headers: snapHeaders(call, { ...identity, timestamp, signature }),
            secrets: [call.accessToken, signature],
          }
        },
      }
    },
  }
}
