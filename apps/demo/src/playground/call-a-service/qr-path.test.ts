import { encode } from 'uqr'
import { expect, it } from 'vitest'
import { qrPath } from './qr-path.js'

const content =
  '00020101021226680016ID.CO.SANDBOX.WWW011893600914000000000102150000000000000000303UMI5204549953033605409150000.005802ID5909DEMO SHOP6007JAKARTA62150111DEMO-SHOP0163046A2B'

/** The dark squares of a path, drawn by hand. */
const squaresOf = (d: string): readonly string[] =>
  [...d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, width, back]) => {
    expect(width).toBe(back)
    return Array.from({ length: Number(width) }, (_, step) => `${Number(x) + step},${y}`)
  })

it('draws each dark module of the QR once, and no other', () => {
  const { data } = encode(content, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])))
  const { d } = qrPath(content)
  expect(squaresOf(d).toSorted()).toEqual(dark.toSorted())
})

it('has the three finders, and four quiet modules around them', () => {
  const { d, size } = qrPath(content)
  const squares = new Set(squaresOf(d))
  const isDark = (x: number, y: number): boolean => squares.has(`${x},${y}`)
  const far = size - 4 - 7
  for (const [left, top] of [
    [4, 4],
    [far, 4],
    [4, far],
  ] as const)
    for (let step = 0; step < 7; step += 1) {
      expect(isDark(left + step, top)).toBe(true)
      expect(isDark(left, top + step)).toBe(true)
      expect(isDark(left + 1, top + step)).toBe(step === 0 || step === 6)
    }
  for (let at = 0; at < size; at += 1)
    for (const edge of [0, 1, 2, 3]) {
      expect(isDark(edge, at) || isDark(at, edge)).toBe(false)
      expect(isDark(size - 1 - edge, at) || isDark(at, size - 1 - edge)).toBe(false)
    }
})
