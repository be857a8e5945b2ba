import { fingerprint, importPrivateKey, importPublicKey } from '@x/snap-signature'
import { expect, it } from 'vitest'
import { pkcs1Private, sample } from '../test/samples.js'

it('is what OpenSSL prints, for both halves and whatever form they came in', () => {
  // openssl pkey -in private.pem -pubout -outform der | openssl dgst -sha256 -binary | base64
  expect(sample.sha256).toMatch(/^[A-Za-z0-9+/]{43}=$/)
  const expected = `SHA256:${sample.sha256.slice(0, 43)}`
  expect(fingerprint(importPrivateKey(sample.privateKey))).toBe(expected)
  expect(fingerprint(importPrivateKey(pkcs1Private))).toBe(expected)
  expect(fingerprint(importPublicKey(sample.publicKey))).toBe(expected)
})
