import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { base64Url } from './base64url.js'

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(['with Buffer', 'without'])('base64url, %s', (how) => {
  beforeEach(() => {
    if (how === 'without') vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never)
  })

  // RFC 4648 section 10, without the padding.
  it.each([
    { text: '', base64: '' },
    { text: 'f', base64: 'Zg' },
    { text: 'fo', base64: 'Zm8' },
    { text: 'foo', base64: 'Zm9v' },
    { text: 'foob', base64: 'Zm9vYg' },
    { text: 'fooba', base64: 'Zm9vYmE' },
    { text: 'foobar', base64: 'Zm9vYmFy' },
  ])('writes "$text" as "$base64" and reads it', ({ text, base64 }) => {
    const bytes = new TextEncoder().encode(text)
    expect(base64Url().write(bytes)).toBe(base64)
    expect(base64Url().read(base64)).toEqual(bytes)
  })

  it('writes and reads as Buffer does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20_000 }), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url')
        expect(base64Url().write(bytes)).toBe(text)
        expect(base64Url().read(text)).toEqual(Uint8Array.from(bytes))
      }),
      { numRuns: 100 },
    )
  })

  it('reads one spelling only of every last group', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    for (const before of ['A', '_', 'AA', '-z', 'Zm9vA', 'Zm9vAA']) {
      const read = [...alphabet].filter((last) => base64Url().read(before + last) !== undefined)
      const same = [...alphabet].filter((last) => {
        const bytes = Buffer.from(before + last, 'base64url')
        return bytes.toString('base64url') === before + last
      })
      expect(read).toEqual(same)
    }
  })

  it.each(['Zg==', 'Zh', 'Zm9', 'Z', 'Zm9v\n', ' Zm9v', 'Zm+v', 'Zm/v', 'Zm9é', '\u{1f511}'])(
    'does not read %j',
    (text) => {
      expect(base64Url().read(text)).toBeUndefined()
    },
  )
})
