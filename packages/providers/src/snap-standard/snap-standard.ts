import { defineProfile } from '../define-profile.js'
import type { Environment, ProfileOf } from '../profile.js'
import { type SnapB2bCredentials, snapB2b } from '../schemes/snap-b2b.js'
import { snapHmac } from '../schemes/snap-hmac.js'
import { snapReply } from '../schemes/snap-reply.js'
import type { TokenScheme } from '../token-scheme.js'
import { type SnapAccountServices, snapAccountServices } from './accounts.js'
import { type SnapDebitServices, snapDebitServices } from './debits.js'
import { type SnapQrServices, snapQrServices } from './qr.js'
import { type SnapTransferServices, snapTransferServices } from './transfers.js'
import { type SnapVaServices, snapVaServices } from './virtual-accounts.js'

/** What the calls of the standard need beside the token's credentials. */
export interface SnapStandardCredentials {
  readonly clientId: string
  /** The HMAC key of every call. */
  readonly clientSecret: string
  /** Goes out as CHANNEL-ID; the provider gives it. */
  readonly channelId: string
  /** Goes out as X-PARTNER-ID. Default: the client id. */
  readonly partnerId?: string
  /** Goes out as ORIGIN. Default: no such header. */
  readonly origin?: string
}

/** The services of the standard by name. */
export type SnapStandardServices = SnapAccountServices &
  SnapTransferServices &
  SnapVaServices &
  SnapQrServices &
  SnapDebitServices

/** The standard as a profile to extend: it has no server of its own. */
export interface SnapStandardProfile extends ProfileOf<never, SnapStandardCredentials, SnapStandardServices> {
  readonly environments: Readonly<Record<never, Environment>>
  readonly token: TokenScheme<SnapB2bCredentials>
}

/**
 * SNAP BI as the standard has it: B2B token, HMAC-SHA512, response codes, and services with their bodies.
 *
 * Extend it with what your provider does otherwise; alone it has no address.
 *
 * @example
 * ```ts
 * import { snapStandard } from '@x/providers/snap-standard'
 *
 * console.log(snapStandard.services['transfer-status'].path) // /v1.0/transfer/status
 * ```
 *
 * @see ASPI, SNAP API portal (read June 2025)
 */
export const snapStandard: SnapStandardProfile = defineProfile({
  id: 'snap-standard',
  name: 'SNAP BI',
  environments: {},
  token: snapB2b({ path: '/v1.0/access-token/b2b' }),
  sign: snapHmac<SnapStandardCredentials>({
    secret: ({ clientSecret }) => clientSecret,
    partnerId: ({ clientId, partnerId }) => partnerId ?? clientId,
    channelId: ({ channelId }) => channelId,
    origin: ({ origin }) => origin,
  }),
  reply: snapReply(),
  services: {
    ...snapAccountServices,
    ...snapTransferServices,
    ...snapVaServices,
    ...snapQrServices,
    ...snapDebitServices,
  },
  evidence: [
    {
      source: 'https://apidevportal.aspi-indonesia.or.id (SNAP API portal of June 2025)',
      checked: '2026-11-21',
      grade: 'documentation',
    },
  ],
})
