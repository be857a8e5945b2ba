import { defineProfile } from '@x/providers'
import { type PrivateKeyCredentials, snapRsa } from '@x/providers/schemes'
import { snapStandard } from '@x/providers/snap-standard'

interface WinpayCredentials extends PrivateKeyCredentials {
  readonly clientId: string
  readonly channelId: string
}

/** RSA on every call, no token, and no published address: three deviations from the standard. */
export const winpay = defineProfile({
  extends: snapStandard,
  id: 'winpay',
  name: 'Winpay',
  environments: { sandbox: {}, production: {} },
  token: false,
  sign: snapRsa<WinpayCredentials>({
    partnerId: ({ clientId }) => clientId,
    channelId: ({ channelId }) => channelId,
  }),
  evidence: [
    {
      source: 'https://docs.winpay.id/en/docs/payments/snap-api/signature-generation',
      checked: '2026-11-21',
      grade: 'documentation',
    },
  ],
})
