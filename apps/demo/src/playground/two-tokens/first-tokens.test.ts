import { expect, it } from 'vitest'
import { pageSandbox } from '../parts/page-sandbox.js'
import { firstTokens } from './first-tokens.js'

it('gets one token through each door, asks each provider once, and shows no token whole', async () => {
  const sandbox = pageSandbox()
  const before = Date.now()
  const { snap, oauth } = await firstTokens(sandbox)
  // NICEPAY's token lives for 900 s, BNI's for 3599 s.
  expect(Math.round((snap.expiresAt - before) / 60_000)).toBe(15)
  expect(Math.round((oauth.expiresAt - before) / 60_000)).toBe(60)
  for (const id of ['nicepay', 'bni']) {
    const [call, ...others] = sandbox.provider(id).calls()
    expect(call?.response?.status).toBe(200)
    expect(others).toEqual([])
  }
  for (const { masked, length } of [snap, oauth]) {
    expect(masked).toHaveLength(5)
    expect(length).toBe(48)
  }
})
