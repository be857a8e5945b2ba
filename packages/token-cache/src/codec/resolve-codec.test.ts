import { expect, it } from 'vitest'
import { plaintext } from './plaintext.js'
import { resolveCodec } from './resolve-codec.js'

it('knows the word, and takes a codec as it is', () => {
  const own = { ...plaintext }
  expect(resolveCodec('plaintext')).toBe(plaintext)
  expect(resolveCodec(own)).toBe(own)
})

it.each([
  { codec: undefined, got: 'undefined' },
  { codec: null, got: 'null' },
  { codec: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=', got: 'string' },
  { codec: 'Plaintext', got: 'string' },
  { codec: { seal: async () => '' }, got: 'object' },
  { codec: () => {}, got: 'function' },
])('refuses $got, without repeating it', ({ codec, got }) => {
  expect(() => Reflect.apply(resolveCodec, undefined, [codec])).toThrow(
    new TypeError(
      `"codec" must be keyring([key]), or 'plaintext' for a store that nobody else can read, got ${got}`,
    ),
  )
})
