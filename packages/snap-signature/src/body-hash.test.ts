import { bodyHash } from '@x/snap-signature'
import { expect, it } from 'vitest'

const utf8 = (text: string) => new TextEncoder().encode(text)

// FIPS 180-2, appendix B.1, and SHA-256 of nothing; printf '{"name":"é 😀"}' | openssl dgst -sha256
it.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  [' \n', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [' a b\tc ', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['{ "name": "é 😀" }', 'c8d143a15227289e416338d06e2469789841df272ceb7d1cdb568a625c2142d9'],
])('hashes %j minified, as text and as bytes', (body, hash) => {
  expect(bodyHash(body)).toBe(hash)
  expect(bodyHash(utf8(body))).toBe(hash)
})

it('refuses an object, which has no bytes yet', () => {
  expect(() => bodyHash({ amount: 1 } as never)).toThrow(/serialise an object once/)
})
