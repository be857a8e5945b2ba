import { encode } from 'uqr'

/** A QR as one SVG path of unit squares. */
export interface QrPath {
  /** Width and height, quiet zone included. */
  readonly size: number
  readonly d: string
}

/** Error correction M, as printed QRIS have at least, and the quiet zone of four modules that the standard wants. */
export const qrPath = (text: string): QrPath => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const runs = data.flatMap((row, y) => runsOf(row).map(({ x, width }) => `M${x} ${y}h${width}v1h-${width}z`))
  return { size, d: runs.join('') }
}

const runsOf = (row: readonly boolean[]): readonly { readonly x: number; readonly width: number }[] => {
  const runs: { x: number; width: number }[] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last !== undefined && last.x + last.width === x) last.width += 1
    else runs.push({ x, width: 1 })
  })
  return runs
}
