const assert = require('node:assert/strict')

const key = { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId: 'id', credentialId: 'k1' }

const sealed = { key: 'bank', version: 'v1' }

module.exports = async ({
  '@x/token-cache': { createTokenCache, keyring, memoryStore },
  '@x/token-cache/redis': { ioredis, redisStore },
  '@x/token-cache/testing': { storeContract },
}) => {
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

  const codec = keyring([Buffer.from('0123456789abcdef0123456789abcdef')])
  const data = await codec.seal({ ...sealed, text: 'canary', expiresAt: 1_900_000_000_000 })
  assert.doesNotMatch(data, /canary/)
  assert.deepEqual(await codec.open({ ...sealed, data }), { text: 'canary', expiresAt: 1_900_000_000_000 })
  assert.deepEqual(await codec.open({ ...sealed, data, key: 'shop' }), { unreadable: 'not-authentic' })

  let clock = 0
  const now = () => clock
  const advance = (ms) => {
    clock += ms
  }
  const create = () => ({ store: memoryStore({ now, monotonic: now }), advance })
  for (const { run } of storeContract({ create })) await run()

  const inRedis = redisStore(ioredis({ eval: async () => ['hit', 'v1', 'sealed', 900] }), { codec })
  assert.deepEqual(await inRedis.get('bank'), { version: 'v1', data: 'sealed', ttlMs: 900 })
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
