import { defineProfile } from '../define-profile.js'
import type { ProfileOf } from '../profile.js'
import { type SnapB2bCredentials, snapB2b } from '../schemes/snap-b2b.js'
import { snapHmac } from '../schemes/snap-hmac.js'
import { snapReply } from '../schemes/snap-reply.js'
import { nicepayCodes } from './codes.js'
import { type NicepayServices, nicepayServices } from './services.js'

/** What NICEPAY knows a client by: `clientId` is also the merchant id (iMid). */
export interface NicepayCredentials extends SnapB2bCredentials {
  /** The HMAC key of every call. */
  readonly clientSecret: string
  /** CHANNEL-ID. Default: the client id and `01`. */
  readonly channelId?: string
}

type EnvironmentName = 'development' | 'production' | 'development-cloud' | 'production-cloud'

/**
 * NICEPAY (PT Ionpay Networks): SNAP BI.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { createClient } from '@x/providers'
 * import { nicepay } from '@x/providers/nicepay'
 *
 * const { privateKey } = generateKeyPairSync('rsa', {
 *   modulusLength: 2048,
 *   publicKeyEncoding: { type: 'spki', format: 'pem' },
 *   privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
 * })
 * const pay = createClient(nicepay, {
 *   environment: 'development',
 *   clientId: 'IONPAYTEST',
 *   clientSecret: 'not-a-real-secret',
 *   privateKey,
 * })
 * console.log(pay.baseUrl) // https://dev.nicepay.co.id/nicepay
 * ```
 *
 * @see https://docs.nicepay.co.id, request access token (read 2026-11-21)
 */
export const nicepay: ProfileOf<EnvironmentName, NicepayCredentials, NicepayServices> = defineProfile({
  id: 'nicepay',
  name: 'NICEPAY',
  environments: {
    // Sample keys of the development environments have 1024 bits.
    development: { baseUrl: 'https://dev.nicepay.co.id/nicepay', minimumKeyBits: 1024 },
    production: { baseUrl: 'https://www.nicepay.co.id/nicepay' },
    'development-cloud': { baseUrl: 'https://dev-services.nicepay.co.id/nicepay', minimumKeyBits: 1024 },
    'production-cloud': { baseUrl: 'https://services.nicepay.co.id/nicepay' },
  },
  token: snapB2b({ path: '/v1.0/access-token/b2b' }),
  sign: snapHmac({
    secret: ({ clientSecret }) => clientSecret,
    partnerId: ({ clientId }) => clientId,
    channelId: ({ clientId, channelId }) => channelId ?? `${clientId}01`,
    externalId: { alphabet: 'digits', length: 32, maximum: 40 },
  }),
  reply: snapReply(nicepayCodes),
  services: nicepayServices,
  evidence: [
    {
      source: 'https://docs.nicepay.co.id/nicepay-api-snap-request-access-token',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source: 'https://docs.nicepay.co.id/nicepay-code-api-snap-transaction-status',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source: 'https://docs.nicepay.co.id, SNAP: virtual account, QRIS, e-wallet, payout',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source: 'https://github.com/nicepay-dev (base URLs, four SDKs agree; bodies where a page is silent)',
      checked: '2026-11-21',
      grade: 'sdk',
    },
  ],
})
