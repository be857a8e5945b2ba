import { describe, expect, it } from 'vitest'
import { createClient } from './create-client.js'
import { defineProfile } from './define-profile.js'
import { oauthBasic } from './schemes/oauth-basic.js'

const bank = defineProfile({
  id: 'a',
  name: 'A',
  environments: { test: { baseUrl: 'https://a.example' } },
  token: oauthBasic({ path: '/token', encoding: 'raw' }),
  evidence: [{ source: 'a page', checked: '2026-11-22', grade: 'documentation' }],
})
const refusal = async (status: number, body: string): Promise<string> => {
  const fetch = async () => new Response(body, { status })
  const client = createClient(bank, {
    environment: 'test',
    clientId: 'shop-1',
    clientSecret: 'not-a-secret',
    fetch,
  })
  return client.accessToken().then(String, String)
}

describe('a token request that is answered 404', () => {
  it('is first of all one to a wrong address', async () => {
    expect(await refusal(404, '<html>')).toContain(
      'HTTP 404. Check "baseUrl" first: no token is given at this address.',
    )
  })
  it('but not where the provider itself said no', async () => {
    expect(await refusal(404, '{"error":"invalid_client"}')).not.toContain('first')
    expect(await refusal(401, '<html>')).not.toContain('first')
  })
})
