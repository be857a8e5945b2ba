import { fingerprint, importPrivateKey, SnapSignatureError } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import {
  derOf,
  pkcs1Private,
  pkcs1Public,
  refusedKeys,
  sample,
  sampleFingerprint,
  smallSample,
  thrownBy,
} from '../test/samples.js'

describe('importPrivateKey', () => {
  it.each<[string, string | Uint8Array]>([
    ['PKCS#8', sample.privateKey],
    ['PKCS#8 in DER', derOf(sample.privateKey)],
    ['PKCS#1', pkcs1Private],
    ['PKCS#1 in DER', derOf(pkcs1Private)],
    ['PKCS#1 under the label of PKCS#8', pkcs1Private.replaceAll('RSA PRIVATE', 'PRIVATE')],
    ['escaped PKCS#1', pkcs1Private.replaceAll('\n', '\\n')],
  ])('reads %s', (_, source) => {
    const key = importPrivateKey(source)
    expect(key).toEqual({ kind: 'private', bits: 2048 })
    expect(fingerprint(key)).toBe(sampleFingerprint)
  })

  it.each(refusedKeys)('refuses %s', (_, { text, code, detail }) => {
    const expected = code === 'ERR_SNAP_KEY_WRONG_KIND' ? { expected: 'private', ...detail } : detail
    expect(thrownBy(() => importPrivateKey(text))).toMatchObject({ code, detail: expected })
  })

  it.each([
    ['SubjectPublicKeyInfo', sample.publicKey],
    ['PKCS#1', pkcs1Public],
    ['SubjectPublicKeyInfo under a wrong label', sample.publicKey.replaceAll('PUBLIC', 'PRIVATE')],
  ])('refuses a public key in %s', (_, source) => {
    expect(thrownBy(() => importPrivateKey(source))).toMatchObject({
      code: 'ERR_SNAP_KEY_WRONG_KIND',
      detail: { expected: 'private', actual: 'public' },
    })
  })

  it('says how much of a cut key arrived', () => {
    const error = thrownBy(() => importPrivateKey(sample.privateKey.split('\n').slice(0, 2).join('\n')))
    expect(error).toMatchObject({
      code: 'ERR_SNAP_KEY_TRUNCATED',
      detail: { actualBytes: 48, expectedBytes: 1217 },
    })
  })

  it('wants 2048 bits, or as many as the caller says', () => {
    const error = thrownBy(() => importPrivateKey(smallSample.privateKey))
    expect(error).toMatchObject({ code: 'ERR_SNAP_KEY_TOO_SMALL', detail: { bits: 1024, minimumBits: 2048 } })
    expect(importPrivateKey(smallSample.privateKey, { minimumBits: 1024 }).bits).toBe(1024)
    expect(() => importPrivateKey(smallSample.privateKey, { minimumBits: 1025 })).toThrow(SnapSignatureError)
    expect(() => importPrivateKey(sample.privateKey, { minimumBits: undefined })).not.toThrow()
  })

  it.each([0, 512, 1023, 2048.5, Number.NaN, Number.POSITIVE_INFINITY, '1024', null])(
    'is misused with a minimum of %s bits',
    (minimumBits) => {
      expect(() => importPrivateKey(sample.privateKey, { minimumBits: minimumBits as number })).toThrow(
        /^"minimumBits" must be/,
      )
    },
  )

  it('finds one changed bit in any byte', () => {
    const der = derOf(sample.privateKey)
    for (let index = 0; index < der.length; index += 1) {
      const damaged = Uint8Array.from(der)
      damaged[index] = (der[index] ?? 0) ^ (1 << (index % 8))
      expect(
        thrownBy(() => importPrivateKey(damaged)),
        `byte ${index}`,
      ).toBeInstanceOf(SnapSignatureError)
    }
  })
})
