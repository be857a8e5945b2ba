import {
  exportPrivateKey,
  exportPublicKey,
  importPrivateKey,
  importPublicKey,
  publicKeyOf,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { pkcs1Private, pkcs1Public, sample } from '../test/samples.js'

// The samples are what openssl wrote (`openssl pkey`, `openssl pkey -pubout`).
const lines = (pem: string): string => pem.trim().replace(/\r/g, '')

describe('exportPublicKey', () => {
  it('writes what openssl writes, from both halves and from PKCS#1', () => {
    for (const key of [
      importPublicKey(sample.publicKey),
      importPublicKey(pkcs1Public),
      importPrivateKey(sample.privateKey),
      publicKeyOf(importPrivateKey(pkcs1Private)),
    ])
      expect(exportPublicKey(key)).toBe(`${lines(sample.publicKey)}\n`)
  })

  it('refuses what is no imported key', () => {
    expect(() => exportPublicKey(sample.publicKey as never)).toThrow(
      /^"key" must be a key from importPrivateKey/,
    )
  })
})

describe('exportPrivateKey', () => {
  it('writes PKCS#8 as openssl does, from PKCS#1 and from a damaged text', () => {
    const escaped = `"${pkcs1Private.replaceAll('\n', '\\n')}"`
    for (const source of [sample.privateKey, pkcs1Private, escaped])
      expect(exportPrivateKey(importPrivateKey(source))).toBe(`${lines(sample.privateKey)}\n`)
  })

  it('refuses a public key, and a CryptoKey, whose bytes its engine keeps', async () => {
    expect(() => exportPrivateKey(importPublicKey(sample.publicKey) as never)).toThrow(
      '"privateKey" must be a private key from importPrivateKey, got a public key',
    )
    const { privateKey } = (await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 2048,
        publicExponent: Uint8Array.of(1, 0, 1),
        hash: 'SHA-256',
      },
      false,
      ['sign', 'verify'],
    )) as { privateKey: Parameters<typeof importPrivateKey>[0] }
    expect(() => exportPrivateKey(importPrivateKey(privateKey))).toThrow(/CryptoKey, which keeps its bytes/)
  })
})
