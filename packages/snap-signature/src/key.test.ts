import {
  fingerprint,
  importPrivateKey,
  importPublicKey,
  publicKeyOf,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { sample, sampleFingerprint } from '../test/samples.js'

const privateKey = importPrivateKey(sample.privateKey)
const publicKey = importPublicKey(sample.publicKey)
const request = { clientId: 'ACME', timestamp: '2020-12-17T10:55:00+07:00' }

describe('a key', () => {
  it('shows its kind and size only', () => {
    expect(JSON.stringify(privateKey)).toBe('{"kind":"private","bits":2048}')
    expect(Object.keys(privateKey)).toEqual(['kind', 'bits'])
    expect({ ...privateKey }).toEqual({ kind: 'private', bits: 2048 })
  })

  it('cannot be changed', () => {
    expect(Object.isFrozen(privateKey)).toBe(true)
    expect(Reflect.set(privateKey, 'kind', 'public')).toBe(false)
    expect(Reflect.set(privateKey, Symbol.for('@x/snap-signature.key'), () => ({}))).toBe(false)
  })

  it('is no key any more once it has been copied', async () => {
    const copy = { ...privateKey }
    await expect(signTokenRequest({ ...request, privateKey: copy })).rejects.toThrow(
      '"privateKey" must be a key from importPrivateKey, got an object',
    )
    expect(() => fingerprint(copy)).toThrow(TypeError)
    expect(() => publicKeyOf(structuredClone(privateKey))).toThrow(TypeError)
  })

  it('is not taken for its other half', async () => {
    const swapped: object = { privateKey: publicKey, publicKey: privateKey }
    const input = { ...request, privateKey, publicKey, signature: '', ...swapped }
    await expect(signTokenRequest(input)).rejects.toThrow(
      new TypeError('"privateKey" must be a private key from importPrivateKey, got a public key'),
    )
    await expect(verifyTokenRequest(input)).rejects.toThrow(
      new TypeError('"publicKey" must be a public key from importPublicKey, got a private key'),
    )
    expect(() => publicKeyOf(input.privateKey)).toThrow(TypeError)
  })

  it.each([undefined, null, 'SHA256:', 7, {}, []])('is not %o', async (value) => {
    const key = value as never
    await expect(signTokenRequest({ ...request, privateKey: key })).rejects.toThrow(TypeError)
    await expect(verifyTokenRequest({ ...request, signature: '', publicKey: key })).rejects.toThrow(TypeError)
    expect(() => publicKeyOf(key)).toThrow(TypeError)
    expect(() => fingerprint(key)).toThrow(TypeError)
  })
})

describe('publicKeyOf', () => {
  it('gives the registered half', async () => {
    const half = publicKeyOf(privateKey)
    expect(half).toEqual({ kind: 'public', bits: 2048 })
    expect(fingerprint(half)).toBe(sampleFingerprint)
    const signature = await signTokenRequest({ ...request, privateKey })
    expect(await verifyTokenRequest({ ...request, signature, publicKey: half })).toBe(true)
  })
})

describe('an engine that refuses a key', () => {
  const broken = (kind: 'private' | 'public', natives = new Map<string, object>()) => {
    const spki = Uint8Array.of(0x30, 0)
    const material = { spki, natives, ...(kind === 'private' ? { pkcs8: spki } : {}) }
    const properties = { [Symbol.for('@x/snap-signature.key')]: () => material }
    return { kind, bits: 2048, ...properties } as never
  }

  it('is reported without a cause', async () => {
    const code = 'ERR_SNAP_KEY_REJECTED'
    const signing = signTokenRequest({ ...request, privateKey: broken('private') })
    await expect(signing).rejects.toMatchObject({ code, detail: { kind: 'private' } })
    await expect(signing).rejects.not.toHaveProperty('cause')
    const signature = await signTokenRequest({ ...request, privateKey })
    const verifying = verifyTokenRequest({ ...request, signature, publicKey: broken('public') })
    await expect(verifying).rejects.toMatchObject({ code, detail: { kind: 'public' } })
    await expect(verifying).rejects.not.toHaveProperty('cause')
  })

  it('is reported in the same way when it refuses only to sign', async () => {
    const natives = new Map([
      ['node', {}],
      ['portable', {}],
    ])
    const signing = signTokenRequest({ ...request, privateKey: broken('private', natives) })
    await expect(signing).rejects.toMatchObject({
      code: 'ERR_SNAP_KEY_REJECTED',
      detail: { kind: 'private' },
    })
  })
})
