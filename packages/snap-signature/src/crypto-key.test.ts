import {
  type CryptoKeyLike,
  fingerprint,
  importPrivateKey,
  importPublicKey,
  publicKeyOf,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { derOf, sample, sampleVector, smallSample, thrownBy } from '../test/samples.js'

const { subtle } = crypto
const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const { clientId, timestamp, signature } = sampleVector

const webPrivate = (
  algorithm = rs256,
  usages: KeyUsage[] = ['sign'],
  pem = sample.privateKey,
  extractable = false,
) => subtle.importKey('pkcs8', new Uint8Array(derOf(pem)), algorithm, extractable, usages)
const webPublic = (algorithm = rs256, usages: KeyUsage[] = ['verify'], extractable = true) =>
  subtle.importKey('spki', new Uint8Array(derOf(sample.publicKey)), algorithm, extractable, usages)

describe('a CryptoKey', () => {
  it.each([false, true])('signs what the bank published, extractable: %s', async (extractable) => {
    const privateKey = importPrivateKey(await webPrivate(rs256, ['sign'], sample.privateKey, extractable))
    expect(privateKey).toEqual({ kind: 'private', bits: 2048 })
    expect(JSON.stringify(privateKey)).toBe('{"kind":"private","bits":2048}')
    expect(await signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
    expect(await signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
  })

  it.each([false, true])('verifies, extractable: %s', async (extractable) => {
    const publicKey = importPublicKey(await webPublic(rs256, ['verify'], extractable))
    expect(publicKey).toEqual({ kind: 'public', bits: 2048 })
    expect(await verifyTokenRequest({ clientId, timestamp, signature, publicKey })).toBe(true)
    expect(await verifyTokenRequest({ clientId: `${clientId}x`, timestamp, signature, publicKey })).toBe(
      false,
    )
  })

  it('has no fingerprint and no other half', async () => {
    const privateKey = importPrivateKey(await webPrivate())
    const publicKey = importPublicKey(await webPublic())
    expect(() => fingerprint(privateKey)).toThrow(/^"key" was imported from a CryptoKey/)
    expect(() => fingerprint(publicKey)).toThrow(TypeError)
    expect(() => publicKeyOf(privateKey)).toThrow(/^"privateKey" was imported from a CryptoKey/)
  })

  it('is refused for another purpose', async () => {
    const sha512 = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }
    const oaep = { name: 'RSA-OAEP', hash: 'SHA-256' }
    const pss = { name: 'RSA-PSS', hash: 'SHA-256' }
    const code = 'ERR_SNAP_KEY_WRONG_PURPOSE'
    const privateRefusals = [
      [await webPrivate(sha512), { code, detail: { field: 'hash' } }],
      [await webPrivate(oaep, ['decrypt']), { code, detail: { field: 'algorithm' } }],
      [await webPrivate(pss), { code: 'ERR_SNAP_KEY_NOT_RSA', detail: { algorithm: 'RSASSA-PSS' } }],
      [
        await webPublic(),
        { code: 'ERR_SNAP_KEY_WRONG_KIND', detail: { expected: 'private', actual: 'public' } },
      ],
    ] as const
    for (const [key, expected] of privateRefusals)
      expect(thrownBy(() => importPrivateKey(key))).toMatchObject(expected)
    const publicRefusals = [
      [await webPublic(sha512), { code, detail: { field: 'hash' } }],
      [await webPublic(rs256, []), { code, detail: { field: 'usages' } }],
      [await webPublic(oaep, ['encrypt']), { code, detail: { field: 'algorithm' } }],
      [
        await webPrivate(),
        { code: 'ERR_SNAP_KEY_WRONG_KIND', detail: { expected: 'public', actual: 'private' } },
      ],
    ] as const
    for (const [key, expected] of publicRefusals)
      expect(thrownBy(() => importPublicKey(key))).toMatchObject(expected)
  })

  it('is refused for another algorithm', async () => {
    const ec = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const hmac = await subtle.generateKey({ name: 'HMAC', hash: 'SHA-512' }, false, ['sign', 'verify'])
    const aes = await subtle.generateKey({ name: 'AES-CBC', length: 128 }, false, ['encrypt', 'decrypt'])
    const code = 'ERR_SNAP_KEY_NOT_RSA'
    expect(thrownBy(() => importPrivateKey(ec.privateKey))).toMatchObject({
      code,
      detail: { algorithm: 'EC' },
    })
    expect(thrownBy(() => importPublicKey(ec.publicKey))).toMatchObject({ code, detail: { algorithm: 'EC' } })
    expect(thrownBy(() => importPrivateKey(hmac))).toMatchObject({ code, detail: { algorithm: 'HMAC' } })
    expect(thrownBy(() => importPrivateKey(aes))).toMatchObject({ code, detail: { algorithm: 'unknown' } })
  })

  it('meets the floor', async () => {
    const small = await webPrivate(rs256, ['sign'], smallSample.privateKey)
    expect(thrownBy(() => importPrivateKey(small))).toMatchObject({
      code: 'ERR_SNAP_KEY_TOO_SMALL',
      detail: { bits: 1024, minimumBits: 2048 },
    })
    expect(importPrivateKey(small, { minimumBits: 1024 }).bits).toBe(1024)
  })
})

describe('what only looks like a CryptoKey', () => {
  const rsa = {
    ...rs256,
    hash: { name: 'SHA-256' },
    modulusLength: 2048,
    publicExponent: Uint8Array.of(1, 0, 1),
  }
  const like = (type: string, usages: string[], algorithm: object = rsa) =>
    ({ type, usages, algorithm }) as unknown as CryptoKeyLike

  const notOfThisRuntime = new TypeError(
    '"source" must be a CryptoKey that this runtime has made, got an object',
  )

  it('is misuse, however well it looks', () => {
    expect(() => importPrivateKey(like('private', ['sign']))).toThrow(notOfThisRuntime)
    expect(() => importPublicKey(like('public', ['verify']))).toThrow(notOfThisRuntime)
  })

  it.each([[0], [1], [2], [0, 1], [1, 0], [0, 0, 0]])('is refused with the exponent %j', (...bytes) => {
    const source = like('public', ['verify'], { ...rsa, publicExponent: Uint8Array.from(bytes) })
    expect(thrownBy(() => importPublicKey(source))).toMatchObject({
      code: 'ERR_SNAP_KEY_UNREADABLE',
      detail: { problem: 'inconsistent-numbers' },
    })
  })

  it.each([[3], [0, 3], [1, 0, 1]])('may have the exponent %j', (...bytes) => {
    const publicExponent = Uint8Array.from(bytes)
    const source = like('public', ['verify'], { ...rsa, publicExponent })
    expect(() => importPublicKey(source)).toThrow(notOfThisRuntime)
  })

  it.each([
    ['another type', like('secret', ['sign'])],
    ['no size', like('private', ['sign'], { ...rsa, modulusLength: undefined })],
    ['no exponent', like('private', ['sign'], { ...rsa, publicExponent: undefined })],
    ['a size that is no number', like('private', ['sign'], { ...rsa, modulusLength: Number.NaN })],
    ['half a bit', like('private', ['sign'], { ...rsa, modulusLength: 2048.5 })],
    ['no name', like('private', ['sign'], {})],
    ['no usages', { type: 'private', algorithm: rsa } as unknown as CryptoKeyLike],
  ])('is misuse: %s', (_, source) => {
    expect(() => importPrivateKey(source)).toThrow(TypeError)
  })

  it('is refused without a hash', () => {
    expect(
      thrownBy(() => importPrivateKey(like('private', ['sign'], { ...rsa, hash: undefined }))),
    ).toMatchObject({
      code: 'ERR_SNAP_KEY_WRONG_PURPOSE',
      detail: { field: 'hash' },
    })
  })
})
