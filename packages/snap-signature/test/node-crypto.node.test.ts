import { createHash, createHmac, createSign, createVerify } from 'node:crypto'
import {
  bodyHash,
  importPrivateKey,
  importPublicKey,
  importSecret,
  minifyJson,
  signAsymmetric,
  signSymmetric,
  verifyAsymmetric,
  verifySymmetric,
} from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample } from './samples.js'

const privateKey = importPrivateKey(sample.privateKey)
const publicKey = importPublicKey(sample.publicKey)

const visible = fc.string({ unit: fc.constantFrom(...'abcXYZ019-._~:/+=%?&$'), minLength: 1, maxLength: 40 })
const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: visible.map((rest) => `/${rest}`),
  accessToken: visible.map((text) => text.replaceAll(':', '_')),
  timestamp: visible,
  body: fc.json().map((text) => JSON.stringify(JSON.parse(text), null, 1)),
})
// Of every length around the block of SHA-512, and beyond ASCII.
const secret = fc
  .string({ unit: fc.constantFrom(...'abcXYZ019-_~{}!é€', '😀'), minLength: 1, maxLength: 140 })
  .filter((text) => text.trim() === text)

type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never
const hashOf = ({ body }: Request) =>
  createHash('sha256')
    .update(JSON.stringify(JSON.parse(body)))
    .digest('hex')
const encoding = fc.constantFrom('base64' as const, 'hex' as const)

describe('node:crypto', () => {
  it('hashes the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const body = JSON.stringify(text)
        expect(bodyHash(body)).toBe(createHash('sha256').update(body).digest('hex'))
        expect(bodyHash(Buffer.from(body))).toBe(createHash('sha256').update(body).digest('hex'))
      }),
    )
  })

  it('makes the same HMAC', () => {
    fc.assert(
      fc.property(request, secret, encoding, (input, text, form) => {
        const { method, path, accessToken, timestamp } = input
        const message = `${method}:${path}:${accessToken}:${hashOf(input)}:${timestamp}`
        const expected = createHmac('sha512', text).update(message).digest(form)
        for (const known of [text, importSecret(text), importSecret(Buffer.from(text))]) {
          expect(signSymmetric({ ...input, secret: known, encoding: form })).toBe(expected)
          expect(verifySymmetric({ ...input, secret: known, encoding: form, signature: expected })).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('makes the same HMAC with a secret of any length', () => {
    const input = { method: 'POST', path: '/', accessToken: 'a', timestamp: 't', bodyHash: 'h'.repeat(64) }
    for (let length = 1; length <= 260; length += 1)
      for (const character of ['a', '\u007e', 'é']) {
        const text = character.repeat(length)
        const expected = createHmac('sha512', text)
          .update(`POST:/:a:${'h'.repeat(64)}:t`)
          .digest('base64')
        expect(signSymmetric({ ...input, secret: importSecret(text) })).toBe(expected)
      }
  })

  it('makes the same RSA signature, and both verify the other', async () => {
    await fc.assert(
      fc.asyncProperty(request, encoding, async (input, form) => {
        const { method, path, timestamp } = input
        const message = `${method}:${path}:${hashOf(input)}:${timestamp}`
        const expected = createSign('sha256').update(message).sign(sample.privateKey, form)
        const signature = await signAsymmetric({ ...input, privateKey, encoding: form })
        expect(signature).toBe(expected)
        expect(createVerify('sha256').update(message).verify(sample.publicKey, signature, form)).toBe(true)
        expect(await verifyAsymmetric({ ...input, publicKey, encoding: form, signature: expected })).toBe(
          true,
        )
      }),
      { numRuns: 50 },
    )
  })

  it('takes a Buffer, and one of another realm', async () => {
    const { runInNewContext } = await import('node:vm')
    const foreign: Uint8Array = runInNewContext('Uint8Array.from([0x7b, 0x20, 0x7d])')
    expect(foreign).not.toBeInstanceOf(Uint8Array)
    expect(Buffer.from(minifyJson(foreign)).toString()).toBe('{}')
    expect(Buffer.from(minifyJson(Buffer.from('{ }'))).toString()).toBe('{}')
  })
})
