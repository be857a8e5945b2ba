import { createHmac, generateKeyPairSync, sign as signBytes } from 'node:crypto'
import { importPublicKey } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { diagnose } from './diagnose.js'
import { sampleOf } from './samples.js'
import { slotsOf } from './slots.js'

const shared = { timestamp: '2020-12-17T10:55:01+07:00', privateKey: '' }
const symmetric = sampleOf('symmetric', shared)
const textOf = (inputs: typeof symmetric) => {
  const { slots, separator } = slotsOf(inputs)
  return slots.map(({ text }) => text).join(separator)
}
const mac = createHmac('sha512', symmetric.secret).update(textOf(symmetric)).digest()
const right = mac.toString('base64')

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = importPublicKey(pair.publicKey.export({ type: 'spki', format: 'pem' }))
const asymmetric = sampleOf('asymmetric', shared)
const rsa = signBytes('sha256', Buffer.from(textOf(asymmetric)), pair.privateKey)

const hmacCase = (signature: string, encoding: 'base64' | 'hex' = 'base64') =>
  diagnose(
    { inputs: symmetric, signature, encoding, publicKey: undefined },
    { byteLength: 64, signature: right },
  )
const rsaCase = (signature: string, encoding: 'base64' | 'hex' = 'base64') =>
  diagnose({ inputs: asymmetric, signature, encoding, publicKey }, { byteLength: 256, signature: undefined })

const refused = (problem: unknown) => ({
  valid: false,
  problem,
  said: { english: expect.any(String), indonesian: expect.any(String) },
})

describe('diagnose', () => {
  it('finds the right signature right, in the encoding that was chosen', async () => {
    expect(await hmacCase(right)).toEqual({ verdict: { valid: true } })
    expect(await hmacCase(mac.toString('hex'), 'hex')).toEqual({ verdict: { valid: true } })
    expect(await rsaCase(rsa.toString('base64'))).toEqual({ verdict: { valid: true } })
    expect(await rsaCase(rsa.toString('hex'), 'hex')).toEqual({ verdict: { valid: true } })
  })

  it.each([
    ['other-encoding', mac.toString('hex')],
    ['upper-case-hex', mac.toString('hex').toUpperCase()],
    ['base64url', mac.toString('base64url')],
    ['padding-missing', right.replace(/=+$/, '')],
    ['base64-of-hex', Buffer.from(mac.toString('hex')).toString('base64')],
    ['white-space', `${right.slice(0, 76)}\n${right.slice(76)}\n`],
    ['quoted', `"${right}"`],
    ['percent-encoded', encodeURIComponent(right)],
    ['lower-cased-base64', right.toLowerCase()],
  ])('says of a right signature that it is written otherwise: %s', async (hint, signature) => {
    const found = await hmacCase(signature)
    expect(found.verdict.valid).toBe(false)
    expect(found).toMatchObject({ hint, rightApartFromThat: true })
  })

  it('says that the rest is wrong, too', async () => {
    const wrong = createHmac('sha512', 'another').update('text').digest()
    expect(await hmacCase(wrong.toString('hex'))).toMatchObject({
      hint: 'other-encoding',
      rightApartFromThat: false,
    })
    expect(await hmacCase(wrong.toString('base64').toLowerCase())).toMatchObject({
      hint: 'lower-cased-base64',
      rightApartFromThat: false,
    })
  })

  it('does not know what a lower-cased signature was, with a public key alone', async () => {
    expect(await rsaCase(rsa.toString('base64').toLowerCase())).toEqual({
      // By its last letter it is no base64 at all, or that of other bytes.
      verdict: refused(expect.stringMatching(/^(?:mismatch|not-canonical-encoding)$/)),
      hint: 'lower-cased-base64',
      rightApartFromThat: undefined,
    })
  })

  it('says of base64 where hex is expected that it is base64', async () => {
    expect(await hmacCase(right, 'hex')).toEqual({
      verdict: refused('not-canonical-encoding'),
      hint: 'other-encoding',
      rightApartFromThat: true,
    })
    expect(await rsaCase(rsa.toString('hex'))).toMatchObject({
      hint: 'other-encoding',
      rightApartFromThat: true,
    })
  })

  it.each([
    ['', 'nothing-pasted', 'wrong-length'],
    ['undefined', 'a-word', 'not-canonical-encoding'],
    ['“x”', 'not-ascii', 'not-canonical-encoding'],
    [createHmac('sha256', 'k').update('x').digest('base64'), 'hmac-sha256', 'wrong-length'],
    [createHmac('sha256', 'k').update('x').digest('hex'), 'hmac-sha256', 'wrong-length'],
    [rsa.toString('base64'), 'an-rsa-signature', 'wrong-length'],
    [right.slice(0, 40), 'cut-off', 'wrong-length'],
    [createHmac('sha512', 'k').update('x').digest('base64'), undefined, 'mismatch'],
  ])('an HMAC like %j: %s', async (signature, hint, verdict) => {
    expect(await hmacCase(signature)).toMatchObject({ verdict: refused(verdict), hint })
  })

  it.each([
    [right, 'an-hmac'],
    [rsa.subarray(0, 128).toString('base64'), 'another-key-size'],
    [rsa.subarray(0, 200).toString('base64'), 'cut-off'],
  ])('an RSA signature like %j: %s', async (signature, hint) => {
    expect(await rsaCase(signature)).toEqual({ verdict: refused('wrong-length'), hint })
  })

  it('a right signature of another body does not verify', async () => {
    const changed = { ...symmetric, body: `${symmetric.body.replace('Budi', 'Bude')}` }
    const found = await diagnose(
      { inputs: changed, signature: right, encoding: 'base64', publicKey: undefined },
      { byteLength: 64, signature: undefined },
    )
    expect(found).toEqual({ verdict: refused('mismatch'), hint: undefined })
  })
})
