import { asymmetricStringToSign, symmetricStringToSign } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

// printf '{}' | openssl dgst -sha256
const braces = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'
const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const slots = { method: 'POST', path: '/v1.0/debit/status', timestamp: '2020-12-17T10:55:00+07:00' }
const accessToken = 'gp9HjjEj813Y9JGoqwOeOPWbnt4CupvI'

/** Both strings at once: whatever one refuses, the other refuses too. */
const both = (changes: object) => {
  const input = { ...slots, accessToken, body: '', ...changes }
  return [() => symmetricStringToSign(input), () => asymmetricStringToSign(input)]
}

describe('a transaction', () => {
  it('is joined with colons', () => {
    expect(symmetricStringToSign({ ...slots, accessToken, body: '' })).toBe(
      `POST:/v1.0/debit/status:gp9HjjEj813Y9JGoqwOeOPWbnt4CupvI:${empty}:2020-12-17T10:55:00+07:00`,
    )
    expect(asymmetricStringToSign({ ...slots, body: '' })).toBe(
      `POST:/v1.0/debit/status:${empty}:2020-12-17T10:55:00+07:00`,
    )
  })

  it('takes its values as they are', () => {
    const input = {
      method: 'PATCH',
      path: '/a//b/?c=%2c%2C&b="{}"&a=$&:x',
      timestamp: '2020-12-17T03:55:00.024Z',
      bodyHash: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    }
    expect(symmetricStringToSign({ ...input, accessToken: 'a.b_c-d~e+f/g==' })).toBe(
      'PATCH:/a//b/?c=%2c%2C&b="{}"&a=$&:x:a.b_c-d~e+f/g==:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:2020-12-17T03:55:00.024Z',
    )
  })

  it.each<[string, object, RegExp]>([
    ['a lower-case method', { method: 'post' }, /^"method" must be in capital letters/],
    ['an empty method', { method: '' }, /^"method" must be/],
    ['a method with a line break', { method: 'POST\n' }, /^"method" must be/],
    ['a method with a colon', { method: 'POST:' }, /^"method" must be/],
    ['no method', { method: undefined }, /^"method" must be a string, got undefined/],
    [
      'a full URL',
      { path: 'https://api.example.com/v1.0/a' },
      /^"path" must be percent-encoded .* \(without scheme and host\)/,
    ],
    ['a full URL in capitals', { path: 'HTTPS://API.EXAMPLE.COM/' }, /without scheme and host/],
    [
      'a path without a slash',
      { path: 'v1.0/a' },
      /^"path" must be percent-encoded as it is sent, from "\/" on, without "#", got a string$/,
    ],
    ['an empty path', { path: '' }, /^"path" must be/],
    ['a path with a line break', { path: '/a\n' }, /^"path" must be/],
    ['a path with a space', { path: '/a b' }, /^"path" must be/],
    ['a path with a fragment', { path: '/a#b' }, /^"path" must be/],
    ['a path that is not encoded', { path: '/ä' }, /^"path" must be/],
    ['a URL object', { path: new URL('http://localhost/a') }, /^"path" must be .* got an object/],
    ['a timestamp with a line break', { timestamp: '2020-12-17T10:55:00+07:00\n' }, /^"timestamp" must be/],
    ['a timestamp with a space before', { timestamp: ' 2020-12-17T10:55:00+07:00' }, /^"timestamp" must be/],
    ['an empty timestamp', { timestamp: '' }, /^"timestamp" must be/],
    ['a Date', { timestamp: new Date(0) }, /^"timestamp" must be .* got an object/],
    ['an object for a body', { body: { amount: 1 } }, /^"body" must be the text or the bytes that are sent/],
    ['no body', { body: undefined }, /^"body" must be .* got undefined/],
    ['null for a body', { body: null }, /^"body" must be .* got null/],
    ['a body and a hash', { bodyHash: empty }, /^"body" and "bodyHash" exclude one another/],
    ['an empty hash', { body: undefined, bodyHash: '' }, /^"bodyHash" must be .* got an empty string/],
    ['a hash with a colon', { body: undefined, bodyHash: 'a:b' }, /^"bodyHash" must be/],
    ['a hash with a space', { body: undefined, bodyHash: 'a b' }, /^"bodyHash" must be/],
    ['a hash with a line break', { body: undefined, bodyHash: 'ab\n' }, /^"bodyHash" must be/],
    [
      'a hash of bytes',
      { body: undefined, bodyHash: new Uint8Array(32) },
      /^"bodyHash" must be .* got an object/,
    ],
  ])('is refused with %s', (_, changes, message) => {
    for (const run of both(changes)) {
      expect(run).toThrow(TypeError)
      expect(run).toThrow(message)
    }
  })

  it.each<[string, unknown, RegExp]>([
    ['with the word Bearer', 'Bearer abc', /without the word "Bearer"/],
    ['with the word bearer', 'bearer abc', /without the word "Bearer"/],
    [
      'that is empty',
      '',
      /^"accessToken" must be a token of visible ASCII without spaces, got an empty string/,
    ],
    ['with a space', 'a b', /^"accessToken" must be/],
    ['with a line break', 'abc\n', /^"accessToken" must be/],
    ['beyond ASCII', 'abcä', /^"accessToken" must be/],
    ['that is missing', undefined, /^"accessToken" must be .* got undefined/],
    ['that is null', null, /^"accessToken" must be .* got null/],
  ])('is refused with a token %s', (_, token, message) => {
    const input = { ...slots, body: '', accessToken: token as string }
    expect(() => symmetricStringToSign(input)).toThrow(TypeError)
    expect(() => symmetricStringToSign(input)).toThrow(message)
  })

  it('is refused for its body with a code', () => {
    for (const run of both({ body: '{"a":"b}' }))
      expect(run).toThrow(
        expect.objectContaining({ code: 'ERR_SNAP_BODY', detail: { problem: 'unterminated-string' } }),
      )
  })

  it('takes any printable ASCII where it can stand, and nothing else', () => {
    for (let code = 0; code <= 0xff; code += 1) {
      const character = String.fromCharCode(code)
      const isVisible = code > 0x20 && code < 0x7f
      const accepts = (changes: object) => {
        try {
          return symmetricStringToSign({ ...slots, accessToken, body: '', ...changes }).includes(
            `<${character}>`,
          )
        } catch {
          return false
        }
      }
      expect(accepts({ accessToken: `<${character}>` }), `token ${code}`).toBe(isVisible && character !== ':')
      expect(accepts({ path: `/<${character}>` }), `path ${code}`).toBe(isVisible && character !== '#')
      expect(accepts({ timestamp: `<${character}>` }), `timestamp ${code}`).toBe(
        (isVisible || character === ' ') && character !== '|',
      )
      const hash = { body: undefined, bodyHash: `<${character}>${'0'.repeat(43)}` }
      expect(accepts(hash), `hash ${code}`).toBe(isVisible && !':|'.includes(character))
    }
  })

  // A colon can stand in a path and in a timestamp, and so can another body's whole hash in a path.
  it('never gives two requests one string', () => {
    const hash = fc.constantFrom(`:${empty}:`, `:${braces}:`, `:${empty}:t:`)
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom('a', ':', '/', 't'), hash),
      minLength: 1,
      maxLength: 4,
    })
    const request = fc.record({
      method: fc.constantFrom('GET', 'POST'),
      path: text.map((rest) => `/${rest}`),
      accessToken: text,
      body: fc.constantFrom('', '{}'),
      timestamp: text,
    })
    const written = (slots: Parameters<typeof symmetricStringToSign>[0]): string | undefined => {
      try {
        return symmetricStringToSign(slots)
      } catch (error) {
        if (error instanceof TypeError) return undefined
        throw error
      }
    }
    fc.assert(
      fc.property(request, request, (one, other) => {
        const string = written(one)
        fc.pre(string !== undefined && JSON.stringify(one) !== JSON.stringify(other))
        expect(written(other)).not.toBe(string)
      }),
      { numRuns: 2000 },
    )
  })

  it('refuses what would move the border between two slots', () => {
    const request = { method: 'POST', path: '/a', accessToken: 'b', body: '', timestamp: 't' }
    expect(() => symmetricStringToSign({ ...request, accessToken: 'b:c' })).toThrow(/^"accessToken" must be/)
    expect(() => symmetricStringToSign({ ...request, timestamp: `t:${empty}:t` })).toThrow(
      /^"timestamp" must be/,
    )
    expect(() => symmetricStringToSign({ ...request, timestamp: 't'.repeat(41) })).toThrow(
      /^"timestamp" must be/,
    )
    expect(symmetricStringToSign({ ...request, timestamp: 't'.repeat(40) })).toContain('t'.repeat(40))
  })
})
