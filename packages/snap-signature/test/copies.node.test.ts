import * as first from '@x/snap-signature'
import { expect, it, vi } from 'vitest'
import { derOf, generatedKey, sample, sampleVector, thrownBy } from './samples.js'

const materialOf = (key: object) => Reflect.get(key, Symbol.for('@x/snap-signature.key'))()

it('shares keys and errors with another copy of the package in the process', async () => {
  vi.resetModules()
  const second: typeof first = await import('@x/snap-signature')
  expect(second.importPrivateKey).not.toBe(first.importPrivateKey)

  const { clientId, timestamp, signature } = sampleVector
  const privateKey = first.importPrivateKey(sample.privateKey)
  expect(await second.signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
  const [native] = materialOf(privateKey).natives.values()
  expect(native).toBeDefined()
  expect(await first.signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
  expect([...materialOf(privateKey).natives.values()]).toEqual([native])
  expect([...materialOf(privateKey).natives.values()][0]).toBe(native)
  const publicKey = second.publicKeyOf(privateKey)
  expect(await first.verifyTokenRequest({ clientId, timestamp, signature, publicKey })).toBe(true)
  expect(first.fingerprint(publicKey)).toBe(second.fingerprint(privateKey))
  expect(thrownBy(() => first.importPrivateKey(''))).toBeInstanceOf(second.SnapSignatureError)
})

it('shares keys of every origin with another copy of the package in the process', async () => {
  vi.resetModules()
  const second: typeof first = await import('@x/snap-signature')
  const { clientId, timestamp, signature } = sampleVector
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const cryptoKey = await crypto.subtle.importKey(
    'pkcs8',
    new Uint8Array(derOf(sample.privateKey)),
    algorithm,
    false,
    ['sign'],
  )
  const webPublic = await crypto.subtle.importKey(
    'spki',
    new Uint8Array(derOf(sample.publicKey)),
    algorithm,
    false,
    ['verify'],
  )
  const encrypted = generatedKey('encrypted', 'aes-256-cbc hmacWithSHA256')
  const privateKeys = [
    first.importPrivateKey(cryptoKey),
    first.importPrivateKey(generatedKey('jwk', 'private')),
    await first.importEncryptedPrivateKey(encrypted, { passphrase: 'sample' }),
  ]
  for (const privateKey of privateKeys)
    expect(await second.signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
  for (const source of [webPublic, generatedKey('certificates', 'self-signed')]) {
    const publicKey = first.importPublicKey(source)
    expect(await second.verifyTokenRequest({ clientId, timestamp, signature, publicKey })).toBe(true)
  }
  const refused = first.importEncryptedPrivateKey(encrypted, { passphrase: 'wrong' })
  await expect(refused).rejects.toBeInstanceOf(second.SnapSignatureError)
})

it('shares client secrets with another copy of the package in the process', async () => {
  vi.resetModules()
  const second: typeof first = await import('@x/snap-signature')
  // printf 'POST:/:TOKEN:<64 times h>:t' | openssl dgst -sha512 -hmac Jefe -binary | base64
  const request = {
    method: 'POST',
    path: '/',
    accessToken: 'TOKEN',
    bodyHash: 'h'.repeat(64),
    timestamp: 't',
  }
  const signature = '7VUg6vkZitV9pinQKJXPw+7f/V9gT90U7yn5b9zSOk2fiZbnwsbC9PDWPy4uCpjtwryLzHNomaS3nxq2ifteZA=='
  const secret = first.importSecret('Jefe')
  expect(second.signSymmetric({ ...request, secret })).toBe(signature)
  expect(second.verifySymmetric({ ...request, secret, signature })).toBe(true)
  expect(thrownBy(() => first.importSecret(''))).toBeInstanceOf(second.SnapSignatureError)
})
