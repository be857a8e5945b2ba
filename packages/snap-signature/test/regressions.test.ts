import {
  asymmetricStringToSign,
  bodyHash,
  importPrivateKey,
  importPublicKey,
  importSecret,
  minifyJson,
  signAsymmetric,
  signSymmetric,
  signTokenRequest,
  symmetricStringToSign,
  verifyAsymmetric,
  verifySymmetric,
  verifyTokenRequest,
} from '@x/snap-signature'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { bodyOf, refusedKeys, sample, sampleVector } from './samples.js'

// Each is a mistake that signing code has been seen to make.

const secret = importSecret('22a2d25e-765d-41e1-8d29-da68dcb5698b')
const privateKey = importPrivateKey(sample.privateKey)
const publicKey = importPublicKey(sample.publicKey)
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const request = {
  method: 'POST',
  path: '/v1.0/transfer-va/payment',
  accessToken: 'TOKEN',
  body: '{"amount":"10000.00"}',
  timestamp: '2020-12-17T10:55:00+07:00',
}
const sign = (changes: object = {}) => signSymmetric({ ...request, secret, ...changes })
const verify = (signature: string, changes: object = {}) =>
  verifySymmetric({ ...request, secret, signature, ...changes })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the clock', () => {
  it('is not frozen at construction, read twice or read again to verify: it is never read', async () => {
    const stopped = () => expect.fail('the clock was read')
    const now = vi.spyOn(Date, 'now').mockImplementation(stopped)
    const prepared = importSecret('22a2d25e-765d-41e1-8d29-da68dcb5698b')
    const [first, second] = ['2020-12-17T10:55:00+07:00', '2020-12-17T10:55:01+07:00'].map((timestamp) =>
      signSymmetric({ ...request, secret: prepared, timestamp }),
    )
    expect(first).not.toBe(second)
    expect(verify(first ?? '')).toBe(true)
    expect(verify(second ?? '')).toBe(false)
    const { clientId, timestamp, signature } = sampleVector
    expect(await signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
    expect(await verifyTokenRequest({ clientId, timestamp, signature, publicKey })).toBe(true)
    expect(now).not.toHaveBeenCalled()
  })

  it('is not reformatted: the text of the header is signed', () => {
    for (const timestamp of ['2020-12-17T03:55:00.000Z', '2020-12-17T10:55:00.000+07:00', '1608177300'])
      expect(asymmetricStringToSign({ ...request, timestamp })).toMatch(
        new RegExp(`:${timestamp.replace(/[+.]/g, '\\$&')}$`),
      )
  })
})

describe('tenants', () => {
  it('do not share a secret through anything static', () => {
    const other = importSecret('another-secret-of-another-tenant')
    const [mine, theirs] = [sign(), sign({ secret: other })]
    expect([sign(), sign({ secret: other }), sign()]).toEqual([mine, theirs, mine])
    expect(verify(theirs)).toBe(false)
    expect(verify(mine, { secret: other })).toBe(false)
  })
})

describe('a comparison', () => {
  it('does not fold the case of base64', () => {
    const signature = sign()
    for (const folded of [signature.toLowerCase(), signature.toUpperCase()])
      expect(verify(folded)).toBe(false)
  })

  it('does not fold the case of one letter only', () => {
    const signature = sign()
    const index = signature.search(/[a-z]/)
    const changed =
      signature.slice(0, index) + signature.charAt(index).toUpperCase() + signature.slice(index + 1)
    expect(verify(changed)).toBe(false)
  })

  it('does not accept the other encoding by its length', () => {
    expect(verify(sign({ encoding: 'hex' }))).toBe(false)
    expect(verify(sign(), { encoding: 'hex' })).toBe(false)
  })

  it('does not take an error for a success: every answer is true or false', async () => {
    const { clientId, timestamp, signature } = sampleVector
    for (const text of [signature, 'garbage', '', '-1', 'AA==']) {
      const answer = await verifyTokenRequest({ clientId, timestamp, signature: text, publicKey })
      expect(answer).toBe(text === signature)
    }
    const [, ec] = refusedKeys.find(([name]) => name === 'EC public') ?? []
    expect(() => importPublicKey(ec?.text ?? '')).toThrow(
      expect.objectContaining({ code: 'ERR_SNAP_KEY_NOT_RSA' }),
    )
  })

  it('does not answer false for everything: an indented public key verifies', async () => {
    const indented = sample.publicKey.replace(/^/gm, '        ')
    const { clientId, timestamp, signature } = sampleVector
    const key = importPublicKey(indented)
    expect(await verifyTokenRequest({ clientId, timestamp, signature, publicKey: key })).toBe(true)
  })
})

describe('a bad key', () => {
  it('is thrown and never returned as the signature', async () => {
    expect(() => importPrivateKey(bodyOf(sample.privateKey).slice(0, 800))).toThrow(/cut off/)
    await expect(
      signTokenRequest({ clientId: 'a', timestamp: 'b', privateKey: 'x' as never }),
    ).rejects.toThrow(TypeError)
  })
})

describe('the body', () => {
  it('is not stripped of the spaces inside its strings', () => {
    const spaced = '{"partnerServiceId":"   12334","virtualAccountName":"Setya Wardana"}'
    expect(minifyJson(spaced)).toBe(spaced)
    expect(verify(sign({ body: spaced }), { body: spaced.replaceAll(' ', '') })).toBe(false)
  })

  it('is not hashed as it was pretty-printed', () => {
    const pretty = JSON.stringify(JSON.parse(request.body), null, 4)
    expect(sign({ body: pretty })).toBe(sign())
  })

  it('is not hashed as the print of an object', async () => {
    expect(() => sign({ body: { amount: '10000.00' } })).toThrow(/serialise an object once/)
    expect(() => verify('', { body: { amount: '10000.00' } })).toThrow(/serialise an object once/)
    const parsed = { ...request, body: [1] as never }
    await expect(signAsymmetric({ ...parsed, privateKey })).rejects.toThrow(/serialise an object once/)
  })

  it('is not hashed with another digest or in another case', () => {
    expect(bodyHash(request.body)).toMatch(/^[0-9a-f]{64}$/)
  })

  it('keeps its slot and its colon when it is empty, with the hash of nothing', () => {
    expect(symmetricStringToSign({ ...request, body: '' })).toBe(
      `POST:/v1.0/transfer-va/payment:TOKEN:${empty}:2020-12-17T10:55:00+07:00`,
    )
    expect(asymmetricStringToSign({ ...request, body: new Uint8Array() })).toBe(
      `POST:/v1.0/transfer-va/payment:${empty}:2020-12-17T10:55:00+07:00`,
    )
    expect(bodyHash('{}')).not.toBe(empty)
  })

  // A sender signs the minified raw body; a receiver that parses and writes it again refuses most of these.
  it.each([
    ['compact', '{"a":"b"}', '{"a":"b"}'],
    ['pretty', '{\n  "a": "b"\n}', '{"a":"b"}'],
    ['a __proto__ key', '{"__proto__": {"a": 1}}', '{"__proto__":{"a":1}}'],
    ['an escaped line break', '{"a": "b\\nc"}', '{"a":"b\\nc"}'],
    ['an escaped lone surrogate', '{"a": "\\ud800"}', '{"a":"\\ud800"}'],
    ['raw UTF-8', '{"a": "é 😀"}', '{"a":"é 😀"}'],
    ['HTML', '{"a": "<b>&</b>"}', '{"a":"<b>&</b>"}'],
    ['spaces in a string', '{"a": " b  c "}', '{"a":" b  c "}'],
    ['two decimals', '{"a": 10000.00}', '{"a":10000.00}'],
    ['an exponent', '{"a": 1E3}', '{"a":1E3}'],
    ['a large integer', '{"a": 12345678901234567890}', '{"a":12345678901234567890}'],
    ['integer-like keys out of order', '{"2": 1, "1": 2}', '{"2":1,"1":2}'],
    ['double keys', '{"a": 1, "a": 2}', '{"a":1,"a":2}'],
    ['escaped slashes', '{"a": "\\/"}', '{"a":"\\/"}'],
    ['escaped letters', '{"a": "\\u00e9"}', '{"a":"\\u00e9"}'],
  ])('is not parsed and written again: %s', async (_, raw, minified) => {
    expect(minifyJson(raw)).toBe(minified)
    const signature = sign({ bodyHash: bodyHash(minified), body: undefined })
    expect(verify(signature, { body: raw })).toBe(true)
    expect(verify(signature, { body: new TextEncoder().encode(raw) })).toBe(true)
    const asymmetric = await signAsymmetric({ ...request, body: minified, privateKey })
    expect(await verifyAsymmetric({ ...request, body: raw, publicKey, signature: asymmetric })).toBe(true)
  })

  it.each([
    ['a space in a key', '{"am ount":"10000.00"}'],
    ['a space in a value', '{"amount":"10000.00 "}'],
    ['another escape of a character', '{"amount":"1\\u0030000.00"}'],
    ['an escaped slash for a plain one', '{"\\/amount":"10000.00"}'],
    ['the value as a number', '{"amount":10000.00}'],
    ['a doubled backslash', '{"amount":"10000.00\\\\"}'],
    ['the body within a string', '"{\\"amount\\":\\"10000.00\\"}"'],
    ['bytes behind it', '{"amount":"10000.00"}x'],
    ['a second body behind it', '{"amount":"10000.00"}{"amount":"1.00"}'],
    ['a key that comes first', '{"a":1,"amount":"10000.00"}'],
  ])('is not tried in other spellings until one fits: %s', async (_, body) => {
    expect(verify(sign(), { body })).toBe(false)
    const signature = await signAsymmetric({ ...request, privateKey })
    expect(await verifyAsymmetric({ ...request, body, publicKey, signature })).toBe(false)
  })
})

describe('the other slots', () => {
  it('have the method of the request, and not always POST', () => {
    expect(new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => sign({ method }))).size).toBe(5)
  })

  it('have the query, in its own order and encoding', () => {
    const paths = ['/a?b=1&a=2', '/a?a=2&b=1', '/a?b=1&a=%32', '/a', '/a?', '/a/']
    expect(new Set(paths.map((path) => sign({ path }))).size).toBe(paths.length)
    const path = '/a?b=%2c&a=x,y'
    expect(symmetricStringToSign({ ...request, path, body: '' })).toContain(`:${path}:`)
  })

  it('have no "Bearer" in them', () => {
    expect(() => sign({ accessToken: 'Bearer TOKEN' })).toThrow(/without the word "Bearer"/)
    expect(verify(sign(), { accessToken: 'Bearer TOKEN' })).toBe(false)
  })

  it('are no template: a placeholder inside a value is text', () => {
    const path = '/{accessToken}/$1/$&/%s/:body'
    expect(symmetricStringToSign({ ...request, path, body: '' })).toBe(
      `POST:${path}:TOKEN:${empty}:2020-12-17T10:55:00+07:00`,
    )
  })

  it('are not exchanged for a missing token: the asymmetric string has four parts', () => {
    const undefinedToken = { ...request, accessToken: undefined as never, secret }
    expect(() => signSymmetric(undefinedToken)).toThrow(/^"accessToken"/)
  })
})

describe('a secret', () => {
  it('is not decoded, though it looks like hex or base64', () => {
    // printf 'POST:/:TOKEN:<64 times h>:t' | openssl dgst -sha512 -hmac <secret> -binary | base64 -w0
    const slots = {
      method: 'POST',
      path: '/',
      accessToken: 'TOKEN',
      bodyHash: 'h'.repeat(64),
      timestamp: 't',
    }
    expect(signSymmetric({ ...slots, secret: 'deadbeef' })).toBe(
      'WRrBSHE0igYFzqF7YzLnxCKigO5s6NxL8Rfv6tBkN7BZx96PCSN0kGNVwjnIBgk0Wl3ec0Bw9NRTK5HQZChDGw==',
    )
    expect(signSymmetric({ ...slots, secret: 'c2VjcmV0' })).toBe(
      'J59jX8Eu/b9eCPVKShaOuGlCs2F95gTDN5eWxSHjnSNUa4SCvkvMAVE7HZ6Lq88iYLAJciQWYw27mXOOHYXhog==',
    )
  })
})

describe('the default', () => {
  it('is base64, not hex', () => {
    expect(sign()).toMatch(/^[A-Za-z0-9+/]{86}==$/)
  })
})

describe('nothing', () => {
  it('is printed', async () => {
    const printers = (['log', 'debug', 'info', 'warn', 'error'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => {}),
    )
    expect(verify(sign())).toBe(true)
    expect(verify('x')).toBe(false)
    const signature = await signAsymmetric({ ...request, privateKey })
    expect(await verifyAsymmetric({ ...request, publicKey, signature })).toBe(true)
    for (const printer of printers) expect(printer).not.toHaveBeenCalled()
  })
})
