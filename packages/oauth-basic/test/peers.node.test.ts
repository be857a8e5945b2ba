import fc from 'fast-check'
import * as oauth4webapi from 'oauth4webapi'
import * as openidClient from 'openid-client'
import { describe, expect, it } from 'vitest'
import {
  clientCredentialsGrant,
  clientSecretBasic,
  clientSecretPost,
  grantInForm,
  parseBasicAuthorization,
} from '../src/index.js'

const issuer = 'https://server.example.com'
const url = `${issuer}/token`
const json = { access_token: 'mF_9.B5f-4.1JqM', token_type: 'Bearer', expires_in: 3599 }

interface Client {
  readonly clientId: string
  readonly clientSecret: string
}
interface Seen {
  readonly authorization: string | null
  readonly body: string
}

/** What a client sends, and the token that it reads from the answer of RFC 6749. */
type Ask = (client: Client) => Promise<Seen & { readonly token: string }>

const capture = async (ask: (fetch: typeof globalThis.fetch) => Promise<string>) => {
  const seen: Seen[] = []
  const token = await ask(async (_, init) => {
    const headers = new Headers(init?.headers)
    seen.push({ authorization: headers.get('authorization'), body: String(init?.body) })
    return Response.json(json)
  })
  if (!seen[0] || seen.length > 1) throw new Error('one request was expected')
  return { ...seen[0], token }
}

const oauth4webapiAsks =
  (authenticate: (secret: string) => oauth4webapi.ClientAuth): Ask =>
  (client) =>
    capture(async (fetch) => {
      const server = { issuer, token_endpoint: url }
      const id = { client_id: client.clientId }
      const response = await oauth4webapi.clientCredentialsGrantRequest(
        server,
        id,
        authenticate(client.clientSecret),
        new URLSearchParams({ scope: 'a b' }),
        { [oauth4webapi.customFetch]: fetch as never },
      )
      const answer = await oauth4webapi.processClientCredentialsResponse(server, id, response)
      return answer.access_token
    })

const openidClientAsks =
  (authenticate: (secret: string) => openidClient.ClientAuth): Ask =>
  (client) =>
    capture(async (fetch) => {
      const server = { issuer, token_endpoint: url }
      const { clientId, clientSecret } = client
      const config = new openidClient.Configuration(server, clientId, undefined, authenticate(clientSecret))
      config[openidClient.customFetch] = fetch as never
      const answer = await openidClient.clientCredentialsGrant(config, { scope: 'a b' })
      return answer.access_token
    })

const weAsk =
  (authentication: Parameters<typeof clientCredentialsGrant>[0]['authentication']): Ask =>
  (client) =>
    capture(async (fetch) => {
      const grant = grantInForm({ scope: 'a b' })
      const answer = await clientCredentialsGrant({ url, ...client, authentication, grant, fetch })
      return answer.accessToken
    })

const peers = {
  oauth4webapi: {
    basic: oauth4webapiAsks(oauth4webapi.ClientSecretBasic),
    post: oauth4webapiAsks(oauth4webapi.ClientSecretPost),
  },
  'openid-client': {
    basic: openidClientAsks(openidClient.ClientSecretBasic),
    post: openidClientAsks(openidClient.ClientSecretPost),
  },
}
const ours = {
  form: weAsk(clientSecretBasic({ encoding: 'form' })),
  post: weAsk(clientSecretPost()),
}

/** The peers escape more than Appendix B asks for (`_` becomes `%5F`), so what the header says is compared. */
const decoded = ({ authorization }: Seen) => {
  const pair = Buffer.from(authorization?.replace('Basic ', '') ?? '', 'base64').toString('latin1')
  return [...new URLSearchParams(pair.replace(':', '='))]
}

const awkward: readonly Client[] = [
  { clientId: ' %&+£€', clientSecret: ' %&+£€' },
  { clientId: "client %&+-_.!~*'()", clientSecret: "secret %&+-_.!~*'()" },
  { clientId: 'a:b', clientSecret: 'c:d:' },
  { clientId: ':', clientSecret: '::' },
  { clientId: 'app', clientSecret: 's3+/=%:x' },
  { clientId: '\u{1f600}"\\', clientSecret: '\ufeff/?#[]@$,;=^`{|}<>' },
]
const credential = fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/\p{Cc}/u.test(text))

describe.each(Object.entries(peers))('beside %s', (_, peer) => {
  it.each(awkward)('says the same as it does for $clientId', async (client) => {
    const [our, their] = [await ours.form(client), await peer.basic(client)]
    expect(decoded(our)).toEqual([[client.clientId, client.clientSecret]])
    expect(decoded(our)).toEqual(decoded(their))
    expect(our.token).toBe(their.token)
  })

  it('reads back every header that it writes, and no other client from it', async () => {
    await fc.assert(
      fc.asyncProperty(credential, credential, async (clientId, clientSecret) => {
        const { authorization } = await peer.basic({ clientId, clientSecret })
        expect(parseBasicAuthorization(authorization, { encoding: 'form' })).toEqual({
          clientId,
          clientSecret,
        })
      }),
      {
        numRuns: 50,
        examples: awkward.map(({ clientId, clientSecret }) => [clientId, clientSecret] as const),
      },
    )
  })

  it.each(awkward)('sends the same body for $clientId, in another order', async (client) => {
    const pairs = ({ body }: Seen) => [...new URLSearchParams(body)].sort()
    const [our, their] = [await ours.post(client), await peer.post(client)]
    expect(pairs(our)).toEqual(pairs(their))
    expect(our.authorization).toBe(their.authorization)
    expect(our.token).toBe(their.token)
  })
})
