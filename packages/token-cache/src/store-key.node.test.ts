import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { key } from '../test/virtual-world.js'
import { cacheKey, type TokenKey } from './cache-key.js'
import { storeKey } from './store-key.js'

const write = (changes: Partial<TokenKey> = {}) =>
  storeKey({ key: key(changes), name: cacheKey(key(changes)) })

describe('storeKey', () => {
  it('is a readable beginning and the SHA-256 of the whole key', () => {
    const tuple = '["bank","https://bank.example/token","shop","key-1","sandbox",null,null,[]]'
    const digest = createHash('sha256').update(tuple).digest('hex')
    expect(write({ environment: 'sandbox' })).toBe(`token-cache:1:bank:sandbox:${digest}`)
    expect(write()).toMatch(/^token-cache:1:bank::[\da-f]{64}$/)
  })

  it('shows nothing else of a key', () => {
    const secret = 'canary-7c1e9b'
    const shown = write({
      tokenUrl: `https://bank.example/?tenant=${secret}`,
      clientId: secret,
      credentialId: secret,
      scope: [secret],
      audience: secret,
      subject: secret,
    })
    expect(shown).not.toContain(secret)
  })

  it('differs where only what cannot be shown does', () => {
    const long = 'x'.repeat(40)
    const keys = [
      {},
      { provider: 'b:nk' },
      { provider: 'b*nk' },
      { provider: `${long}a` },
      { provider: `${long}b` },
      { environment: 'a' },
      { provider: 'bank:a' },
      { subject: '1' },
      { subject: '2' },
    ]
    const written = keys.map(write)
    expect(new Set(written).size).toBe(keys.length)
    for (const one of written) expect(one).toMatch(/^token-cache:1:[\w.-]{0,40}:[\w.-]{0,40}:[\da-f]{64}$/)
  })
})
