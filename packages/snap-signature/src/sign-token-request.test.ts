import { importPrivateKey, signTokenRequest } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { pkcs1Private, sample, sampleVector } from '../test/samples.js'

const { clientId, timestamp, signature } = sampleVector
const privateKey = importPrivateKey(sample.privateKey)

describe('signTokenRequest', () => {
  it('signs alike with a PKCS#1 key, at the first call and later, one at a time and at once', async () => {
    const fresh = importPrivateKey(pkcs1Private)
    const sign = () => signTokenRequest({ clientId, timestamp, privateKey: fresh })
    expect(await Promise.all([sign(), sign()])).toEqual([signature, signature])
    expect(await sign()).toBe(signature)
  })

  it('takes undefined for the default encoding', async () => {
    expect(await signTokenRequest({ clientId, timestamp, privateKey, encoding: undefined })).toBe(signature)
  })

  it.each(['base64url', 'HEX', '', null, 7])('refuses the encoding %j', async (encoding) => {
    const input = { clientId, timestamp, privateKey, encoding: encoding as 'hex' }
    await expect(signTokenRequest(input)).rejects.toThrow(/^"encoding" must be 'base64' or 'hex'/)
  })

  it.each(['', 'a|b', 'a\nb', undefined])('refuses to sign over %j', async (value) => {
    const text = value as string
    await expect(signTokenRequest({ clientId: text, timestamp, privateKey })).rejects.toThrow(/^"clientId"/)
    await expect(signTokenRequest({ clientId, timestamp: text, privateKey })).rejects.toThrow(/^"timestamp"/)
  })
})
