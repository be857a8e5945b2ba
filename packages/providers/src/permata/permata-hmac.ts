import { formatTimestamp, minifyJson } from '@x/snap-signature'
import { hmacSha256, toBase64 } from '../schemes/hmac-sha256.js'
import { requireText } from '../schemes/require-text.js'
import type { SignScheme } from '../sign-scheme.js'

/** What a call's signature needs. */
export interface PermataHmacCredentials {
  readonly staticKey: string
  /** Goes out as `organizationname`: printable ASCII. */
  readonly organizationName: string
}

/**
 * HMAC-SHA256 in base64 over token, time and compact body: neither method nor path, and the body itself, not its hash.
 *
 * @see independent clients that agree with each other (read 2026-11-22); the bank's page shows the token call only
 */
export const permataHmac = (): SignScheme<PermataHmacCredentials> => ({
  flow: 'HMAC-SHA256',
  prepare: (credentials) => {
    const hmac = hmacSha256(requireText('staticKey', credentials.staticKey))
    const organizationName = requireText('organizationName', credentials.organizationName)
    if (!/^[\x20-\x7e]+$/.test(organizationName))
      throw new TypeError('"organizationName" must be printable ASCII: it goes out in a header')
    return {
      sign: async ({ body, accessToken, epochMs }) => {
        const timestamp = formatTimestamp(epochMs, { milliseconds: true })
        const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
        const compact = text === '' ? '' : minifyJson(text)
        const signature = toBase64(await hmac(`${accessToken}:${timestamp}:${compact}`))
        return {
          headers: {
            authorization: `Bearer ${accessToken}`,
            'permata-signature': signature,
            'permata-timestamp': timestamp,
            organizationname: organizationName,
          },
          secrets: [accessToken, signature],
        }
      },
    }
  },
})
