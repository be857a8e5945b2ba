import * as first from '@x/snap-signature'
import { expect, it, vi } from 'vitest'
import { sample, sampleVector, thrownBy } from './samples.js'

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
