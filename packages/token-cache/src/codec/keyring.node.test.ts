import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, randomBytes } from 'node:crypto'
import { format, inspect } from 'node:util'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keyring } from './keyring.js'

const secret = Buffer.from(Array.from({ length: 32 }, (_, index) => index))
const other = Buffer.alloc(32, 'another key, for other purposes ')
const expiresAt = 1_900_000_000_000
const where = { key: 'bank', version: 'v1' }
const unicode = fc.string({ unit: 'grapheme' })

/** The same envelope, written and read by Node's own ciphers. */
const reference = {
  derive: (key: Uint8Array, length: number, purpose: string) =>
    Buffer.from(hkdfSync('sha256', key, '', `token-cache keyring v1: ${purpose}`, length)),
  keyId: (key: Uint8Array) => reference.derive(key, 8, 'key id').toString('base64url'),
  bound: ({ id, end, key, version }: { id: string; end: number | string; key: string; version: string }) =>
    Buffer.from(JSON.stringify(['s1', id, String(end), key, version])),
  seal({ using, text, end, key, version }: Parts) {
    const [id, iv] = [reference.keyId(using), randomBytes(12)]
    const cipher = createCipheriv('aes-256-gcm', reference.derive(using, 32, 'seal'), iv)
    cipher.setAAD(reference.bound({ id, end, key, version }))
    const sealed = Buffer.concat([cipher.update(Buffer.from(text)), cipher.final(), cipher.getAuthTag()])
    return `s1.${id}.${end}.${iv.toString('base64url')}.${sealed.toString('base64url')}`
  },
  open({ using, data, key, version }: Omit<Parts, 'text' | 'end'> & { data: string }) {
    const [, id = '', end = '', iv = '', sealedText = ''] = data.split('.')
    const sealed = Buffer.from(sealedText, 'base64url')
    const decipher = createDecipheriv(
      'aes-256-gcm',
      reference.derive(using, 32, 'seal'),
      Buffer.from(iv, 'base64url'),
    )
    decipher.setAAD(reference.bound({ id, end, key, version }))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]).toString('utf8')
  },
}

interface Parts {
  readonly using: Uint8Array
  readonly text: string | Uint8Array
  readonly end: number | string
  readonly key: string
  readonly version: string
}

/** The same envelopes come out of both: which of the two a fleet's processes have is nobody's business. */
const without = (...names: string[]) => {
  const builtin = process.getBuiltinModule
  vi.spyOn(process, 'getBuiltinModule').mockImplementation((name: string) =>
    names.includes(name) ? undefined : builtin(name),
  )
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each([
  { by: 'node:crypto', missing: [] },
  { by: 'WebCrypto', missing: ['node:crypto', 'node:buffer'] },
])('by $by', ({ missing }) => {
  beforeEach(() => without(...missing))

  describe('a sealed token', () => {
    it('written by another library is read', async () => {
      // Python 3 with cryptography 48.0.0: HKDF(SHA256, salt b""), AESGCM, iv 100…111, additional data
      // ["s1","h_jxDRouseM","1900000000000","bank","v1"].
      const data =
        's1.h_jxDRouseM.1900000000000.ZGVmZ2hpamtsbW5v.-r0JuKRn-f2_hXCijoSrmUdNnbPgEmCSfZ0FsI7WzVdmSV4'
      const codec = keyring(['AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='])
      expect(await codec.open({ ...where, data })).toEqual({ text: '["token é",900000]', expiresAt })
    })

    it("is read by Node's ciphers, and theirs by ours", async () => {
      const ours = keyring([secret])
      const input = fc.record({
        text: unicode,
        key: fc.string({ unit: 'binary' }),
        version: fc.string(),
        end: fc.maxSafeNat(),
      })
      await fc.assert(
        fc.asyncProperty(input, async ({ text, key, version, end }) => {
          const data = await ours.seal({ key, version, text, expiresAt: end })
          expect(reference.open({ using: secret, data, key, version })).toBe(text)
          const theirs = reference.seal({ using: secret, text, end, key, version })
          expect(await ours.open({ key, version, data: theirs })).toEqual({ text, expiresAt: end })
        }),
        { numRuns: 200 },
      )
    })

    it('opens for no other key, version or expiry', async () => {
      const codec = keyring([secret])
      const data = await codec.seal({ ...where, text: 'token', expiresAt })
      const later = data.replace(String(expiresAt), String(expiresAt + 1))
      const refused = { unreadable: 'not-authentic' }
      expect(await codec.open({ ...where, data })).toEqual({ text: 'token', expiresAt })
      expect(await codec.open({ ...where, data: later })).toEqual(refused)
      for (const moved of [
        { key: 'bank2' },
        { key: 'Bank' },
        { key: '' },
        { version: 'v2' },
        { version: '' },
      ]) {
        expect(await codec.open({ ...where, ...moved, data })).toEqual(refused)
      }
    })

    it('cannot be moved between contexts that are alike when joined', async () => {
      const codec = keyring([secret])
      const pair = fc.tuple(
        fc.string({ unit: fc.constantFrom('a', '"', ',', '\\', '\ud800', '\udc00') }),
        fc.string(),
      )
      await fc.assert(
        fc.asyncProperty(pair, pair, async ([key, version], [otherKey, otherVersion]) => {
          fc.pre(key !== otherKey || version !== otherVersion)
          const data = await codec.seal({ key, version, text: 'token', expiresAt })
          const opened = await codec.open({ key: otherKey, version: otherVersion, data })
          expect(opened).toEqual({ unreadable: 'not-authentic' })
        }),
      )
      const half = await codec.seal({ key: '\ud800', version: 'v', text: 'token', expiresAt })
      const moved = await codec.open({ key: '\ud801', version: 'v', data: half })
      expect(moved).toEqual({ unreadable: 'not-authentic' })
    })

    it('is a miss with a reason after a change of any character, and never an exception', async () => {
      const codec = keyring([secret])
      const data = await codec.seal({ ...where, text: '["token",900000]', expiresAt })
      const reasons = new Set<string>()
      for (let at = 0; at < data.length; at++) {
        for (const character of ['A', 'B', '0', '1', '.', '-', '=', ' ', '\n', 'é', '']) {
          if (character === data[at]) continue
          const opened = await codec.open({
            ...where,
            data: data.slice(0, at) + character + data.slice(at + 1),
          })
          expect(Object.keys(opened)).toEqual(['unreadable'])
          if ('unreadable' in opened) reasons.add(opened.unreadable)
        }
      }
      expect([...reasons].sort()).toEqual(['not-authentic', 'unknown-format', 'unknown-key'])
    })

    it('is a miss after a flip of any bit of its bytes', async () => {
      const codec = keyring([secret])
      const data = await codec.seal({ ...where, text: 'token', expiresAt })
      const parts = data.split('.')
      for (const index of [3, 4]) {
        const bytes = Buffer.from(parts[index] ?? '', 'base64url')
        for (let bit = 0; bit < bytes.length * 8; bit++) {
          const flipped = Buffer.from(bytes)
          flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
          const changed = parts.with(index, flipped.toString('base64url')).join('.')
          expect(await codec.open({ ...where, data: changed })).toEqual({ unreadable: 'not-authentic' })
        }
      }
    })

    it('is a miss when it is cut, and when it is anything else', async () => {
      const codec = keyring([secret])
      const data = await codec.seal({ ...where, text: 'token', expiresAt })
      for (let length = 0; length < data.length; length++) {
        expect(await codec.open({ ...where, data: data.slice(0, length) })).toHaveProperty('unreadable')
      }
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.string(), fc.anything()), async (anything) => {
          const opened = await Reflect.apply(codec.open, codec, [{ ...where, data: anything }])
          expect(opened).toEqual({ unreadable: 'unknown-format' })
        }),
      )
      expect(await codec.open({ ...where, data: 'p1.1900000000000.token' })).toEqual({
        unreadable: 'unknown-format',
      })
      expect(await codec.open({ ...where, data: 'x'.repeat(98_305) })).toEqual({ unreadable: 'too-large' })
    })

    it("is a miss if the key's owner wrote it otherwise", async () => {
      const codec = keyring([secret])
      for (const end of ['', '01', '-1', '1e3', '0x1', '12345678901234567']) {
        const data = reference.seal({ using: secret, text: 'token', end, ...where })
        expect(await codec.open({ ...where, data })).toEqual({ unreadable: 'unknown-format' })
      }
      const latin1 = reference.seal({ using: secret, text: Uint8Array.of(0xe9), end: expiresAt, ...where })
      expect(await codec.open({ ...where, data: latin1 })).toEqual({ unreadable: 'not-authentic' })
      const marked = reference.seal({ using: secret, text: '\ufefftoken', end: expiresAt, ...where })
      expect(await codec.open({ ...where, data: marked })).toEqual({ text: '\ufefftoken', expiresAt })
    })

    it('never has an initialisation vector twice', async () => {
      const codec = keyring([secret])
      const seal = () => codec.seal({ ...where, text: 'token', expiresAt })
      const sealed = await Promise.all(Array.from({ length: 1_000 }, seal))
      expect(new Set(sealed.map((data) => data.split('.')[3])).size).toBe(1_000)
      expect(Buffer.from(sealed[0]?.split('.')[3] ?? '', 'base64url')).toHaveLength(12)
    })

    it('holds the longest text, and refuses one byte more without repeating it', async () => {
      const codec = keyring([secret])
      for (const text of ['x'.repeat(65_536), 'é'.repeat(32_768)]) {
        const data = await codec.seal({ ...where, text, expiresAt: Number.MAX_SAFE_INTEGER })
        expect(data.length).toBeLessThanOrEqual(98_304)
        expect(await codec.open({ ...where, data })).toEqual({ text, expiresAt: Number.MAX_SAFE_INTEGER })
        await expect(codec.seal({ ...where, text: `${text}!`, expiresAt })).rejects.toThrow(
          new TypeError('"text" must be at most 65536 bytes of UTF-8, got 65537'),
        )
      }
    })

    it.each([
      { field: 'text', wrong: { text: 7 } },
      { field: 'text', wrong: { text: 'half \ud800' } },
      { field: 'expiresAt', wrong: { expiresAt: 0.5 } },
      { field: 'expiresAt', wrong: { expiresAt: -1 } },
      { field: 'expiresAt', wrong: { expiresAt: Number.NaN } },
    ])('is not written with $wrong', async ({ field, wrong }) => {
      const codec = keyring([secret])
      const input = { ...where, text: 'token', expiresAt, ...wrong }
      await expect(Reflect.apply(codec.seal, codec, [input])).rejects.toThrow(`"${field}" must be`)
    })
  })

  describe('rotation', () => {
    it('seals with the first key and opens with all', async () => {
      const [before, during, after] = [keyring([secret]), keyring([other, secret]), keyring([other])]
      const old = await before.seal({ ...where, text: 'old', expiresAt })
      const fresh = await during.seal({ ...where, text: 'new', expiresAt })
      expect(old.split('.')[1]).toBe(reference.keyId(secret))
      expect(fresh.split('.')[1]).toBe(reference.keyId(other))
      expect(await during.open({ ...where, data: old })).toEqual({ text: 'old', expiresAt })
      expect(await during.open({ ...where, data: fresh })).toEqual({ text: 'new', expiresAt })
      expect(await after.open({ ...where, data: fresh })).toEqual({ text: 'new', expiresAt })
      expect(await after.open({ ...where, data: old })).toEqual({ unreadable: 'unknown-key' })
      expect(await before.open({ ...where, data: fresh })).toEqual({ unreadable: 'unknown-key' })
    })

    it('names a key by nothing that is in it', () => {
      expect(reference.keyId(secret)).toBe('h_jxDRouseM')
      expect(secret.toString('base64url')).not.toContain('h_jxDRouseM')
    })
  })
})

it.each([
  {
    what: 'throws',
    module: {
      hkdfSync: () => {
        throw new Error('not implemented')
      },
    },
  },
  { what: 'has no ciphers', module: { hkdfSync, createSecretKey } },
  { what: 'seals and does not open', module: { hkdfSync, createSecretKey, createCipheriv } },
])("a runtime whose node:crypto $what has WebCrypto's", async ({ module }) => {
  vi.spyOn(process, 'getBuiltinModule').mockImplementation((name: string) =>
    name === 'node:crypto' ? (module as never) : undefined,
  )
  const codec = keyring([secret])
  const data = await codec.seal({ ...where, text: 'token', expiresAt })
  expect(reference.open({ using: secret, data, ...where })).toBe('token')
  expect(await codec.open({ ...where, data })).toEqual({ text: 'token', expiresAt })
})

it('what one way seals the other opens', async () => {
  const onNode = keyring([secret])
  const sealed = await onNode.seal({ ...where, text: 'token é', expiresAt })
  without('node:crypto', 'node:buffer')
  const onTheWeb = keyring([secret])
  expect(await onTheWeb.open({ ...where, data: sealed })).toEqual({ text: 'token é', expiresAt })
  const data = await onTheWeb.seal({ ...where, text: 'token é', expiresAt })
  expect(await onNode.open({ ...where, data })).toEqual({ text: 'token é', expiresAt })
})

describe('the keys of a ring', () => {
  it('may be bytes, Base64 or Base64url, with padding or without', async () => {
    const base64 = other.toString('base64')
    const forms = [other, new Uint8Array(other), base64, base64.replace('=', ''), other.toString('base64url')]
    const sealed = await keyring([other]).seal({ ...where, text: 'token', expiresAt })
    for (const form of forms) {
      expect(await keyring([form]).open({ ...where, data: sealed })).toEqual({ text: 'token', expiresAt })
    }
  })

  it('may be bytes of another realm', () => {
    const bytes = runInNewContext('Uint8Array.from({ length: 32 }, (_, index) => index)')
    expect(bytes instanceof Uint8Array).toBe(false)
    expect(() => keyring([bytes])).not.toThrow()
  })

  it('are copied: bytes that are wiped or used again later change nothing', async () => {
    const bytes = new Uint8Array(secret)
    const codec = keyring([bytes])
    bytes.fill(0)
    const data = await codec.seal({ ...where, text: 'token', expiresAt })
    expect(reference.open({ using: secret, data, ...where })).toBe('token')
  })

  it.each([
    {
      keys: undefined,
      says: '"keys" must be an array with at least one key, the one that seals first, got undefined',
    },
    {
      keys: [],
      says: '"keys" must be an array with at least one key, the one that seals first, got an empty array',
    },
    {
      keys: secret.toString('base64'),
      says: '"keys" must be an array with at least one key, the one that seals first, got string',
    },
    {
      keys: [undefined],
      says: '"keys[0]" must be 32 random bytes or their Base64 text, as from: openssl rand -base64 32, got undefined',
    },
    {
      keys: [secret, null],
      says: '"keys[1]" must be 32 random bytes or their Base64 text, as from: openssl rand -base64 32, got null',
    },
    { keys: [new Uint16Array(32)], says: 'got object' },
    { keys: [new ArrayBuffer(32)], says: 'got object' },
    { keys: [''], says: 'got 0 bytes' },
    { keys: [secret.subarray(1)], says: 'got 31 bytes' },
    { keys: [secret.subarray(1).toString('base64')], says: 'got 31 bytes' },
    { keys: [secret.toString('hex')], says: 'got 48 bytes' },
    { keys: [`${secret.toString('base64')}\n`], says: 'got a text with white space in it' },
    { keys: ['hunter2!'], says: 'got a text that is not Base64' },
    { keys: ['AAECA'], says: 'got a text that is not Base64' },
    { keys: [new Uint8Array(32)], says: 'got one byte repeated' },
    {
      keys: [secret, other, secret.toString('base64')],
      says: '"keys[2]" must be another key than "keys[0]"',
    },
  ])('are refused: $says', ({ keys, says }) => {
    expect(() => Reflect.apply(keyring, undefined, [keys])).toThrow(TypeError)
    expect(() => Reflect.apply(keyring, undefined, [keys])).toThrow(says)
  })

  it('are in no error', () => {
    const canary = 'canary-7c1e9b'
    for (const keys of [
      canary,
      [canary],
      [`${canary}\n`],
      [Buffer.from(canary)],
      [{ key: canary }],
      [`${canary}!`],
    ]) {
      let error: unknown
      try {
        Reflect.apply(keyring, undefined, [keys])
      } catch (thrown) {
        error = thrown
      }
      expect(error).toBeInstanceOf(TypeError)
      expect(inspect(error, { showHidden: true, depth: null })).not.toContain(canary)
    }
  })

  it('are in nothing that prints the codec, before and after its use', async () => {
    const canary = Buffer.from('canary-7c1e9b canary-7c1e9b 0123')
    const codec = keyring([canary, secret])
    const printed = () =>
      [
        inspect(codec),
        inspect(codec, { showHidden: true, depth: null, customInspect: false, getters: true }),
        inspect({ store: { codec } }, { depth: null }),
        format('%s %o %O %j', codec, codec, codec, codec),
        JSON.stringify(codec),
        String(codec),
      ].join('\n')
    const before = printed()
    const data = await codec.seal({ ...where, text: 'canary-token', expiresAt })
    await codec.open({ ...where, data })
    for (const shown of [before, printed()]) {
      expect(shown).not.toMatch(/canary|63, ?61, ?6e|99, ?97, ?110/)
      expect(shown).not.toContain(canary.toString('base64').slice(0, 12))
    }
    expect(inspect(codec)).toBe('[keyring of 2 keys]')
    expect(String(keyring([secret]))).toBe('[keyring of 1 key]')
    expect(data).not.toContain('canary')
  })

  it('are of no use without WebCrypto, which is said at once', () => {
    const crypto = globalThis.crypto
    try {
      Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true, writable: true })
      expect(() => keyring([secret])).toThrow('keyring needs WebCrypto')
    } finally {
      Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true, writable: true })
    }
  })
})
