import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyring } from './keyring.js'
import { plaintext } from './plaintext.js'
import type { TokenCodec } from './token-codec.js'
import { readRecord, writeRecord } from './token-record.js'

const sealing = keyring([Uint8Array.from({ length: 32 }, (_, index) => index)])
const token = { value: 'eyJ0b2tlbg', version: 'v1', lifetimeMs: 900_000, expiresAt: 1_900_000_000_000 }
const codecs = [
  { name: 'plaintext', codec: plaintext },
  { name: 'keyring', codec: sealing },
]

/** What another writer could have left under the version. */
async function read(codec: TokenCodec, text: string, expiresAt = 1) {
  const data = await codec.seal({ key: 'bank', version: 'v1', text, expiresAt })
  return readRecord({ codec, key: 'bank', record: { version: 'v1', data } })
}

describe('a token in a store', () => {
  it('is written in the clear as documented, with its version beside it', async () => {
    expect(await writeRecord({ codec: plaintext, key: 'bank', token })).toEqual({
      version: 'v1',
      data: 'p1.1900000000000.["bank","v1"].["eyJ0b2tlbg",900000]',
    })
  })

  it.each(codecs)('is read as it was written ($name)', async ({ codec }) => {
    const tokens = fc.record({
      value: fc.string({ unit: 'binary', minLength: 1 }),
      version: fc.string({ minLength: 1 }),
      lifetimeMs: fc.double({ min: 1, max: 86_400_000, noNaN: true }),
      expiresAt: fc.integer({ min: 1, max: 4_000_000_000_000 }),
    })
    await fc.assert(
      fc.asyncProperty(tokens, fc.string(), async (one, key) => {
        const record = await writeRecord({ codec, key, token: one })
        if (!record) throw new Error('not written')
        expect(await readRecord({ codec, key, record })).toEqual({ token: one })
      }),
    )
  })

  it('ends no later than it did, when its clock has fractions', async () => {
    const record = await writeRecord({
      codec: plaintext,
      key: 'bank',
      token: { ...token, expiresAt: 1_000.9 },
    })
    expect(record?.data).toMatch(/^p1\.1000\./)
  })

  it.each(codecs)('is not written when it is too large ($name)', async ({ codec }) => {
    const large = { ...token, value: 'x'.repeat(65_536) }
    expect(await writeRecord({ codec, key: 'bank', token: large })).toBeUndefined()
  })

  it.each([
    '',
    '7',
    '{}',
    '[]',
    '["", 900000]',
    '["t"]',
    '["t", "900000"]',
    '["t", 0]',
    '["t", -1]',
    '[7, 900000]',
    '["t", 9',
    '["t", 1e999]',
    '["t", 86400000.5]',
    '["t", 86400001]',
  ])('is none if it reads %j', async (text) => {
    for (const { codec } of codecs) expect(await read(codec, text)).toEqual({ unreadable: 'unknown-format' })
  })

  it('is none if it ended in 1970', async () => {
    expect(await read(plaintext, '["t", 900000]', 0)).toEqual({ unreadable: 'unknown-format' })
  })

  it('is not read unsealed where it must be sealed, nor under another key or version', async () => {
    const open = await writeRecord({ codec: plaintext, key: 'bank', token })
    const sealed = await writeRecord({ codec: sealing, key: 'bank', token })
    if (!open || !sealed) throw new Error('not written')
    const reasons = [
      await readRecord({ codec: sealing, key: 'bank', record: open }),
      await readRecord({ codec: plaintext, key: 'bank', record: sealed }),
      await readRecord({ codec: sealing, key: 'other', record: sealed }),
      await readRecord({ codec: sealing, key: 'bank', record: { ...sealed, version: 'v2' } }),
      await readRecord({ codec: plaintext, key: 'other', record: open }),
      await readRecord({ codec: plaintext, key: 'bank', record: { ...open, version: 'v2' } }),
    ]
    expect(reasons).toEqual([
      { unreadable: 'unknown-format' },
      { unreadable: 'unknown-format' },
      { unreadable: 'not-authentic' },
      { unreadable: 'not-authentic' },
      { unreadable: 'not-authentic' },
      { unreadable: 'not-authentic' },
    ])
  })

  it.each([
    undefined,
    null,
    7,
    {},
    { version: 7, data: 'p1.1.["t", 1]' },
    { version: 'v1', data: new Uint8Array(1) },
  ])('is a miss if the store answers %o', async (record) => {
    const answer = await Reflect.apply(readRecord, undefined, [{ codec: plaintext, key: 'bank', record }])
    expect(Object.keys(answer)).toEqual(['unreadable'])
  })

  it('is too large to be looked at beyond the limit, whatever the codec', async () => {
    const opened: string[] = []
    const codec: TokenCodec = {
      ...plaintext,
      async open({ data }) {
        opened.push(data)
        return { unreadable: 'unknown-key' }
      },
    }
    const record = { version: 'v1', data: 'x'.repeat(98_305) }
    expect(await readRecord({ codec, key: 'bank', record })).toEqual({ unreadable: 'too-large' })
    expect(opened).toEqual([])
  })
})

describe('a codec of somebody else', () => {
  const canary = 'canary-7c1e9b'
  const wrong: readonly (() => unknown)[] = [
    () => Promise.reject(new Error(canary)),
    () => {
      throw new Error(canary)
    },
    () => Promise.resolve(undefined),
    () => Promise.resolve(canary),
    () => Promise.resolve({ unreadable: canary }),
  ]

  it.each(wrong)('that fails is a miss that says nothing of it (%#)', async (open) => {
    const codec = { ...plaintext, open } as TokenCodec
    const answer = await readRecord({ codec, key: 'bank', record: { version: 'v1', data: 'x' } })
    expect(answer).toEqual({ unreadable: 'codec-failed' })
  })

  it.each([...wrong.slice(0, 3), async () => 7])(
    'that cannot write says nothing of why (%#)',
    async (seal) => {
      const codec = { ...plaintext, seal } as TokenCodec
      const failure: unknown = await writeRecord({ codec, key: 'bank', token }).catch((error) => error)
      expect(failure).toBeInstanceOf(Error)
      expect(inspect(failure, { showHidden: true })).not.toContain(canary)
    },
  )

  it('that writes more than a store takes leaves the token unshared', async () => {
    const codec = { ...plaintext, seal: async () => 'x'.repeat(98_305) }
    expect(await writeRecord({ codec, key: 'bank', token })).toBeUndefined()
  })
})
