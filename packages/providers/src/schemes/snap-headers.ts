import type { ExternalIdRule } from '../external-id.js'
import type { CallToSign } from '../sign-scheme.js'

/** What the SNAP schemes of a profile leave to the provider. */
export interface SnapHeaderOptions<in Credentials extends object> {
  /** What goes out as X-PARTNER-ID. */
  readonly partnerId: (credentials: Credentials) => string
  /** What goes out as CHANNEL-ID. */
  readonly channelId: (credentials: Credentials) => string
  /** What goes out as ORIGIN; no such header where it is undefined. */
  readonly origin?: (credentials: Credentials) => string | undefined
  /** Default: 32 digits, at most 36, as the standard says. */
  readonly externalId?: ExternalIdRule
  /** Whether X-TIMESTAMP has milliseconds. Default: whole seconds; the zone is Jakarta's. */
  readonly milliseconds?: boolean
}

export const standardExternalId: ExternalIdRule = { alphabet: 'digits', length: 32, maximum: 36 }

/** The headers that every signed SNAP call has. */
export const snapHeaders = (
  call: CallToSign,
  parts: {
    readonly timestamp: string
    readonly signature: string
    readonly partnerId: string
    readonly channelId: string
    readonly origin?: string | undefined
  },
): Record<string, string> => ({
  ...(call.accessToken !== '' && { authorization: `Bearer ${call.accessToken}` }),
  'x-timestamp': parts.timestamp,
  'x-signature': parts.signature,
  'x-partner-id': parts.partnerId,
  'x-external-id': call.externalId,
  'channel-id': parts.channelId,
  ...(parts.origin !== undefined && { origin: parts.origin }),
})
