/** One tag-length-value of DER (ITU-T X.690, 8.1 and 10.1). */
export interface DerElement {
  readonly tag: number
  readonly contents: Uint8Array
}

export const derTag = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  sequence: 0x30,
} as const

/**
 * Splits bytes into the elements they consist of, without descending: a caller goes down one level at a time, so
 * nothing here recurses. Undefined for an unfinished element, a long-form tag, or a length that is indefinite or
 * not written in the fewest bytes.
 */
export function readElements(bytes: Uint8Array): DerElement[] | undefined {
  const elements: DerElement[] = []
  let start = 0
  while (start < bytes.length) {
    const size = elementSize(bytes.subarray(start))
    if (!size || start + size.total > bytes.length) return undefined
    const end = start + size.total
    elements.push({ tag: bytes[start] ?? 0, contents: bytes.subarray(start + size.header, end) })
    start = end
  }
  return elements
}

/** How many bytes the first element claims, which may be more than there are. */
export function elementSize(bytes: Uint8Array): { header: number; total: number } | undefined {
  const [tag, first] = bytes
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  if (first < 0x80) return { header: 2, total: 2 + first }
  const count = first - 0x80
  if (count < 1 || count > 3 || bytes.length < 2 + count) return undefined
  let length = 0
  for (const byte of bytes.subarray(2, 2 + count)) length = length * 256 + byte
  const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3
  return count === shortest ? { header: 2 + count, total: 2 + count + length } : undefined
}

export function writeElement(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const size: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256)
  const header = length < 0x80 ? [tag, length] : [tag, 0x80 + size.length, ...size]
  const bytes = new Uint8Array(header.length + length)
  bytes.set(header)
  let at = header.length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * The outline of a structure, a character for each element: I(NTEGER), B(IT STRING), O(CTET STRING), N(ULL),
 * D for OBJECT IDENTIFIER, S(EQUENCE), and the number of a context tag.
 */
export function outlineOf(elements: readonly DerElement[]): string {
  return elements.map(({ tag }) => letters[tag] ?? '?').join(' ')
}

// By number: names as keys would keep this table in every bundle.
const letters: Readonly<Record<number, string>> = {
  2: 'I',
  3: 'B',
  4: 'O',
  5: 'N',
  6: 'D',
  48: 'S',
  // Context tags, of one value and of several.
  129: '1',
  130: '2',
  160: '0',
  161: '1',
  163: '3',
}

/** The elements inside one element; none if it is missing or holds anything else. */
export function partsOf(element: DerElement | undefined): readonly DerElement[] {
  return (element && readElements(element.contents)) ?? []
}
