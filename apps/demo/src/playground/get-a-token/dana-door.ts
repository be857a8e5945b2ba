import { createClient, idr } from '@x/providers'
import { dana } from '@x/providers/dana'
import { bodyHash, formatTimestamp } from '@x/snap-signature'
import { pathOf } from '../exchange/sent-request.js'
import { endingOf } from './ask-for-token.js'
import type { Door } from './door.js'
import { signatureDropped, staleClock, unknownClient, unturned } from './turns.js'

const merchantId = 'DEMO-merchant'

/** No token at all: an RSA signature on each call. */
export const danaDoor: Door = {
  id: 'dana',
  name: dana.name,
  environment: 'sandbox',
  flow: dana.sign?.flow ?? '',
  asks: 'call',
  inputs: ['clientId', 'channelId', 'privateKey'],
  secrets: ['privateKey'],
  turns: [
    unturned,
    { id: 'other-key', values: (values, privateKey) => ({ ...values, privateKey }) },
    staleClock,
    signatureDropped('x-signature'),
    {
      id: 'body-changed',
      bend: (request) => ({ ...request, body: request.body.replace('"10000.00"', '"10000"') }),
    },
    unknownClient,
  ],
  secretHeaders: {},
  signatureHeader: 'x-signature',
  separator: ':',
  slots: (request) => {
    const { method, body, headers } = request
    return [
      { name: 'method', text: method },
      { name: 'path', text: pathOf(request) },
      { name: 'bodyHash', text: bodyHash(body) },
      { name: 'timestamp', text: headers['x-timestamp'] ?? '' },
    ]
  },
  clientOf: ({ clientId }, publicKey) => ({
    clientId,
    ...(publicKey !== undefined && { publicKey }),
  }),
  ask: async ({ clientId, channelId, privateKey }, surroundings) => {
    const { now } = surroundings
    const client = createClient(dana, {
      environment: 'sandbox',
      clientId,
      channelId,
      privateKey,
      ...surroundings,
    })
    try {
      const { outcome, transaction, code, meaning, body } = await client.call('debit-payment', {
        body: {
          partnerReferenceNo: `order-${now()}`,
          merchantId,
          amount: idr(10_000),
          validUpTo: formatTimestamp(now() + 1_800_000),
          urlParams: [
            { url: 'https://shop.example/thanks', type: 'PAY_RETURN', isDeeplink: 'N' },
            { url: 'https://shop.example/notify/dana', type: 'NOTIFICATION', isDeeplink: 'N' },
          ],
        },
      })
      const said: unknown = body?.['responseMessage' as keyof typeof body]
      const message = typeof said === 'string' ? said : undefined
      return { kind: 'reply', outcome, transaction, code, message, meaning }
    } catch (error) {
      return endingOf(error)
    }
  },
}
