import nodeCrypto, { type KeyObject } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { derOf, sample } from '../../test/samples.js'
import type { Backend } from './backend.js'
import * as node from './node/index.js'
import * as portable from './portable.js'

describeBackend<KeyObject>(node)
describeBackend<CryptoKey>(portable)

function describeBackend<NativeKey>(backend: Backend<NativeKey>): void {
  const message = new TextEncoder().encode('ACME|2020-12-17T10:55:00+07:00')
  const privateKey = async () => must(await backend.importPrivate(derOf(sample.privateKey)))
  const publicKey = async () => must(await backend.importPublic(derOf(sample.publicKey)))

  describe(`backend ${backend.name}`, () => {
    // FIPS 180-2, appendix B.1.
    it('knows SHA-256', () => {
      const digest = backend.sha256(new TextEncoder().encode('abc'))
      expect(Buffer.from(digest).toString('hex')).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      )
    })

    it('signs what Node signs, and verifies it', async () => {
      const expected = nodeCrypto.createSign('sha256').update(message).sign(sample.privateKey)
      expect(Buffer.from(await backend.rsaSign(await privateKey(), message))).toEqual(expected)
      expect(await backend.rsaVerify(await publicKey(), expected, message)).toBe(true)
      expect(await backend.rsaVerify(await publicKey(), expected, message.subarray(1))).toBe(false)
    })

    it('verifies no other padding and no other digest', async () => {
      const padding = nodeCrypto.constants.RSA_PKCS1_PSS_PADDING
      const pss = nodeCrypto.sign('sha256', message, { key: sample.privateKey, padding })
      const sha1 = nodeCrypto.sign('sha1', message, sample.privateKey)
      expect(await backend.rsaVerify(await publicKey(), pss, message)).toBe(false)
      expect(await backend.rsaVerify(await publicKey(), sha1, message)).toBe(false)
    })

    it('has no key for what it cannot read', async () => {
      expect(await backend.importPrivate(Uint8Array.of(0x30, 0))).toBeUndefined()
      expect(await backend.importPublic(Uint8Array.of(0x30, 0))).toBeUndefined()
    })
  })
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the engine refused the sample key')
  return value
}

describe('backend portable in a page without a secure context', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('says what is missing and does not blame the key', async () => {
    vi.stubGlobal('crypto', {})
    await expect(portable.importPrivate(derOf(sample.privateKey))).rejects.toThrow(
      /crypto\.subtle is missing/,
    )
    await expect(portable.importPublic(derOf(sample.publicKey))).rejects.toThrow(TypeError)
  })
})
