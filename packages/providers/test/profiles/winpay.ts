import { jakartaSeconds, snapReply, snapRsa, wholePath } from './schemes.js'
import { defineWholeProfile } from './whole-profile.js'

/** RSA on every call, no token, and no published address. */
export const winpay = defineWholeProfile({
  id: 'winpay',
  name: 'Winpay',
  environments: { sandbox: {}, production: {} },
  sign: snapRsa({
    path: wholePath,
    timestamp: jakartaSeconds,
    partnerId: ({ clientId }) => clientId,
    channelId: ({ channelId }) => channelId,
  }),
  reply: snapReply(),
  services: {
    'va-create': { code: '27', method: 'POST', path: '/v1.0/transfer-va/create-va', kind: 'other' },
  },
  evidence: [
    {
      source: 'https://docs.winpay.id/en/docs/payments/snap-api/signature-generation',
      checked: '2026-11-21',
      grade: 'documentation',
    },
  ],
})
