import type { AccessToken, CachedTokenSource } from '@x/token-cache'

/** Hands out the fixture's token, and a second one after the first was refused. */
export const testTokens = (value: string): CachedTokenSource => {
  let current = tokenOf(value)
  const renewed = tokenOf(`${value}2`)
  return {
    get: async () => current,
    peek: () => current,
    invalidate: () => {
      current = renewed
      return 'renewed'
    },
    confirm: () => {},
  }
}

const tokenOf = (value: string): AccessToken => ({
  value,
  version: value,
  expiresAt: Number.MAX_SAFE_INTEGER,
})
