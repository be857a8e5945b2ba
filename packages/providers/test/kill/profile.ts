import { defineProfile, type JsonObject, type ProfileOf, type Service } from '@x/providers'
import { latestTransactionStatus } from '../../src/schemes/latest-transaction-status.js'
import { type SnapB2bCredentials, snapB2b } from '../../src/schemes/snap-b2b.js'
import { snapHmac } from '../../src/schemes/snap-hmac.js'
import { snapReply } from '../../src/schemes/snap-reply.js'

interface Credentials extends SnapB2bCredentials {
  readonly clientSecret: string
}

type Services = {
  readonly 'transfer-intrabank': Service<JsonObject, JsonObject>
  readonly 'transfer-status': Service<JsonObject, JsonObject>
  readonly 'qr-generate': Service<JsonObject, JsonObject>
}

/** Both ways to ask later: a status by the partner's reference, and the same request again. */
export const killBank: ProfileOf<'test', Credentials, Services> = defineProfile({
  id: 'kill-bank',
  name: 'Kill Bank',
  environments: { test: {} },
  token: snapB2b({ path: '/token' }),
  sign: snapHmac({
    secret: ({ clientSecret }: Credentials) => clientSecret,
    partnerId: ({ clientId }: Credentials) => clientId,
    channelId: () => '95221',
    milliseconds: true,
  }),
  reply: snapReply(),
  services: {
    'transfer-intrabank': {
      code: '17',
      method: 'POST',
      path: '/v1.0/transfer-intrabank',
      kind: 'money',
      whenRejected: 'failed',
      transaction: () => 'paid',
      inquiry: ({ body }) => ({
        service: 'transfer-status',
        body: { originalPartnerReferenceNo: body['partnerReferenceNo'], serviceCode: '17' },
      }),
    },
    'transfer-status': {
      code: '36',
      method: 'POST',
      path: '/v1.0/transfer/status',
      kind: 'read',
      transaction: latestTransactionStatus,
    },
    'qr-generate': {
      code: '47',
      method: 'POST',
      path: '/v1.0/qr/qr-mpm-generate',
      kind: 'other',
      whenRejected: 'failed',
      transaction: () => 'pending',
      inquiry: ({ body }) => ({ service: 'qr-generate', body, how: 'repeat' }),
    },
  },
  evidence: [{ source: 'a bank of this test alone', checked: '2026-11-22', grade: 'documentation' }],
})
