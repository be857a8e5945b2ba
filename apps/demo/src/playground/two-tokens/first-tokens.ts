import { clientCredentialsGrant, clientSecretBasic } from '@x/oauth-basic'
import type { Sandbox, SandboxProvider } from '@x/sandbox'
import { formatTimestamp, importPrivateKey, signTokenRequest } from '@x/snap-signature'
import { demoClient, demoPrivateKey } from '../parts/demo-keys.js'

/** A token that was just obtained, as far as it may be shown. */
export interface ShownToken {
  readonly masked: string
  readonly length: number
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export type Door = 'snap' | 'oauth'

/** The two lower packages alone, since a first page should be light; the tools use whole clients. */
const { clientId, clientSecret } = demoClient

/** One token through each door, from the sandbox's servers. @throws Error with the status of a refusal */
export const firstTokens = async (sandbox: Sandbox): Promise<Readonly<Record<Door, ShownToken>>> => ({
  snap: await throughSnap(sandbox.provider('nicepay')),
  oauth: await throughOAuth(sandbox.provider('bni')),
})

const throughSnap = async (provider: SandboxProvider): Promise<ShownToken> => {
  const askedAt = Date.now()
  const timestamp = formatTimestamp(askedAt)
  const privateKey = importPrivateKey(demoPrivateKey)
  const request = new Request(addressOf(provider), {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-TIMESTAMP': timestamp,
      'X-CLIENT-KEY': clientId,
      'X-SIGNATURE': await signTokenRequest({ clientId, timestamp, privateKey }),
    },
    body: '{"grantType":"client_credentials","additionalInfo":{}}',
  })
  const response = await provider.fetch(request)
  if (!response.ok) throw new Error(`${provider.name} answered ${response.status}`)
  const answer = (await response.json()) as { readonly accessToken: string; readonly expiresIn: string }
  return shown(answer.accessToken, askedAt + Number(answer.expiresIn) * 1_000)
}

const throughOAuth = async (provider: SandboxProvider): Promise<ShownToken> => {
  const askedAt = Date.now()
  const { accessToken, expiresIn = 0 } = await clientCredentialsGrant({
    url: addressOf(provider),
    clientId,
    clientSecret,
    authentication: clientSecretBasic({ encoding: 'raw' }),
    fetch: (url, init) => provider.fetch(new Request(url, init)),
  })
  return shown(accessToken, askedAt + expiresIn * 1_000)
}

/** Nobody resolves this name: the request is handed to the provider's handler in the page. */
const addressOf = ({ basePath, tokenPath }: SandboxProvider): string =>
  `https://sandbox.invalid${basePath}${tokenPath}`

const shown = (token: string, expiresAt: number): ShownToken => ({
  masked: `${token.slice(0, 4)}…`,
  length: token.length,
  expiresAt,
})
