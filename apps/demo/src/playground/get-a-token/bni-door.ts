import { clientSecretBasic, parseBasicAuthorization } from '@x/oauth-basic'
import { createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { withHeader } from '../exchange/sent-request.js'
import { askForToken } from './ask-for-token.js'
import type { Door, Turn } from './door.js'
import { signatureDropped, unknownClient, unturned, wrongSecret } from './turns.js'

/** These sign the calls after this one; the token request has no part in them. */
const callKeys = { apiKey: 'DEMO-key', apiSecret: 'DEMO-signs-the-calls-that-follow', appName: 'DEMO shop' }

/** RFC 6749 section 2.3.1, as a library does it that follows the letter. */
const formEncoded: Turn = {
  id: 'form-encoded',
  bend: (request, { clientId, clientSecret }) => {
    const { headers } = clientSecretBasic({ encoding: 'form' })({ clientId, clientSecret })
    return { ...request, headers: { ...request.headers, ...headers } }
  },
}

/** OAuth 2.0: HTTP Basic, and nothing that is signed. */
export const bniDoor: Door = {
  id: 'bni',
  name: bni.name,
  environment: 'sandbox',
  flow: bni.token?.flow ?? '',
  asks: 'token',
  inputs: ['clientId', 'clientSecret'],
  secrets: ['clientSecret'],
  turns: [
    unturned,
    wrongSecret,
    formEncoded,
    signatureDropped('authorization'),
    { id: 'no-grant-type', bend: (request) => ({ ...request, body: '' }) },
    {
      id: 'json-body',
      bend: (request) => ({
        ...withHeader(request, 'content-type', 'application/json'),
        body: '{"grant_type":"client_credentials"}',
      }),
    },
    unknownClient,
  ],
  secretHeaders: { authorization: 'clientSecret' },
  signatureHeader: 'authorization',
  separator: ':',
  slots: ({ headers }, values) => {
    const { clientId, clientSecret } =
      parseBasicAuthorization(headers['authorization'], { encoding: 'raw' }) ?? values
    return [
      { name: 'clientId', text: clientId },
      { name: 'clientSecret', text: clientSecret, secret: 'clientSecret' },
    ]
  },
  clientOf: ({ clientId, clientSecret }) => ({ clientId, clientSecret }),
  ask: async ({ clientId, clientSecret }, surroundings) => {
    const client = createClient(bni, {
      environment: 'sandbox',
      clientId,
      clientSecret,
      ...callKeys,
      ...surroundings,
    })
    return askForToken(client, surroundings)
  },
}
