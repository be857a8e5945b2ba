import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { type AnyClient, createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'
import type { ListeningSandbox } from '@x/sandbox/node'

/** What became of one provider's first token. */
export type FirstToken = {
  readonly name: string
  readonly environment: string
  readonly flow: string
  readonly ms: number
} & ({ readonly token: string; readonly expiresIn: string } | { readonly problem: string })

/**
 * Registers a demo client with each provider by the control API and gets its first token, all over HTTP, as a
 * user's program would.
 */
export const firstTokens = async (servers: ListeningSandbox): Promise<readonly FirstToken[]> => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const clientSecret = randomBytes(24).toString('base64url')

  return [
    await firstToken({
      name: nicepay.name,
      environment: 'development',
      flow: nicepay.token?.flow ?? '',
      register: () => register(servers, 'nicepay', { clientId: 'IONPAYDEMO', clientSecret, publicKey }),
      client: (environment) =>
        createClient(nicepay, {
          environment,
          baseUrl: servers.baseUrl('nicepay'),
          clientId: 'IONPAYDEMO',
          clientSecret,
          privateKey,
        }),
    }),
    await firstToken({
      name: bni.name,
      environment: 'sandbox',
      flow: bni.token.flow,
      register: () => register(servers, 'bni', { clientId: 'bni-demo', clientSecret }),
      client: (environment) =>
        createClient(bni, {
          environment,
          baseUrl: servers.baseUrl('bni'),
          clientId: 'bni-demo',
          clientSecret,
          apiKey: 'bni-demo-key',
          apiSecret: randomBytes(24).toString('base64url'),
          appName: 'Demo',
        }),
    }),
  ]
}

interface Attempt<Environment extends string> {
  readonly name: string
  readonly environment: Environment
  readonly flow: string
  readonly register: () => Promise<void>
  readonly client: (environment: Environment) => AnyClient
}

const firstToken = async <Environment extends string>(attempt: Attempt<Environment>): Promise<FirstToken> => {
  const { name, environment, flow, register, client } = attempt
  let startedAt = performance.now()
  const elapsed = (): number => Math.round(performance.now() - startedAt)
  try {
    await register()
    const made = client(environment)
    startedAt = performance.now()
    const token = await made.accessToken()
    const ms = elapsed()
    const seconds = Math.round((token.expiresAt - Date.now()) / 1_000)
    return { name, environment, flow, ms, token: masked(token.value), expiresIn: `${seconds} s` }
  } catch (error) {
    return {
      name,
      environment,
      flow,
      ms: elapsed(),
      problem: error instanceof Error ? error.message : 'unknown',
    }
  }
}

const masked = (token: string): string => `${token.slice(0, 4)}… (${token.length} characters)`

const register = async (servers: ListeningSandbox, provider: string, client: object): Promise<void> => {
  const response = await fetch(`${servers.controlUrl}/_sandbox/${provider}/clients`, {
    method: 'POST',
    headers: { authorization: `Bearer ${servers.controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(client),
  })
  if (response.status === 201) return
  const { error } = (await response.json()) as { readonly error: { readonly message: string } }
  throw new Error(`The sandbox refused the demo client (HTTP ${response.status}): ${error.message}`)
}
