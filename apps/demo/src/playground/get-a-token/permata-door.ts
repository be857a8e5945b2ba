import { createClient } from '@x/providers'
import { permata } from '@x/providers/permata'
import { askForToken } from './ask-for-token.js'
import type { Door } from './door.js'
import { mistype } from './mistype.js'
import { signatureDropped, staleClock, unknownClient, unturned, wrongSecret } from './turns.js'

/** Goes out with the calls after this one. */
const organizationName = 'DEMO Toko Satu'

/** OAuth 2.0 with HTTP Basic, and an HMAC over API key, time and form body. */
export const permataDoor: Door = {
  id: 'permata',
  name: permata.name,
  environment: 'test',
  flow: permata.token?.flow ?? '',
  asks: 'token',
  inputs: ['clientId', 'clientSecret', 'apiKey', 'staticKey'],
  secrets: ['clientSecret', 'apiKey', 'staticKey'],
  turns: [
    unturned,
    wrongSecret,
    { id: 'wrong-static-key', values: (values) => ({ ...values, staticKey: mistype(values.staticKey) }) },
    staleClock,
    signatureDropped('oauth-signature'),
    { id: 'no-grant-type', bend: (request) => ({ ...request, body: '' }) },
    unknownClient,
  ],
  secretHeaders: { authorization: 'clientSecret', 'api-key': 'apiKey' },
  signatureHeader: 'oauth-signature',
  separator: ':',
  slots: ({ headers, body }, { apiKey }) => [
    { name: 'apiKey', text: headers['api-key'] ?? apiKey, secret: 'apiKey' },
    { name: 'timestamp', text: headers['oauth-timestamp'] ?? '' },
    { name: 'formBody', text: body },
  ],
  clientOf: ({ clientId, clientSecret, apiKey, staticKey }) => ({
    clientId,
    clientSecret,
    apiKey,
    staticKey,
    organizationName,
  }),
  ask: async ({ clientId, clientSecret, apiKey, staticKey }, surroundings) => {
    const client = createClient(permata, {
      environment: 'test',
      clientId,
      clientSecret,
      apiKey,
      staticKey,
      organizationName,
      ...surroundings,
    })
    return askForToken(client, surroundings)
  },
}
