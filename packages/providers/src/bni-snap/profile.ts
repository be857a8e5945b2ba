import { defineProfile } from '../define-profile.js'
import type { ProfileOf } from '../profile.js'
import { type SnapB2bCredentials, snapB2b } from '../schemes/snap-b2b.js'
import { snapHmac } from '../schemes/snap-hmac.js'
import { snapReply } from '../schemes/snap-reply.js'
import { bniSnapCodes } from './codes.js'
import { type BniSnapServices, bniSnapServices } from './services.js'

/** What BNI knows a SNAP client by. */
export interface BniSnapCredentials extends SnapB2bCredentials {
  /** Goes out as X-PARTNER-ID. */
  readonly apiKey: string
  /** The HMAC key of every call by BNI's SDKs; one client of others signs with the client secret. */
  readonly apiSecret: string
  /** CHANNEL-ID, as BNI issued it. */
  readonly channelId: string
}

type EnvironmentName = 'production' | 'sandbox' | 'development' | 'testing'

/**
 * BNI (PT Bank Negara Indonesia), SNAP BI: balance, account names and transfers.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { createClient } from '@x/providers'
 * import { bniSnap } from '@x/providers/bni-snap'
 *
 * const { privateKey } = generateKeyPairSync('rsa', {
 *   modulusLength: 2048,
 *   publicKeyEncoding: { type: 'spki', format: 'pem' },
 *   privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
 * })
 * const bank = createClient(bniSnap, {
 *   environment: 'sandbox',
 *   clientId: 'shop-1',
 *   privateKey,
 *   apiKey: 'not-a-real-key',
 *   apiSecret: 'not-a-real-secret',
 *   channelId: '95221',
 * })
 * console.log(bank.baseUrl) // https://sandbox.bni.co.id
 * ```
 *
 * @see https://github.com/bni-api (SDKs for Node, PHP and Python; read 2026-11-21)
 */
export const bniSnap: ProfileOf<EnvironmentName, BniSnapCredentials, BniSnapServices> = defineProfile({
  id: 'bni-snap',
  name: 'BNI SNAP',
  environments: {
    production: { baseUrl: 'https://api.bni.co.id' },
    sandbox: { baseUrl: 'https://sandbox.bni.co.id' },
    development: { baseUrl: 'https://newapidev.bni.co.id:8066' },
    testing: { baseUrl: 'https://newapidev.bni.co.id:8065' },
  },
  token: snapB2b({ path: '/snap/v1/access-token/b2b' }),
  sign: snapHmac({
    secret: ({ apiSecret }) => apiSecret,
    partnerId: ({ apiKey }) => apiKey,
    channelId: ({ channelId }) => channelId,
  }),
  reply: snapReply(bniSnapCodes),
  services: bniSnapServices,
  evidence: [
    {
      source:
        'https://github.com/bni-api (base URLs, headers, signature, services; SDKs for Node, PHP and Python)',
      checked: '2026-11-21',
      grade: 'sdk',
    },
    {
      source:
        'public clients of 2025 without a named repository, against the sandbox (answers of 73, 11, 15 and 17)',
      checked: '2026-11-21',
      grade: 'third-party',
    },
  ],
})
