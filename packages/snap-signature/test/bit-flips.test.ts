import {
  importPrivateKey,
  importPublicKey,
  importSecret,
  type PublicKey,
  publicKeyOf,
  signAsymmetric,
  signSymmetric,
  verifyAsymmetric,
  verifySymmetric,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { derOf, sample } from './samples.js'

const secret = '22a2d25e-765d-41e1-8d29-da68dcb5698b'
const privateKey = importPrivateKey(sample.privateKey)
const publicKey = publicKeyOf(privateKey)
const body = new TextEncoder().encode(
  '{"name":"Budi Santoso","note":"a\\"b\\u00e9é","amount":{"value":"10000.00"}}',
)
const request = {
  method: 'POST',
  path: '/v1.0/transfer-va/payment?a=1',
  accessToken: 'gp9HjjEj813Y9JGoqwOeOPWbnt4CupvI',
  timestamp: '2020-12-17T10:55:00+07:00',
  body,
}

/** Every text that differs in one of the lower seven bits of one character. */
function* flippedTexts(text: string): Generator<string> {
  for (let index = 0; index < text.length; index += 1)
    for (let bit = 0; bit < 7; bit += 1)
      yield text.slice(0, index) +
        String.fromCharCode(text.charCodeAt(index) ^ (1 << bit)) +
        text.slice(index + 1)
}

function* flippedBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Uint8Array.from(bytes)
    changed[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    yield changed
  }
}

/** What is refused at its import cannot verify either. */
function attempt<Value>(run: () => Value): Value | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

describe('one changed bit is found', () => {
  const signature = signSymmetric({ ...request, secret })

  it('in any text of a symmetric transaction', () => {
    const input = { ...request, secret: importSecret(secret), signature }
    expect(verifySymmetric(input)).toBe(true)
    for (const field of ['method', 'path', 'accessToken', 'timestamp', 'signature'] as const)
      for (const changed of flippedTexts(input[field]))
        expect(verifySymmetric({ ...input, [field]: changed }), `${field} ${changed}`).toBe(false)
  })

  it('in the body, as bytes and as text', () => {
    for (const changed of flippedBytes(body)) {
      expect(verifySymmetric({ ...request, body: changed, secret, signature })).toBe(false)
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed)
      expect(verifySymmetric({ ...request, body: text, secret, signature })).toBe(false)
    }
  })

  it('in the secret', () => {
    for (const changed of flippedTexts(secret)) {
      const other = attempt(() => importSecret(changed))
      if (other) expect(verifySymmetric({ ...request, secret: other, signature }), changed).toBe(false)
    }
  })

  it('in any part of an asymmetric transaction', async () => {
    const input = { ...request, publicKey, signature: await signAsymmetric({ ...request, privateKey }) }
    expect(await verifyAsymmetric(input)).toBe(true)
    for (const field of ['method', 'path', 'timestamp'] as const)
      for (const changed of flippedTexts(input[field]))
        expect(await verifyAsymmetric({ ...input, [field]: changed }), `${field} ${changed}`).toBe(false)
    for (const changed of flippedBytes(body))
      expect(await verifyAsymmetric({ ...input, body: changed })).toBe(false)
    for (const changed of flippedTexts(input.signature))
      expect(await verifyAsymmetric({ ...input, signature: changed })).toBe(false)
  })

  it('in the public key', async () => {
    const signed = await signAsymmetric({ ...request, privateKey })
    const spki = derOf(sample.publicKey)
    const isRight = async (key: PublicKey) => {
      try {
        return await verifyAsymmetric({ ...request, publicKey: key, signature: signed })
      } catch (error) {
        expect(error).toMatchObject({ code: 'ERR_SNAP_KEY_REJECTED' })
        return false
      }
    }
    expect(await isRight(importPublicKey(spki))).toBe(true)
    for (const changed of flippedBytes(spki)) {
      const key = attempt(() => importPublicKey(changed))
      if (key) expect(await isRight(key)).toBe(false)
    }
  })
})
