import { createClient, defineProfile, ProviderError } from '@x/providers'
import { oauthForm } from '@x/providers/schemes'
import { describe, expect, it } from 'vitest'

const evidence = [{ source: 'a page', checked: '2026-11-22', grade: 'documentation' }] as const
const bankWith = (options: Parameters<typeof oauthForm>[0], answer: () => Response) => {
  const sent: { url: string; headers: Record<string, string>; body: unknown }[] = []
  const profile = defineProfile({
    id: 'form',
    name: 'A bank with a form',
    environments: { test: { baseUrl: 'https://bank.example/gateway' } },
    token: oauthForm(options),
    evidence,
  })
  const client = createClient(profile, {
    environment: 'test',
    clientId: 'shop 1',
    clientSecret: 'CANARY+&é',
    fetch: async (url, init) => {
      sent.push({
        url: String(url),
        headers: Object.fromEntries(new Headers(init?.headers)),
        body: init?.body,
      })
      return answer()
    },
  })
  return { client, sent }
}

describe('oauthForm', () => {
  const token = () => Response.json({ access_token: 't', token_type: 'BearerToken', expires_in: '179999' })
  // printf %s 'CANARY+&é' | jq -sRr @uri, and a plus for a space as RFC 6749 Appendix B has it
  const secrets = 'client_id=shop+1&client_secret=CANARY%2B%26%C3%A9'

  it('sends id, secret and grant in the form', async () => {
    const { client, sent } = bankWith({ path: '/token', grant: 'form' }, token)
    expect((await client.accessToken()).value).toBe('t')
    expect(sent).toEqual([
      {
        url: 'https://bank.example/gateway/token',
        headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
        body: `grant_type=client_credentials&${secrets}`,
      },
    ])
  })

  it('sends the grant in the query where the gateway wants it there, and extras', async () => {
    const { client, sent } = bankWith(
      { path: '/token', grant: 'query', headers: { 'x-key': 'abc' }, scope: 'a b' },
      token,
    )
    await client.accessToken()
    expect(sent[0]?.url).toBe('https://bank.example/gateway/token?grant_type=client_credentials')
    expect(sent[0]?.body).toBe(`scope=a+b&${secrets}`)
    expect(sent[0]?.headers['x-key']).toBe('abc')
  })

  it('shows no secret of a refusal that echoes it', async () => {
    const { client } = bankWith({ path: '/token', grant: 'form' }, () =>
      Response.json({ error: 'invalid_client', error_description: `no ${secrets}` }, { status: 401 }),
    )
    const error = await client.accessToken().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProviderError)
    expect(String(error)).toContain('refused the token request with HTTP 401 (invalid_client)')
    expect(String(error) + JSON.stringify(error)).not.toContain('CANARY')
  })

  it('has no default for where the grant goes', () => {
    expect(() => oauthForm({ path: '/token' } as never)).toThrow("\"grant\" must be 'form' or 'query'")
  })
})
