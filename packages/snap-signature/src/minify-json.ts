import { readUtf8 } from '#backend'
import { bodyRefused } from './body-errors.js'
import { isBytes } from './is-bytes.js'
import { isWellFormed } from './is-well-formed.js'
import { misuse } from './misuse.js'
import { type JsonScan, squeezeJson } from './squeeze-json.js'

/**
 * Removes space, tab, LF and CR outside strings, and nothing else: the form of a body that SNAP hashes.
 *
 * Lexical: nothing is parsed, so `10000.00`, `1e3`, large integers, `\/`, `\u00e9`, double keys and the order of keys
 * survive. What is compact already is returned itself, not a copy. A body that is not JSON is treated alike.
 *
 * Throws {@link SnapSignatureError} `ERR_SNAP_BODY` for a string that does not end, a byte order mark, a lone
 * surrogate and bytes that are not UTF-8, and `TypeError` for an object: serialise it once, and send those bytes.
 *
 * @example
 * ```ts
 * import { minifyJson } from '@x/snap-signature'
 *
 * minifyJson('{ "name": "Budi Santoso",\n  "value": 10000.00 }') // → '{"name":"Budi Santoso","value":10000.00}'
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 * @see RFC 8259 section 2 (whitespace), section 8.1 (UTF-8)
 */
export function minifyJson(body: string): string
export function minifyJson(body: Uint8Array): Uint8Array
export function minifyJson(body: string | Uint8Array): string | Uint8Array
export function minifyJson(body: string | Uint8Array): string | Uint8Array {
  if (typeof body !== 'string' && !isBytes(body))
    throw misuse('body', 'the text or the bytes that are sent (serialise an object once)', body)
  if (body.length > longestBody) throw bodyRefused('too-long')
  return typeof body === 'string' ? minifyText(body) : minifyBytes(body)
}

function minifyText(text: string): string {
  if (!isWellFormed(text)) throw bodyRefused('lone-surrogate')
  const { bytes, words, encoder } = workspace()
  const scan: JsonScan = { inside: false, escaped: false }
  let length = 0
  let changed: string | undefined
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = Math.min(from + pieceLength, text.length)
    // Both halves of a surrogate pair go into one piece. All are paired.
    if ((text.charCodeAt(to - 1) & 0xfc00) === 0xd800) to -= 1
    const piece = text.slice(from, to)
    const { written } = encoder.encodeInto(piece, bytes)
    length += written
    const kept = squeezeJson(bytes, words, written, scan)
    if (kept !== written) changed = (changed ?? text.slice(0, from)) + decode(bytes.subarray(0, kept))
    else if (changed !== undefined) changed += piece
  }
  if (length > longestBody) throw bodyRefused('too-long')
  if (scan.inside) throw bodyRefused('unterminated-string')
  const minified = changed ?? text
  // Now, and not at the start: white space before it hides no mark.
  if (minified.charCodeAt(0) === 0xfeff) throw bodyRefused('byte-order-mark')
  return minified
}

function minifyBytes(bytes: Uint8Array): Uint8Array {
  const text = readUtf8(bytes)
  if (text === undefined) throw bodyRefused('not-utf-8')
  const minified = minifyText(text)
  return minified === text ? bytes : new TextEncoder().encode(minified)
}

const pieceLength = 4096

// In bytes. Engines hold no text of more than 512 MiB, and some digests work on one piece.
const longestBody = 2 ** 27

interface Workspace {
  readonly bytes: Uint8Array
  readonly words: DataView
  readonly encoder: TextEncoder
}

// Kept: to allocate it anew costs more than to minify a kilobyte. Nothing is read from it that the same call did not
// write, and no call gives way to another.
let shared: Workspace | undefined

function workspace(): Workspace {
  if (shared) return shared
  // A UTF-16 unit takes at most three bytes.
  const bytes = new Uint8Array(3 * pieceLength)
  shared = { bytes, words: new DataView(bytes.buffer), encoder: new TextEncoder() }
  return shared
}

function decode(bytes: Uint8Array): string {
  // A U+FEFF in the middle of a body is no mark, and stays.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}
