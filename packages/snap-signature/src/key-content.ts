import { decodeBase64 } from './base64.js'
import { keyJwk, keyTruncated, keyUnreadable } from './key-errors.js'

// More than twice the text of a 16 384-bit key.
const maximumLength = 32_768

const filePath = /^(?:file:|~?\/|\.{1,2}[\\/]|[A-Z]:[\\/])|^.+\.(?:pem|key|der|p8|pub|cer|crt|p12|pfx|txt)$/i
// Domain parameters stand before some EC and DSA keys and are no key.
const beginning = /-{5}BEGIN(?![A-Z ]*PARAMETERS)[A-Z0-9 ]*-{5}/
const sequenceTag = 0x30

/** What a key text or file holds. */
export type KeyContent =
  | { readonly form: 'der'; readonly der: Uint8Array }
  | { readonly form: 'jwk'; readonly jwk: object }
  /** The header lines and the base64 of a PEM text that is encrypted as a whole (RFC 1421). */
  | { readonly form: 'encrypted-pem'; readonly text: string }

/**
 * Takes a key out of a text or file and repairs the damage that loses nothing: escaped, missing or foreign line
 * breaks, quotes, indentation, missing armour, a second layer of base64.
 */
export function keyContent(source: string | Uint8Array): KeyContent {
  if (source.length === 0) throw keyUnreadable('empty')
  if (source.length > maximumLength) throw keyUnreadable('too-long')
  // A copy: wiping the buffer afterwards must not wipe the key.
  if (typeof source !== 'string' && source[0] === sequenceTag)
    return { form: 'der', der: Uint8Array.from(source) }
  return contentOfText(typeof source === 'string' ? source : new TextDecoder().decode(source))
}

function contentOfText(source: string): KeyContent {
  const text = withoutQuotes(source)
  if (text === '') throw keyUnreadable('empty')
  if (text.startsWith('{')) return { form: 'jwk', jwk: parseJwk(text) }
  if (filePath.test(text)) throw keyUnreadable('file-path')
  if (/^(?:ssh|ecdsa)-[a-z0-9-]+ /.test(text)) throw keyUnreadable('openssh')
  const body = withoutArmour(text.replace(/\\{1,4}[rn]/g, '\n'))
  if (/Proc-Type:\s*4,\s*ENCRYPTED/.test(body)) return { form: 'encrypted-pem', text: body }
  const bytes = decodeBase64(body.replace(/\s+/g, ''))
  if (!bytes) throw keyUnreadable('not-base64')
  if (bytes.length === 0) throw keyTruncated(0)
  if (bytes[0] === sequenceTag) return { form: 'der', der: bytes }

  const inner = new TextDecoder().decode(bytes)
  if (inner.startsWith('openssh-key-v1')) throw keyUnreadable('openssh')
  // A PEM file as a whole in base64 is a common way to keep it in one environment variable.
  if (beginning.test(inner) || /^\{\s*"/.test(inner)) return contentOfText(inner)
  throw keyUnreadable(bytes.length < 64 ? 'too-short' : 'not-a-key')
}

function parseJwk(text: string): object {
  try {
    // A text that begins with a brace is an object or no JSON.
    return JSON.parse(text) as object
  } catch {
    throw keyJwk('not-json')
  }
}

function withoutQuotes(source: string): string {
  let text = source.trim()
  // As many layers as shells, dotenv files and JSON put around one another in earnest.
  for (let layer = 0; layer < 4; layer += 1) text = /^(\\*["'`])([\s\S]*)\1$/.exec(text)?.[2]?.trim() ?? text
  return text
}

/** A missing last line does no harm, for the key says its own length; nothing tells what is lost at the start. */
function withoutArmour(text: string): string {
  const [, body, ...more] = text.split(beginning)
  if (more.length > 0) throw keyUnreadable('several-keys')
  if (body === undefined && text.includes('-----END')) throw keyTruncated(0)
  return body === undefined ? text : (body.split('---', 1)[0] ?? '').replace(/-+$/, '')
}
