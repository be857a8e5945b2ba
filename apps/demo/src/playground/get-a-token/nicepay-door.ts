import { createClient } from '@x/providers'
import { nicepay } from '@x/providers/nicepay'
import { withHeader } from '../exchange/sent-request.js'
import { bytesOfBase64, hexOf } from '../parts/encodings.js'
import { askForToken } from './ask-for-token.js'
import type { Door } from './door.js'
import { signatureDropped, staleClock, unknownClient, unturned } from './turns.js'

/** Signs the calls after this one; the token request has no part in it. */
const clientSecret = 'DEMO-signs-the-calls-that-follow'

/** SNAP B2B: an RSA signature over client id and time. */
export const nicepayDoor: Door = {
  id: 'nicepay',
  name: nicepay.name,
  environment: 'development',
  flow: nicepay.token?.flow ?? '',
  asks: 'token',
  inputs: ['clientId', 'privateKey'],
  secrets: ['privateKey'],
  turns: [
    unturned,
    { id: 'other-key', values: (values, privateKey) => ({ ...values, privateKey }) },
    staleClock,
    signatureDropped('x-signature'),
    {
      id: 'hex',
      bend: (request) =>
        withHeader(request, 'x-signature', hexOf(bytesOfBase64(request.headers['x-signature'] ?? ''))),
    },
    {
      id: 'no-grant-type',
      bend: (request) => ({
        ...request,
        body: request.body.replace('"grantType":"client_credentials",', ''),
      }),
    },
    unknownClient,
  ],
  secretHeaders: {},
  signatureHeader: 'x-signature',
  separator: '|',
  slots: ({ headers }, { clientId }) => [
    { name: 'clientId', text: headers['x-client-key'] ?? clientId },
    { name: 'timestamp', text: headers['x-timestamp'] ?? '' },
  ],
  clientOf: ({ clientId }, publicKey) => ({
    clientId,
    clientSecret,
    ...(publicKey !== undefined && { publicKey }),
  }),
  ask: async ({ clientId, privateKey }, surroundings) => {
    const client = createClient(nicepay, {
      environment: 'development',
      clientId,
      clientSecret,
      privateKey,
      ...surroundings,
    })
    return askForToken(client, surroundings)
  },
}
