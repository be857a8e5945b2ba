/** The surroundings of the place where two texts part. */
export interface Excerpt {
  readonly before: string
  /** The first character that differs; empty where this text has ended. */
  readonly mark: string
  readonly after: string
}

/** Where two texts part. */
export interface Difference {
  /** Counted from 0, in UTF-8. */
  readonly byte: number
  readonly one: Excerpt
  readonly other: Excerpt
}

const characters = 28

/** The first byte in which two texts differ; undefined if they are equal. */
export const firstDifference = (one: string, other: string): Difference | undefined => {
  if (one === other) return undefined
  // By code point: half a surrogate pair could not be shown.
  const [left, right] = [[...one], [...other]]
  let at = 0
  while (left[at] === right[at]) at += 1
  const encoder = new TextEncoder()
  const [a, b] = [encoder.encode(one), encoder.encode(other)]
  let byte = 0
  while (byte < a.length && a[byte] === b[byte]) byte += 1
  return { byte, one: excerpt(left, at), other: excerpt(right, at) }
}

const excerpt = (text: readonly string[], at: number): Excerpt => {
  const from = Math.max(0, at - characters)
  const to = Math.min(text.length, at + 1 + characters)
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at).join(''),
    mark: text[at] ?? '',
    after: text.slice(at + 1, to).join('') + (to < text.length ? '…' : ''),
  }
}
