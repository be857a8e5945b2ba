import {
  fingerprint,
  importPrivateKey,
  importPublicKey,
  publicKeyOf,
  type SignatureEncoding,
  signTokenRequest,
  tokenStringToSign,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { fingerprintFrom } from './samples.js'
import published from './vectors/token.json' with { type: 'json' }

interface PublishedKey {
  readonly bits: number
  readonly publicKey: string
  readonly privateKey?: string
  readonly sha256: string
}

const keys: Readonly<Record<string, PublishedKey>> = published.keys
const allowSmall = { minimumBits: 1024 }

describe.each(published.vectors)('$name', (vector) => {
  const { clientId, timestamp, signature } = vector
  const encoding = vector.encoding as SignatureEncoding
  const key = keys[vector.key] as PublishedKey

  it('has the published string to sign', () => {
    expect(tokenStringToSign({ clientId, timestamp })).toBe(vector.stringToSign)
  })

  it('verifies with the published public key', async () => {
    const publicKey = importPublicKey(key.publicKey, allowSmall)
    expect(publicKey.bits).toBe(key.bits)
    expect(await verifyTokenRequest({ clientId, timestamp, signature, publicKey, encoding })).toBe(true)
  })

  if (key.privateKey === undefined) return
  const { privateKey: pem } = key

  it('is signed again to the last character', async () => {
    const privateKey = importPrivateKey(pem, allowSmall)
    expect(await signTokenRequest({ clientId, timestamp, privateKey, encoding })).toBe(signature)
  })
})

it.each(Object.entries(keys))('%s has the fingerprint that OpenSSL prints', (_, key) => {
  const expected = fingerprintFrom(key.sha256)
  expect(fingerprint(importPublicKey(key.publicKey, allowSmall))).toBe(expected)
  if (!key.privateKey) return
  const privateKey = importPrivateKey(key.privateKey, allowSmall)
  expect(fingerprint(privateKey)).toBe(expected)
  expect(fingerprint(publicKeyOf(privateKey))).toBe(expected)
})

it.each(published.refused)('$name: what is printed as a key is refused', ({ privateKey }) => {
  expect(() => importPrivateKey(privateKey)).toThrow(
    expect.objectContaining({ code: 'ERR_SNAP_KEY_UNREADABLE', detail: { problem: 'too-short' } }),
  )
})
