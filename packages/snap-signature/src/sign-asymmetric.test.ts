import {
  assertAsymmetric,
  assertTokenRequest,
  asymmetricStringToSign,
  importPrivateKey,
  importPublicKey,
  type Signer,
  signAsymmetric,
  signTokenRequest,
  verifyAsymmetric,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { sample, sampleVector } from '../test/samples.js'
import { encodeBase64 } from './base64.js'
import { encodeHex } from './hex.js'

// Midtrans/SNAP-BI-Signature-Demo, sample-code/asymmetricSignatureNotificationVerification.
const body =
  '{"originalPartnerReferenceNo":"GP24043015193402809","originalReferenceNo":"A120240430081940S9vu8gSjaRID","merchantId":"G099333790","amount":{"value":"102800.00","currency":"IDR"},"latestTransactionStatus":"00","transactionStatusDesc":"SUCCESS","additionalInfo":{"refundHistory":[]}}'
const request = { method: 'POST', path: '/v1.0/debit/notify', timestamp: '2024-05-02T14:43:08+07:00', body }
const signature =
  'RoJnP2tH/YiOhHM/lMVBMSAuzRmS8VrWdIy04Qqyb56daV7oWFMFoMMzqnjQ+q0MIUalYgU094GWQnCx2c29xb1kkqHhv2+iJ9xl6NjGmFGYqyvcKvUDAV83Y1Mw9JnsEcjcupdGw9/MRv/mm2GMrQ+BCZGfc4a46JDyPZbcY294vDGqs5rFBN6iYer5ro4cAQGo9hET2G82Y+j50vCyO/79GFE4vB1rvtu6PK2Bxi+vTYV8k7P7PS8tOPWM2O+kjiVWjwvLR99Botou+a8sxlQqZaihfWMKcByzV+Lgkr9cptpjys+1NIRWT1ad/sJBSLHyldzC3q2oRn5z5oZmyg=='
const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0))
const privateKey = importPrivateKey(sample.privateKey)
const publicKey = importPublicKey(sample.publicKey)
const right = { ...request, signature, publicKey }
const mismatch = (problem: string) => ({ code: 'ERR_SNAP_SIGNATURE_MISMATCH', detail: { problem } })

describe('signAsymmetric', () => {
  it('signs as published, in both encodings', async () => {
    expect(await signAsymmetric({ ...request, privateKey })).toBe(signature)
    expect(await signAsymmetric({ ...request, privateKey, encoding: 'hex' })).toBe(encodeHex(bytes))
  })

  it('rejects misuse', async () => {
    const sign = (changes: object) => signAsymmetric({ ...request, privateKey, ...changes })
    await expect(sign({ encoding: 'base64url' })).rejects.toThrow(/^"encoding"/)
    await expect(sign({ privateKey: undefined })).rejects.toThrow(/^"privateKey"/)
    await expect(sign({ privateKey: publicKey })).rejects.toThrow(/^"privateKey"/)
    await expect(sign({ method: 'post' })).rejects.toThrow(/^"method"/)
    await expect(sign({ body: { amount: 1 } })).rejects.toThrow(/^"body"/)
    await expect(sign({ body: '"' })).rejects.toMatchObject({ code: 'ERR_SNAP_BODY' })
  })
})

describe('verifyAsymmetric', () => {
  it('accepts what is right', async () => {
    expect(await verifyAsymmetric(right)).toBe(true)
    expect(await verifyAsymmetric({ ...right, signature: encodeHex(bytes), encoding: 'hex' })).toBe(true)
    expect(await assertAsymmetric(right)).toBeUndefined()
  })

  it.each<[string, object, string]>([
    ['another body', { body: body.replace('102800', '102801') }, 'mismatch'],
    ['another path', { path: '/v1.0/debit/notif' }, 'mismatch'],
    ['no padding', { signature: signature.slice(0, -2) }, 'not-canonical-encoding'],
    ['a byte too many', { signature: encodeBase64(Uint8Array.of(0, ...bytes)) }, 'wrong-length'],
    ['a byte too few', { signature: encodeBase64(bytes.subarray(1)) }, 'wrong-length'],
    ['zeros', { signature: encodeBase64(new Uint8Array(256)) }, 'mismatch'],
    ['a number above the modulus', { signature: encodeBase64(new Uint8Array(256).fill(0xff)) }, 'mismatch'],
    ['hex', { signature: encodeHex(bytes) }, 'wrong-length'],
    ['a lower-case method', { method: 'post' }, 'unsignable-value'],
    ['a line break in the timestamp', { timestamp: `${request.timestamp}\n` }, 'unsignable-value'],
    ['a full URL', { path: `http://localhost${request.path}` }, 'unsignable-value'],
    ['a body that is cut', { body: body.slice(0, 10) }, 'unsignable-value'],
    ['bytes that are no UTF-8', { body: Uint8Array.of(0x80) }, 'unsignable-value'],
  ])('refuses %s', async (_, changes, problem) => {
    expect(await verifyAsymmetric({ ...right, ...changes })).toBe(false)
    await expect(assertAsymmetric({ ...right, ...changes })).rejects.toMatchObject(mismatch(problem))
  })

  it.each(['method', 'path', 'timestamp', 'signature'])(
    'is misused with a %s that is no string',
    async (field) => {
      for (const value of [undefined, null, 7, bytes])
        await expect(verifyAsymmetric({ ...right, [field]: value })).rejects.toThrow(
          new RegExp(`^"${field}" must be a string`),
        )
    },
  )

  it('is misused with a parsed body and with another key, whatever arrived', async () => {
    const received = { ...right, path: '' }
    await expect(verifyAsymmetric({ ...received, body: {} as never })).rejects.toThrow(/^"body"/)
    await expect(verifyAsymmetric({ ...received, publicKey: privateKey as never })).rejects.toThrow(
      /^"publicKey"/,
    )
    await expect(verifyAsymmetric({ ...received, encoding: 'x' as never })).rejects.toThrow(/^"encoding"/)
  })
})

describe('assertTokenRequest', () => {
  const { clientId, timestamp } = sampleVector
  const token = { clientId, timestamp, signature: sampleVector.signature, publicKey }

  it('does nothing when all is right, and says why not', async () => {
    expect(await assertTokenRequest(token)).toBeUndefined()
    const problemOf = (changes: object) => assertTokenRequest({ ...token, ...changes })
    await expect(problemOf({ clientId: 'OTHER' })).rejects.toMatchObject(mismatch('mismatch'))
    await expect(problemOf({ clientId: 'a|b' })).rejects.toMatchObject(mismatch('unsignable-value'))
    await expect(problemOf({ timestamp: '' })).rejects.toMatchObject(mismatch('unsignable-value'))
    await expect(problemOf({ signature: ' ' })).rejects.toMatchObject(mismatch('not-canonical-encoding'))
    await expect(problemOf({ signature: '' })).rejects.toMatchObject(mismatch('wrong-length'))
    await expect(problemOf({ clientId: undefined })).rejects.toThrow(TypeError)
  })
})

describe('a signer function', () => {
  const message = `${sampleVector.clientId}|${sampleVector.timestamp}`
  const published = Uint8Array.from(atob(sampleVector.signature), (character) => character.charCodeAt(0))
  const { clientId, timestamp } = sampleVector

  it('gets the bytes of the string to sign, and its signature is written', async () => {
    const seen: Uint8Array[] = []
    const signer: Signer = async (given) => {
      seen.push(given)
      return published
    }
    expect(await signTokenRequest({ clientId, timestamp, privateKey: signer })).toBe(sampleVector.signature)
    expect(await signTokenRequest({ clientId, timestamp, privateKey: signer, encoding: 'hex' })).toBe(
      encodeHex(published),
    )
    expect(seen.map((given) => new TextDecoder().decode(given))).toEqual([message, message])
    // All of the buffer is the caller's: a client that sends `bytes.buffer` sends nothing else.
    expect(seen.map((given) => given.buffer.byteLength)).toEqual([message.length, message.length])
  })

  it('signs transactions too', async () => {
    expect(await signAsymmetric({ ...request, privateKey: async () => bytes })).toBe(signature)
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'not-bytes'],
    ['base64', signature, 'not-bytes'],
    ['an array', [...bytes], 'not-bytes'],
    ['an ArrayBuffer', bytes.buffer, 'not-bytes'],
    ['no bytes', new Uint8Array(), 'too-short'],
    ['an HMAC or an EC signature', new Uint8Array(64), 'too-short'],
    ['a byte too few', new Uint8Array(127), 'too-short'],
    ['a byte too many', new Uint8Array(2049), 'too-long'],
    ['the bytes of base64', new TextEncoder().encode(signature), 'text'],
    ['the bytes of hex in lines', new TextEncoder().encode('0aF\r\n'.repeat(64)), 'text'],
    ['the bytes of JSON', new TextEncoder().encode(`{ "signature": "${signature}" }`), 'text'],
    [
      'the string to sign',
      new TextEncoder().encode(asymmetricStringToSign({ ...request, path: `/${'a'.repeat(60)}` })),
      'text',
    ],
    ['the bytes of base64url', new TextEncoder().encode('aZ-_'.repeat(64)), 'text'],
  ])('is refused when it returns %s', async (_, value, problem) => {
    const signing = signAsymmetric({ ...request, privateKey: async () => value as Uint8Array })
    await expect(signing).rejects.toMatchObject({ code: 'ERR_SNAP_SIGNER', detail: { problem } })
  })

  it('fails with its own error, untouched', async () => {
    const error = new Error('the vault is sealed')
    const rejecting = signAsymmetric({ ...request, privateKey: () => Promise.reject(error) })
    await expect(rejecting).rejects.toBe(error)
    const throwing = signTokenRequest({
      clientId,
      timestamp,
      privateKey: () => {
        throw error
      },
    })
    await expect(throwing).rejects.toBe(error)
  })

  it('is not asked when the values are wrong', async () => {
    const signer: Signer = async () => expect.fail('the signer was asked')
    await expect(signAsymmetric({ ...request, path: 'a', privateKey: signer })).rejects.toThrow(/^"path"/)
    await expect(signTokenRequest({ clientId: '', timestamp, privateKey: signer })).rejects.toThrow(
      /^"clientId"/,
    )
  })
})
