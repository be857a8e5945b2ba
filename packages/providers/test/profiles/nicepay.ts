import { nicepay } from '@x/providers/nicepay'
import { belowBaseUrl, jakartaSeconds, latestTransactionStatus, snapHmac, snapReply } from './schemes.js'
import { defineWholeProfile } from './whole-profile.js'

export const wholeNicepay = defineWholeProfile({
  ...nicepay,
  sign: snapHmac({
    path: belowBaseUrl,
    timestamp: jakartaSeconds,
    partnerId: ({ clientId }) => clientId,
    channelId: ({ clientId, channelId }) => channelId ?? `${clientId}01`,
  }),
  reply: snapReply({ overrides: { '404xx18': 'rejected' } }),
  services: {
    'va-create': { code: '27', method: 'POST', path: '/api/v1.0/transfer-va/create-va', kind: 'other' },
    'va-delete': { code: '31', method: 'DELETE', path: '/api/v1.0/transfer-va/delete-va', kind: 'other' },
    'qr-mpm-generate': {
      code: '47',
      method: 'POST',
      path: '/api/v1.0/qr/qr-mpm-generate',
      kind: 'money',
      inquiry: 'qr-mpm-query',
    },
    'qr-mpm-query': {
      code: '51',
      method: 'POST',
      path: '/api/v1.0/qr/qr-mpm-query',
      kind: 'read',
      transaction: latestTransactionStatus,
    },
  },
})
