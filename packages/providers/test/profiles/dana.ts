import { jakartaSeconds, latestTransactionStatus, snapReply, snapRsa, wholePath } from './schemes.js'
import { defineWholeProfile } from './whole-profile.js'

/** RSA on every call and no B2B token; the signed path ends in `.htm`. */
export const dana = defineWholeProfile({
  id: 'dana',
  name: 'DANA',
  environments: {
    sandbox: { baseUrl: 'https://api.sandbox.dana.id' },
    production: { baseUrl: 'https://api.saas.dana.id' },
  },
  sign: snapRsa({
    path: wholePath,
    timestamp: jakartaSeconds,
    partnerId: ({ clientId }) => clientId,
    channelId: ({ channelId }) => channelId,
  }),
  reply: snapReply(),
  services: {
    'debit-payment': {
      code: '54',
      method: 'POST',
      path: '/payment-gateway/v1.0/debit/payment-host-to-host.htm',
      kind: 'money',
      inquiry: 'debit-status',
    },
    'debit-status': {
      code: '55',
      method: 'POST',
      path: '/payment-gateway/v1.0/debit/status.htm',
      kind: 'read',
      transaction: latestTransactionStatus,
    },
  },
  evidence: [
    { source: 'https://dashboard.dana.id/api-docs-v2', checked: '2026-11-21', grade: 'documentation' },
  ],
})
