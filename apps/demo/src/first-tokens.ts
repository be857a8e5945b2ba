import type { DemoClient } from './demo-clients.js'

/** What became of one provider's first token. */
export type FirstToken = {
  readonly name: string
  readonly environment: string
  readonly flow: string
  readonly ms: number
} & ({ readonly token: string; readonly expiresIn: string } | { readonly problem: string })

/** Gets the first token of each, one after the other, so that the times are each one's own. */
export const firstTokens = async (clients: readonly DemoClient[]): Promise<readonly FirstToken[]> => {
  const tokens: FirstToken[] = []
  for (const client of clients) tokens.push(await firstToken(client))
  return tokens
}

const firstToken = async ({ name, environment, flow, open }: DemoClient): Promise<FirstToken> => {
  let startedAt = performance.now()
  const elapsed = (): number => Math.round(performance.now() - startedAt)
  try {
    const client = await open()
    startedAt = performance.now()
    const token = await client.accessToken()
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
