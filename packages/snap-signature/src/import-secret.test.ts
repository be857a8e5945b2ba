import { importSecret, signSymmetric } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { sample } from '../test/samples.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const request = {
  method: 'POST',
  path: '/',
  accessToken: 'token',
  body: '',
  timestamp: '2020-12-17T10:55:00+07:00',
}
const refusal = (problem: string) => expect.objectContaining({ code: 'ERR_SNAP_SECRET', detail: { problem } })

describe('importSecret', () => {
  it.each([
    's',
    '22a2d25e-765d-41e1-8d29-da68dcb5698b',
    'a b',
    `a"b'c`,
    '"',
    'ä😀',
    'x'.repeat(127),
    'x'.repeat(128),
    'x'.repeat(129),
    'é'.repeat(64),
  ])('takes %j as text, as bytes and unprepared alike', (secret) => {
    const signature = signSymmetric({ ...request, secret })
    expect(signSymmetric({ ...request, secret: importSecret(secret) })).toBe(signature)
    expect(signSymmetric({ ...request, secret: importSecret(utf8(secret)) })).toBe(signature)
  })

  it.each([
    ['empty', ''],
    ['surrounding-space', ' secret'],
    ['surrounding-space', 'secret '],
    ['surrounding-space', 'secret\n'],
    ['surrounding-space', 'secret\r\n'],
    ['surrounding-space', '\tsecret'],
    ['surrounding-space', '\u00a0secret'],
    ['surrounding-space', '\ufeffsecret'],
    ['surrounding-space', '   '],
    ['quoted', '"secret"'],
    ['quoted', "'secret'"],
    ['quoted', '`secret`'],
    ['quoted', '""'],
    ['control-character', 'sec\nret'],
    ['control-character', 'sec\0ret'],
    ['control-character', 'sec\u007fret'],
    ['control-character', 'sec\u0085ret'],
    ['control-character', 'sec\u200bret'],
    ['control-character', 'sec\u2028ret'],
    ['private-key', sample.privateKey],
    ['private-key', sample.publicKey],
    ['private-key', `"${sample.privateKey}"`],
  ] as const)('refuses as %s: %j', (problem, secret) => {
    expect(() => importSecret(secret)).toThrow(refusal(problem))
    expect(() => importSecret(utf8(secret))).toThrow(refusal(problem))
    expect(() => signSymmetric({ ...request, secret })).toThrow(refusal(problem))
  })

  it('refuses what UTF-8 cannot write, and what is not UTF-8', () => {
    expect(() => importSecret('a\ud800')).toThrow(refusal('lone-surrogate'))
    expect(() => importSecret(Uint8Array.of(0x61, 0xff))).toThrow(refusal('not-utf-8'))
  })

  it.each([undefined, null, 7, {}, ['secret'], new ArrayBuffer(8)])('is misused with %o', (secret) => {
    expect(() => importSecret(secret as never)).toThrow(/^"secret" must be a string or a Uint8Array/)
    expect(() => signSymmetric({ ...request, secret: secret as never })).toThrow(
      /^"secret" must be a string, or a secret from importSecret/,
    )
  })
})

describe('a secret', () => {
  const secret = importSecret('22a2d25e-765d-41e1-8d29-da68dcb5698b')

  it('shows its kind only, and cannot be changed', () => {
    expect(secret).toEqual({ kind: 'secret' })
    expect(JSON.stringify(secret)).toBe('{"kind":"secret"}')
    expect(Object.keys(secret)).toEqual(['kind'])
    expect(Object.isFrozen(secret)).toBe(true)
    expect(Reflect.set(secret, Symbol.for('@x/snap-signature.secret'), () => 'x')).toBe(false)
  })

  it('is no secret any more once it has been copied', () => {
    for (const copy of [{ ...secret }, structuredClone(secret)])
      expect(() => signSymmetric({ ...request, secret: copy })).toThrow(TypeError)
  })

  it('does not follow the bytes it was made from', () => {
    const bytes = utf8('22a2d25e-765d-41e1-8d29-da68dcb5698b')
    const made = importSecret(bytes)
    bytes.fill(0)
    expect(signSymmetric({ ...request, secret: made })).toBe(signSymmetric({ ...request, secret }))
  })

  it('signs one text after another', () => {
    const sign = (body: string) => signSymmetric({ ...request, body, secret })
    const [first, second] = [sign('1'), sign('2')]
    expect([sign('1'), sign('2'), sign('1')]).toEqual([first, second, first])
    expect(first).not.toBe(second)
  })
})
