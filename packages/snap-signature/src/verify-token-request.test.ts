import { importPublicKey, verifyTokenRequest } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample, sampleVector } from '../test/samples.js'
import published from '../test/vectors/token.json' with { type: 'json' }
import { encodeBase64 } from './base64.js'

const { clientId, timestamp, signature } = sampleVector
const hex = published.vectors.find(({ encoding }) => encoding === 'hex')?.signature ?? ''
const publicKey = importPublicKey(sample.publicKey)
const right = { clientId, timestamp, signature, publicKey }
const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0))

describe('verifyTokenRequest', () => {
  it('accepts what is right', async () => {
    expect(await verifyTokenRequest(right)).toBe(true)
    expect(await verifyTokenRequest({ ...right, signature: hex, encoding: 'hex' })).toBe(true)
  })

  it('finds one changed bit in any byte of the signature', async () => {
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Uint8Array.from(bytes)
      changed[index] = (bytes[index] ?? 0) ^ (1 << (index % 8))
      const answer = await verifyTokenRequest({ ...right, signature: encodeBase64(changed) })
      expect(answer, `byte ${index}`).toBe(false)
    }
  })

  it('finds one changed bit in any character of the client id and the timestamp', async () => {
    for (const field of ['clientId', 'timestamp'] as const)
      for (let index = 0; index < right[field].length; index += 1)
        for (let bit = 0; bit < 7; bit += 1) {
          const characters = [...right[field]]
          characters[index] = String.fromCharCode(right[field].charCodeAt(index) ^ (1 << bit))
          expect(await verifyTokenRequest({ ...right, [field]: characters.join('') })).toBe(false)
        }
  })

  it.each([
    ['nothing', ''],
    ['no padding', signature.replace(/=+$/, '')],
    ['one padding character', signature.slice(0, -1)],
    ['padding too much', `${signature}=`],
    ['padding as data', signature.replace(/=+$/, 'AA')],
    ['left-over bits', signature.replace('tQ==', 'tR==')],
    ['a line break at its end', `${signature}\n`],
    ['a line break within', `${signature.slice(0, 76)}\n${signature.slice(76)}`],
    ['a space for padding', `${signature.slice(0, -2)}  `],
    ['base64url', signature.replaceAll('+', '-').replaceAll('/', '_')],
    ['lower case', signature.toLowerCase()],
    ['hex', hex],
    ['a zero byte before', encodeBase64(Uint8Array.of(0, ...bytes))],
    ['a byte too few', encodeBase64(bytes.subarray(1))],
    ['a number above the modulus', encodeBase64(new Uint8Array(256).fill(0xff))],
    ['zero', encodeBase64(new Uint8Array(256))],
    ['one', encodeBase64(new Uint8Array(256).fill(1, 255))],
    ['a megabyte', 'A'.repeat(1_048_576)],
  ])('refuses a signature with %s', async (_, text) => {
    expect(await verifyTokenRequest({ ...right, signature: text })).toBe(false)
  })

  it.each([
    ['upper case', hex.toUpperCase()],
    ['a prefix', `0x${hex}`],
    ['colons', hex.replace(/..(?=.)/g, '$&:')],
    ['a digit too few', hex.slice(1)],
    ['zeros before', `00${hex}`],
    ['base64', signature],
  ])('refuses a hex signature with %s', async (_, text) => {
    expect(await verifyTokenRequest({ ...right, signature: text, encoding: 'hex' })).toBe(false)
  })

  it.each(['', 'a|b', 'a\nb', ' a', 'ä', '\ud800'])(
    'answers the hostile header %j with false',
    async (value) => {
      expect(await verifyTokenRequest({ ...right, clientId: value })).toBe(false)
      expect(await verifyTokenRequest({ ...right, timestamp: value })).toBe(false)
    },
  )

  it('answers any three strings', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 })
    const shaped = fc.uint8Array({ minLength: 256, maxLength: 256 }).map(encodeBase64)
    const encoding = fc.constantFrom('base64' as const, 'hex' as const)
    await fc.assert(
      fc.asyncProperty(text, text, fc.oneof(text, shaped), encoding, async (id, stamp, value, form) => {
        const input = { clientId: id, timestamp: stamp, signature: value, publicKey, encoding: form }
        expect(await verifyTokenRequest(input)).toBe(false)
        expect(await verifyTokenRequest({ ...right, signature: value, encoding: form })).toBe(false)
      }),
    )
  })

  it.each(['clientId', 'timestamp', 'signature'])('is misused with a %s that is no string', async (field) => {
    for (const value of [undefined, null, 7, bytes])
      await expect(verifyTokenRequest({ ...right, [field]: value })).rejects.toThrow(
        new RegExp(`^"${field}" must be a string`),
      )
  })

  it('is misused with an unknown encoding', async () => {
    const encoding = 'base64url' as 'base64'
    await expect(verifyTokenRequest({ ...right, encoding })).rejects.toThrow(TypeError)
  })
})
