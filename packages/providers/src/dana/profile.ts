import { defineProfile } from '../define-profile.js'
import type { ProfileOf } from '../profile.js'
import type { PrivateKeyCredentials } from '../schemes/read-private-key.js'
import { snapReply } from '../schemes/snap-reply.js'
import { snapRsa } from '../schemes/snap-rsa.js'
import { type DanaServices, danaServices } from './services.js'

/** What DANA knows a client by. */
export interface DanaCredentials extends PrivateKeyCredentials {
  /** Goes out as X-PARTNER-ID. */
  readonly clientId: string
  /** Goes out as CHANNEL-ID: 1 to 5 characters by the page; DANA's own SDK sends the client id and `-SERVER`. */
  readonly channelId: string
  /** Goes out as ORIGIN: your domain. Default: no such header. */
  readonly origin?: string
}

/**
 * DANA (PT Espay Debit Indonesia Koe), the payment gateway: SNAP with RSA on every call and no B2B token.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { createClient, idr } from '@x/providers'
 * import { dana } from '@x/providers/dana'
 *
 * const { privateKey } = generateKeyPairSync('rsa', {
 *   modulusLength: 2048,
 *   publicKeyEncoding: { type: 'spki', format: 'pem' },
 *   privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
 * })
 * const pay = createClient(dana, { environment: 'sandbox', clientId: '2020123', channelId: '95221', privateKey })
 * const { request } = await pay.prepare('debit-status', {
 *   body: { originalPartnerReferenceNo: 'order-1', serviceCode: '54', merchantId: '216620', amount: idr(10_000) },
 * })
 * console.log(request().url) // https://api.sandbox.dana.id/payment-gateway/v1.0/debit/status.htm
 * ```
 *
 * @see https://dashboard.dana.id/api-docs-v2, payment gateway (read 2026-11-22)
 */
export const dana: ProfileOf<'sandbox' | 'production', DanaCredentials, DanaServices> = defineProfile({
  id: 'dana',
  name: 'DANA',
  environments: {
    sandbox: { baseUrl: 'https://api.sandbox.dana.id' },
    production: { baseUrl: 'https://api.saas.dana.id' },
  },
  sign: snapRsa<DanaCredentials>({
    partnerId: ({ clientId }) => clientId,
    channelId: ({ channelId }) => channelId,
    origin: ({ origin }) => origin,
    externalId: { alphabet: 'visible', length: 32, maximum: 36 },
  }),
  reply: snapReply(),
  services: danaServices,
  evidence: [
    {
      source:
        'https://dashboard.dana.id/api-docs-v2 (payment gateway: create, query, cancel and refund order; the code 57 of cancel is inferred)',
      checked: '2026-11-22',
      grade: 'documentation',
    },
    {
      source: 'https://github.com/dana-id/dana-node (hosts, paths, signature, members)',
      checked: '2026-11-22',
      grade: 'sdk',
    },
  ],
})
