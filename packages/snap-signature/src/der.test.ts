import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readElements, writeElement } from './der.js'

const bytes = (...values: number[]) => Uint8Array.from(values)

describe('readElements', () => {
  it('splits one level', () => {
    expect(readElements(bytes(0x02, 1, 5, 0x30, 2, 0x05, 0, 0x04, 0))).toEqual([
      { tag: 0x02, contents: bytes(5) },
      { tag: 0x30, contents: bytes(0x05, 0) },
      { tag: 0x04, contents: bytes() },
    ])
    expect(readElements(bytes())).toEqual([])
  })

  it.each([
    ['a tag alone', [0x02]],
    ['contents that are too short', [0x02, 2, 5]],
    ['an unfinished length', [0x02, 0x82, 0x01]],
    ['an indefinite length', [0x30, 0x80, 0, 0]],
    ['the reserved length', [0x30, 0xff, ...Array(127).fill(0)]],
    ['127 in long form', [0x04, 0x81, 127, ...Array(127).fill(0)]],
    ['255 in three bytes', [0x04, 0x82, 0, 255, ...Array(255).fill(0)]],
    ['a length of four bytes', [0x04, 0x84, 0, 0, 0, 1, 0]],
    ['a tag in long form', [0x1f, 1, 0]],
    ['a good element before a bad one', [0x05, 0, 0x02]],
  ])('refuses %s', (_, values) => {
    expect(readElements(Uint8Array.from(values))).toBeUndefined()
  })
})

describe('writeElement', () => {
  // ITU-T X.690, 8.1.3: 0 to 127 in one byte, then as many as are needed.
  it.each([
    [0, [0x04, 0x00]],
    [127, [0x04, 0x7f]],
    [128, [0x04, 0x81, 0x80]],
    [255, [0x04, 0x81, 0xff]],
    [256, [0x04, 0x82, 0x01, 0x00]],
    [65_535, [0x04, 0x82, 0xff, 0xff]],
    [65_536, [0x04, 0x83, 0x01, 0x00, 0x00]],
  ])('writes the length %d', (length, header) => {
    const written = writeElement(0x04, new Uint8Array(length))
    expect([...written.subarray(0, header.length)]).toEqual(header)
    expect(written).toHaveLength(header.length + length)
    expect(readElements(written)).toEqual([{ tag: 0x04, contents: new Uint8Array(length) }])
  })

  it('joins its parts', () => {
    const part = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        const contents = Uint8Array.from(parts.flatMap((one) => [...one]))
        expect(readElements(writeElement(0x30, ...parts))).toEqual([{ tag: 0x30, contents }])
      }),
    )
  })
})
