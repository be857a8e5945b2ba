const assert = require('node:assert/strict')

const key = { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'id', credentialId: 'k1' }

module.exports = async ({ '@x/token-cache': { createTokenCache } }) => {
  let fetches = 0
  const cache = createTokenCache()
  const source = cache.source({
    key,
    fetchToken: async () => {
      fetches += 1
      return { accessToken: 'canary', expiresIn: 900 }
    },
  })
  const tokens = await Promise.all(Array.from({ length: 100 }, () => source.get()))
  assert.equal(fetches, 1)
  assert.equal(tokens[99].value, 'canary')
  assert.doesNotMatch(JSON.stringify(tokens) + String(tokens[0]), /canary/)
  cache.close()
}

module.exports.across = async ({ esm, cjs }) => {
  const closed = async ({ createTokenCache }) => {
    const cache = createTokenCache()
    const source = cache.source({ key, fetchToken: async () => ({ accessToken: 'a', expiresIn: 900 }) })
    cache.close()
    return source.get()
  }
  const isClosed = (TokenCacheError) => (error) =>
    error instanceof TokenCacheError && error.code === 'ERR_TOKEN_CACHE_CLOSED'
  await assert.rejects(closed(esm['@x/token-cache']), isClosed(cjs['@x/token-cache'].TokenCacheError))
  await assert.rejects(closed(cjs['@x/token-cache']), isClosed(esm['@x/token-cache'].TokenCacheError))
}
