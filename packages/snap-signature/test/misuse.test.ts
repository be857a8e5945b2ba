import {
  assertAsymmetric,
  assertSymmetric,
  assertTokenRequest,
  asymmetricStringToSign,
  formatTimestamp,
  importEncryptedPrivateKey,
  importPrivateKey,
  importPublicKey,
  importSecret,
  isFresh,
  signAsymmetric,
  signSymmetric,
  signTokenRequest,
  symmetricStringToSign,
  tokenStringToSign,
  verifyAsymmetric,
  verifySymmetric,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { sample } from './samples.js'

const functions: readonly ((...input: never[]) => unknown)[] = [
  assertAsymmetric,
  assertSymmetric,
  assertTokenRequest,
  asymmetricStringToSign,
  isFresh,
  signAsymmetric,
  signSymmetric,
  signTokenRequest,
  symmetricStringToSign,
  tokenStringToSign,
  verifyAsymmetric,
  verifySymmetric,
  verifyTokenRequest,
]
const thrown = async (attempt: () => unknown): Promise<unknown> => {
  try {
    return await attempt()
  } catch (error) {
    return error
  }
}

describe.each(functions.map((each) => [each.name, each] as const))('%s', (_, called) => {
  it('takes named values, and says so when they come by position or not at all', async () => {
    const attempt = (...input: unknown[]) => thrown(() => called(...(input as never[])))
    expect(await attempt('POST', '/v1.0/debit/status', 'TOKEN')).toEqual(
      new TypeError('"input" must be one object of named values, got a string'),
    )
    expect(await attempt()).toEqual(
      new TypeError('"input" must be one object of named values, got undefined'),
    )
    expect(await attempt(null)).toEqual(new TypeError('"input" must be one object of named values, got null'))
  })
})

describe('options', () => {
  it.each<[string, (options: never) => unknown]>([
    ['importPrivateKey', (options) => importPrivateKey(sample.privateKey, options)],
    ['importPublicKey', (options) => importPublicKey(sample.publicKey, options)],
    ['importEncryptedPrivateKey', (options) => importEncryptedPrivateKey(sample.privateKey, options)],
    ['formatTimestamp', (options) => formatTimestamp(0, options)],
  ])('of %s are named values: a bare one would be ignored', async (_, called) => {
    for (const options of [4096, 'Z', null])
      expect(await thrown(() => called(options as never))).toMatchObject({
        name: 'TypeError',
        message: expect.stringMatching(/^"options" must be one object of named values, got/),
      })
  })
})

describe('an argument in the wrong place', () => {
  const request = { clientId: 'ACME', timestamp: '2020-12-17T10:55:00+07:00' }
  const privateKey = importPrivateKey(sample.privateKey)
  const publicKey = importPublicKey(sample.publicKey)

  it('is named', async () => {
    for (const wrong of [undefined, privateKey, importSecret('a secret'), {}]) {
      const input = { ...request, signature: '', publicKey: wrong as never }
      expect(await thrown(() => verifyTokenRequest(input))).toMatchObject({
        name: 'TypeError',
        message: expect.stringMatching(/^"publicKey" must be a/),
      })
    }
    expect(
      await thrown(() => signTokenRequest({ ...request, privateKey: publicKey as never })),
    ).toMatchObject({
      message: expect.stringMatching(/^"privateKey" must be a private key .* got a public key$/),
    })
  })

  it('does not put its own words into the message', async () => {
    const forged = { [Symbol.for('@x/snap-signature.key')]: () => ({}), kind: 'hunter2', bits: 2048 }
    const error = await thrown(() => signTokenRequest({ ...request, privateKey: forged as never }))
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).not.toContain('hunter2')
  })
})

describe('an argument that changes while it is read', () => {
  it('is signed as it was checked', () => {
    let reads = 0
    const input = {
      method: 'GET',
      accessToken: 'TOKEN',
      body: '',
      timestamp: '2020-12-17T10:55:00+07:00',
      get path() {
        reads += 1
        return reads === 1 ? '/' : '/ of another\r\nrequest'
      },
    }
    expect(symmetricStringToSign(input)).toMatch(/^GET:\/:TOKEN:/)
    reads = 0
    expect(asymmetricStringToSign(input)).toMatch(/^GET:\/:/)
  })
})

describe('a token that was found sound', () => {
  const slots = { method: 'GET', path: '/', body: '', timestamp: '2020-12-17T10:55:00+07:00' }
  const read = (accessToken: unknown) =>
    symmetricStringToSign({ ...slots, accessToken: accessToken as string })

  it('makes no other one sound', () => {
    for (const unsound of ['', 'a b', 'a:b', 'a\n', 'TOKEN ', 'ä', undefined]) {
      expect(read('TOKEN')).toContain(':TOKEN:')
      expect(() => read(unsound)).toThrow(/^"accessToken" must be/)
      expect(() => read(unsound)).toThrow(/^"accessToken" must be/)
    }
    expect(read('TOKEN2')).toContain(':TOKEN2:')
    expect(read('TOKEN')).toContain(':TOKEN:')
  })
})
