import { decodeBase64 } from './base64.js'
import { keyEncrypted, keyTruncated, keyUnreadable } from './key-errors.js'
import { misuse } from './misuse.js'

// More than twice the text of a 16 384-bit key.
const maximumLength = 32_768

const filePath = /^(?:file:|~?\/|\.{1,2}[\\/]|[A-Z]:[\\/])|^.+\.(?:pem|key|der|p8|pub|cer|crt|p12|pfx|txt)$/i
// Domain parameters stand before some EC and DSA keys and are no key.
const beginning = /-{5}BEGIN(?![A-Z ]*PARAMETERS)[A-Z0-9 ]*-{5}/
const sequenceTag = 0x30

/**
 * The DER bytes inside a key text or file, with the damage repaired that loses nothing: escaped, missing or foreign
 * line breaks, quotes, indentation, missing armour, a second layer of base64.
 */
export function keyBytes(source: string | Uint8Array): Uint8Array {
  if (typeof source !== 'string' && !(source instanceof Uint8Array))
    throw misuse('source', 'a string or a Uint8Array', source)
  if (source.length === 0) throw keyUnreadable('empty')
  if (source.length > maximumLength) throw keyUnreadable('too-long')
  // A copy: wiping the buffer afterwards must not wipe the key.
  if (typeof source !== 'string' && source[0] === sequenceTag) return Uint8Array.from(source)
  return bytesOfText(typeof source === 'string' ? source : new TextDecoder().decode(source))
}

function bytesOfText(source: string): Uint8Array {
  const text = withoutQuotes(source)
  if (text === '') throw keyUnreadable('empty')
  if (filePath.test(text)) throw keyUnreadable('file-path')
  if (/^(?:ssh|ecdsa)-[a-z0-9-]+ /.test(text)) throw keyUnreadable('openssh')
  if (/Proc-Type:\s*4,\s*ENCRYPTED/.test(text)) throw keyEncrypted('legacy-pem')
  const bytes = decodeBase64(withoutArmour(text.replace(/\\{1,4}[rn]/g, '\n')).replace(/\s+/g, ''))
  if (!bytes) throw keyUnreadable('not-base64')
  if (bytes.length === 0) throw keyTruncated(0)
  if (bytes[0] === sequenceTag) return bytes

  const inner = new TextDecoder().decode(bytes)
  if (inner.startsWith('openssh-key-v1')) throw keyUnreadable('openssh')
  // A PEM file as a whole in base64 is a common way to keep it in one environment variable.
  if (beginning.test(inner)) return bytesOfText(inner)
  throw keyUnreadable(bytes.length < 64 ? 'too-short' : 'not-a-key')
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
