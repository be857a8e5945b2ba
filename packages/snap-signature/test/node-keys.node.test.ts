import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  type JsonWebKey as NodeJsonWebKey,
  webcrypto,
  X509Certificate,
} from 'node:crypto'
import {
  fingerprint,
  importEncryptedPrivateKey,
  importPrivateKey,
  importPublicKey,
  type KeyObjectLike,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, inject, it } from 'vitest'
import { generatedKeys, sample, sampleFingerprint, sampleVector, smallSample, thrownBy } from './samples.js'

const privateObject = createPrivateKey(sample.privateKey)
const publicObject = createPublicKey(sample.publicKey)
const { clientId, timestamp, signature } = sampleVector

describe('a KeyObject', () => {
  it('is read, signs and verifies', async () => {
    const privateKey = importPrivateKey(privateObject)
    const publicKey = importPublicKey(publicObject)
    expect([privateKey, publicKey].map(fingerprint)).toEqual([sampleFingerprint, sampleFingerprint])
    expect(await signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
    expect(await verifyTokenRequest({ clientId, timestamp, signature, publicKey })).toBe(true)
  })

  it('is refused as what it is not', () => {
    const kind = (expected: string, actual: string) => ({
      code: 'ERR_SNAP_KEY_WRONG_KIND',
      detail: { expected, actual },
    })
    expect(thrownBy(() => importPrivateKey(publicObject))).toMatchObject(kind('private', 'public'))
    expect(thrownBy(() => importPublicKey(privateObject))).toMatchObject(kind('public', 'private'))
    expect(thrownBy(() => importPrivateKey(createPrivateKey(smallSample.privateKey)))).toMatchObject({
      code: 'ERR_SNAP_KEY_TOO_SMALL',
    })
  })

  it.each([
    ['EC', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['Ed25519', generateKeyPairSync('ed25519')],
    ['X448', generateKeyPairSync('x448')],
    ['RSASSA-PSS', generateKeyPairSync('rsa-pss', { modulusLength: 2048 })],
  ])('is refused for another algorithm: %s', (algorithm, { privateKey, publicKey }) => {
    const expected = { code: 'ERR_SNAP_KEY_NOT_RSA', detail: { algorithm } }
    expect(thrownBy(() => importPrivateKey(privateKey))).toMatchObject(expected)
    expect(thrownBy(() => importPublicKey(publicKey))).toMatchObject(expected)
  })

  it('is refused as a secret', () => {
    const secret = createSecretKey(Buffer.from('secret')) as unknown as KeyObjectLike
    const expected = { code: 'ERR_SNAP_KEY_NOT_RSA', detail: { algorithm: 'HMAC' } }
    expect(thrownBy(() => importPrivateKey(secret))).toMatchObject(expected)
  })

  it.each<[string, () => unknown]>([
    ['nothing', () => undefined],
    ['text', () => sample.privateKey],
    [
      'an error that holds the key',
      () => {
        throw new Error(sample.privateKey)
      },
    ],
  ])('is misuse if it exports %s', (_, exporting) => {
    const source = { type: 'private', export: exporting } as KeyObjectLike
    expect(() => importPrivateKey(source)).toThrow(
      new TypeError('"source" must be a KeyObject that exports DER, got an object'),
    )
  })
})

describe('node:crypto', () => {
  const pairs = [1024, 2048, 3072].map((modulusLength) => generateKeyPairSync('rsa', { modulusLength }))

  it.each(pairs)('writes JSON Web Keys that are read', ({ privateKey, publicKey }) => {
    const options = { minimumBits: 1024 }
    const known = fingerprint(importPublicKey(publicKey.export({ format: 'der', type: 'spki' }), options))
    const privateJwk: NodeJsonWebKey = privateKey.export({ format: 'jwk' })
    const publicJwk: NodeJsonWebKey = publicKey.export({ format: 'jwk' })
    expect(fingerprint(importPrivateKey(privateJwk, options))).toBe(known)
    expect(fingerprint(importPublicKey(publicJwk, options))).toBe(known)
    expect(fingerprint(importPublicKey(JSON.stringify(publicJwk), options))).toBe(known)
  })

  it('writes JSON Web Keys of WebCrypto that are read', async () => {
    const pair = await webcrypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        hash: 'SHA-256',
        modulusLength: 2048,
        publicExponent: Uint8Array.of(1, 0, 1),
      },
      true,
      ['sign', 'verify'],
    )
    const privateKey = importPrivateKey(await webcrypto.subtle.exportKey('jwk', pair.privateKey))
    const publicKey = importPublicKey(await webcrypto.subtle.exportKey('jwk', pair.publicKey))
    expect(fingerprint(privateKey)).toBe(fingerprint(publicKey))
    const signed = await signTokenRequest({
      clientId,
      timestamp,
      privateKey: importPrivateKey(pair.privateKey),
    })
    expect(signed).toBe(await signTokenRequest({ clientId, timestamp, privateKey }))
    const seen = importPublicKey(pair.publicKey)
    expect(await verifyTokenRequest({ clientId, timestamp, signature: signed, publicKey: seen })).toBe(true)
  })

  it.each(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc', 'des-ede3-cbc'])(
    'encrypts a key that is opened: %s',
    async (cipher) => {
      const passphrase = 'p\u00e4ssphrase \u2603'
      const written = privateObject.export({ type: 'pkcs8', format: 'der', cipher, passphrase })
      const importing = importEncryptedPrivateKey(written, { passphrase })
      if (cipher.startsWith('des') && inject('backend') !== 'node')
        return expect(importing).rejects.toMatchObject({ detail: { problem: 'runtime' } })
      expect(fingerprint(await importing)).toBe(sampleFingerprint)
    },
  )

  it.each(generatedKeys.certificates)('finds the same key in a certificate: %s', (_, pem) => {
    const { publicKey, raw } = new X509Certificate(pem)
    expect(fingerprint(importPublicKey(raw))).toBe(fingerprint(importPublicKey(publicKey)))
  })

  // Node imports the exponent 1, with which the padded digest is its own signature.
  it('takes a CryptoKey that anybody can sign for, and we do not', async () => {
    const jwk = { ...publicObject.export({ format: 'jwk' }), e: 'AQ' }
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    const key = await webcrypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify'])
    const expected = { code: 'ERR_SNAP_KEY_UNREADABLE', detail: { problem: 'inconsistent-numbers' } }
    expect(thrownBy(() => importPublicKey(key))).toMatchObject(expected)
    expect(thrownBy(() => importPublicKey(jwk))).toMatchObject(expected)
  })
})
