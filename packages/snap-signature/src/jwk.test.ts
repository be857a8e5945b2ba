import { fingerprint, importPrivateKey, importPublicKey, SnapSignatureError } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { generatedKey, sampleFingerprint, thrownBy } from '../test/samples.js'

const privateText = generatedKey('jwk', 'private')
const publicText = generatedKey('jwk', 'public')
const privateJwk = JSON.parse(privateText) as JsonWebKey & Record<string, string>
const publicJwk = JSON.parse(publicText) as JsonWebKey & Record<string, string>
const numbers = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'] as const

/** The same number with a zero byte before it. */
function withLeadingZero(text: string): string {
  const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return btoa(`\0${bytes}`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const padded = Object.fromEntries(
  numbers.map((member) => [member, withLeadingZero(privateJwk[member] ?? '')]),
)

describe('a JSON Web Key', () => {
  it.each<[string, string | Uint8Array | JsonWebKey]>([
    ['an object', privateJwk],
    ['text', privateText],
    ['indented text', JSON.stringify(privateJwk, null, 2)],
    ['text in quotes', `'${privateText.trim()}'`],
    ['bytes', new TextEncoder().encode(privateText)],
    ['base64 of text', btoa(privateText)],
    ['all that RFC 7517 allows', { ...privateJwk, alg: 'RS256', use: 'sig', key_ops: ['sign'], ext: true }],
    ['both operations', { ...privateJwk, key_ops: ['sign', 'verify'] }],
    ['leading zeros', { ...privateJwk, ...padded }],
  ])('is read as a private key: %s', (_, source) => {
    const key = importPrivateKey(source)
    expect(key).toEqual({ kind: 'private', bits: 2048 })
    expect(fingerprint(key)).toBe(sampleFingerprint)
  })

  it.each<[string, string | JsonWebKey]>([
    ['an object', publicJwk],
    ['text', publicText],
    ['with a purpose', { ...publicJwk, alg: 'RS256', use: 'sig', key_ops: ['verify'] }],
    ['with members that are undefined', { ...privateJwk, ...absent('d', 'p', 'q', 'dp', 'dq', 'qi') }],
  ])('is read as a public key: %s', (_, source) => {
    const key = importPublicKey(source)
    expect(key).toEqual({ kind: 'public', bits: 2048 })
    expect(fingerprint(key)).toBe(sampleFingerprint)
  })

  it.each(numbers)('needs every number of a private key: %s', (member) => {
    const detail = { problem: 'missing', member }
    for (const wrong of [{ [member]: undefined }, { [member]: '' }])
      expect(thrownBy(() => importPrivateKey({ ...privateJwk, ...wrong }))).toMatchObject({
        code: 'ERR_SNAP_KEY_JWK',
        detail,
      })
  })

  it.each(['n', 'e'] as const)('needs every number of a public key: %s', (member) => {
    expect(thrownBy(() => importPublicKey({ ...publicJwk, [member]: undefined }))).toMatchObject({
      code: 'ERR_SNAP_KEY_JWK',
      detail: { problem: 'missing', member },
    })
  })

  it('may say null for what it does not have', () => {
    const absent = { alg: null, use: null, key_ops: null, oth: null }
    expect(importPrivateKey({ ...privateJwk, ...absent } as never).bits).toBe(2048)
    const nothing = { d: null, p: null, q: null, dp: null, dq: null, qi: null }
    expect(importPublicKey({ ...publicJwk, ...absent, ...nothing } as never).bits).toBe(2048)
    expect(thrownBy(() => importPrivateKey({ ...publicJwk, ...nothing } as never))).toMatchObject({
      code: 'ERR_SNAP_KEY_WRONG_KIND',
    })
    expect(thrownBy(() => importPublicKey({ ...publicJwk, kty: null } as never))).toMatchObject({
      detail: { problem: 'missing', member: 'kty' },
    })
  })

  it.each(numbers)('is refused with one character changed in %s', (member) => {
    const text = privateJwk[member] ?? ''
    for (let at = 0; at < text.length; at += 37) {
      const changed = text.slice(0, at) + (text[at] === 'B' ? 'C' : 'B') + text.slice(at + 1)
      expect(thrownBy(() => importPrivateKey({ ...privateJwk, [member]: changed }))).toBeInstanceOf(
        SnapSignatureError,
      )
    }
  })

  it.each([
    ['p and q changed over', { p: privateJwk['q'], q: privateJwk['p'] }],
    ['zero', { d: 'AA' }],
    ['the modulus of another key', { n: withLeadingZero(privateJwk['p'] ?? '') }],
  ])('is refused with numbers that do not fit: %s', (_, wrong) => {
    expect(thrownBy(() => importPrivateKey({ ...privateJwk, ...wrong } as JsonWebKey))).toMatchObject({
      code: 'ERR_SNAP_KEY_UNREADABLE',
      detail: { problem: 'inconsistent-numbers' },
    })
  })

  it.each<[string, object, string, object]>([
    ['padding', { ...privateJwk, e: 'AQAB=' }, 'ERR_SNAP_KEY_JWK', { problem: 'not-base64url', member: 'e' }],
    ['base64', { ...privateJwk, n: '+/+/' }, 'ERR_SNAP_KEY_JWK', { problem: 'not-base64url', member: 'n' }],
    ['a number', { ...privateJwk, e: 65_537 }, 'ERR_SNAP_KEY_JWK', { problem: 'not-text', member: 'e' }],
    ['null', { ...privateJwk, d: null }, 'ERR_SNAP_KEY_JWK', { problem: 'missing', member: 'd' }],
    ['no kty', { ...privateJwk, kty: undefined }, 'ERR_SNAP_KEY_JWK', { problem: 'missing', member: 'kty' }],
    ['a set', { keys: [privateJwk] }, 'ERR_SNAP_KEY_JWK', { problem: 'key-set' }],
    [
      'three primes',
      { ...privateJwk, oth: [] },
      'ERR_SNAP_KEY_JWK',
      { problem: 'more-than-two-primes', member: 'oth' },
    ],
    [
      'a large number',
      { ...privateJwk, q: 'A'.repeat(4097) },
      'ERR_SNAP_KEY_UNREADABLE',
      { problem: 'too-long' },
    ],
    ['PS256', { ...privateJwk, alg: 'PS256' }, 'ERR_SNAP_KEY_WRONG_PURPOSE', { field: 'alg' }],
    ['RS512', { ...privateJwk, alg: 'RS512' }, 'ERR_SNAP_KEY_WRONG_PURPOSE', { field: 'alg' }],
    ['RSA-OAEP', { ...privateJwk, alg: 'RSA-OAEP' }, 'ERR_SNAP_KEY_WRONG_PURPOSE', { field: 'alg' }],
    ['encryption', { ...privateJwk, use: 'enc' }, 'ERR_SNAP_KEY_WRONG_PURPOSE', { field: 'use' }],
    ['no operation', { ...privateJwk, key_ops: [] }, 'ERR_SNAP_KEY_WRONG_PURPOSE', { field: 'key_ops' }],
    [
      'another operation',
      { ...privateJwk, key_ops: ['verify'] },
      'ERR_SNAP_KEY_WRONG_PURPOSE',
      { field: 'key_ops' },
    ],
    [
      'operations as text',
      { ...privateJwk, key_ops: 'sign' },
      'ERR_SNAP_KEY_WRONG_PURPOSE',
      { field: 'key_ops' },
    ],
    ['an EC key', { kty: 'EC', crv: 'P-256', d: 'AA' }, 'ERR_SNAP_KEY_NOT_RSA', { algorithm: 'EC' }],
    ['an Ed25519 key', { kty: 'OKP', crv: 'Ed25519' }, 'ERR_SNAP_KEY_NOT_RSA', { algorithm: 'Ed25519' }],
    ['an unknown curve', { kty: 'OKP', crv: 'E-521' }, 'ERR_SNAP_KEY_NOT_RSA', { algorithm: 'unknown' }],
    ['a secret', { kty: 'oct', k: 'AA' }, 'ERR_SNAP_KEY_NOT_RSA', { algorithm: 'HMAC' }],
    ['an unknown type', { kty: 'rsa' }, 'ERR_SNAP_KEY_NOT_RSA', { algorithm: 'unknown' }],
    ['a public key', publicJwk, 'ERR_SNAP_KEY_WRONG_KIND', { expected: 'private', actual: 'public' }],
  ])('is refused as a private key: %s', (_, source, code, detail) => {
    const expected = { code, detail }
    expect(thrownBy(() => importPrivateKey(source as JsonWebKey))).toMatchObject(expected)
    expect(thrownBy(() => importPrivateKey(JSON.stringify(source)))).toMatchObject(expected)
  })

  it.each([
    privateJwk,
    ...(['d', 'p', 'q', 'dp', 'dq', 'qi'] as const).map((member) => ({
      ...publicJwk,
      [member]: privateJwk[member],
    })),
  ])('is never taken for public with one private number in it', (source) => {
    expect(thrownBy(() => importPublicKey(source))).toMatchObject({
      code: 'ERR_SNAP_KEY_WRONG_KIND',
      detail: { expected: 'public', actual: 'private' },
    })
  })

  it('is refused as a public key that may only sign', () => {
    expect(thrownBy(() => importPublicKey({ ...publicJwk, key_ops: ['sign'] }))).toMatchObject({
      code: 'ERR_SNAP_KEY_WRONG_PURPOSE',
      detail: { field: 'key_ops' },
    })
  })

  it('meets the floor', () => {
    expect(thrownBy(() => importPrivateKey(privateJwk, { minimumBits: 2049 }))).toMatchObject({
      code: 'ERR_SNAP_KEY_TOO_SMALL',
    })
  })
})

function absent(...members: readonly string[]): object {
  return Object.fromEntries(members.map((member) => [member, undefined]))
}
