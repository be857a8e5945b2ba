import { fingerprint, importPublicKey } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  derOf,
  pkcs1Private,
  pkcs1Public,
  refusedKeys,
  sample,
  sampleFingerprint,
  smallSample,
  thrownBy,
} from '../test/samples.js'

describe('importPublicKey', () => {
  it.each<[string, string | Uint8Array]>([
    ['SubjectPublicKeyInfo', sample.publicKey],
    ['SubjectPublicKeyInfo in DER', derOf(sample.publicKey)],
    ['bare base64', bodyOf(sample.publicKey)],
    ['PKCS#1', pkcs1Public],
    ['PKCS#1 in DER', derOf(pkcs1Public)],
    ['PKCS#1 under the label of SubjectPublicKeyInfo', pkcs1Public.replaceAll('RSA PUBLIC', 'PUBLIC')],
    [
      'SubjectPublicKeyInfo under the label of a private key',
      sample.publicKey.replaceAll('PUBLIC', 'PRIVATE'),
    ],
  ])('reads %s', (_, source) => {
    const key = importPublicKey(source)
    expect(key).toEqual({ kind: 'public', bits: 2048 })
    expect(fingerprint(key)).toBe(sampleFingerprint)
  })

  it.each(refusedKeys)('refuses %s', (_, { text, code, detail }) => {
    const expected = code === 'ERR_SNAP_KEY_WRONG_KIND' ? { expected: 'public', ...detail } : detail
    expect(thrownBy(() => importPublicKey(text))).toMatchObject({ code, detail: expected })
  })

  it.each([
    ['PKCS#8', sample.privateKey],
    ['PKCS#1', pkcs1Private],
  ])('refuses a private key in %s', (_, source) => {
    expect(thrownBy(() => importPublicKey(source))).toMatchObject({
      code: 'ERR_SNAP_KEY_WRONG_KIND',
      detail: { expected: 'public', actual: 'private' },
    })
  })

  it('wants 2048 bits, or as many as the caller says', () => {
    expect(thrownBy(() => importPublicKey(smallSample.publicKey))).toMatchObject({
      code: 'ERR_SNAP_KEY_TOO_SMALL',
      detail: { bits: 1024, minimumBits: 2048 },
    })
    expect(importPublicKey(smallSample.publicKey, { minimumBits: 1024 }).bits).toBe(1024)
    expect(thrownBy(() => importPublicKey(sample.publicKey, { minimumBits: 3072 }))).toMatchObject({
      code: 'ERR_SNAP_KEY_TOO_SMALL',
      detail: { bits: 2048, minimumBits: 3072 },
    })
  })
})
