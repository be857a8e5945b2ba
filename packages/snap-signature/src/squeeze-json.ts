/** Where a scan stands between two pieces of a JSON text. */
export interface JsonScan {
  /** Within a string. */
  inside: boolean
  /** Behind a backslash within a string. */
  escaped: boolean
}

/**
 * Removes space, tab, LF and CR outside strings from the first `length` bytes, in place, and returns how many are left.
 *
 * Four bytes at a time: the highest bit of each byte of a word answers a question about that byte, so that compact
 * text costs one branch a word. Backslashes, tabs and control characters are left to the plain loop. The byte order
 * is explicit, so the result is the same on every machine.
 */
export function squeezeJson(bytes: Uint8Array, words: DataView, length: number, scan: JsonScan): number {
  // Here and not in the module: engines fold them only as locals.
  const low = 0x7f7f7f7f
  const high = ~low
  let inside = scan.inside ? high : 0
  let escaped = scan.escaped
  let kept = 0
  let at = 0
  while (at < length) {
    for (const last = escaped ? 0 : length - 3; at < last; at += 4) {
      const word = words.getInt32(at, true)
      const toQuote = word ^ 0x22222222
      const toBackslash = word ^ 0x5c5c5c5c
      const quotes = ~(((toQuote & low) + low) | toQuote)
      const backslashes = ~(((toBackslash & low) + low) | toBackslash) & high
      const pairs = quotes ^ (quotes << 8)
      // A quote turns every byte from itself on.
      const strings = pairs ^ (pairs << 16) ^ inside
      const upToSpace = ~(((word & low) + 0x5f5f5f5f) | word) & high & ~strings
      if ((backslashes | upToSpace) === 0) {
        if (kept !== at) words.setInt32(kept, word, true)
        kept += 4
      } else {
        if (backslashes !== 0) break
        const toSpace = word ^ 0x20202020
        const toLineFeed = word ^ 0x0a0a0a0a
        const spaces = ~(((toSpace & low) + low) | toSpace)
        const lineFeeds = ~(((toLineFeed & low) + low) | toLineFeed)
        if (((spaces | lineFeeds) & upToSpace) !== upToSpace) break
        if (upToSpace !== high) {
          const stays = ~upToSpace
          bytes[kept] = word
          kept += (stays >>> 7) & 1
          bytes[kept] = word >>> 8
          kept += (stays >>> 15) & 1
          bytes[kept] = word >>> 16
          kept += (stays >>> 23) & 1
          bytes[kept] = word >>> 24
          kept += stays >>> 31
        }
      }
      inside = (strings >> 31) & high
    }
    for (const stop = Math.min(at + 4, length); at < stop; at += 1) {
      const byte = bytes[at] as number
      if (inside !== 0 || !isJsonSpace(byte)) {
        bytes[kept] = byte
        kept += 1
      }
      if (escaped) escaped = false
      else if (byte === 0x22) inside ^= high
      else if (byte === 0x5c) escaped = inside !== 0
    }
  }
  scan.inside = inside !== 0
  scan.escaped = escaped
  return kept
}

function isJsonSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
