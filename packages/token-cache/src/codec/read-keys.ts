import { decodeBase64Url } from './base64url.js'

/** AES-256 takes 32 bytes. */
const KEY_BYTES = 32
const HINT = '32 random bytes or their Base64 text, as from: openssl rand -base64 32'

/** A key of a ring: 32 random bytes, or their text in Base64 or Base64url. */
export type KeyringKey = string | Uint8Array

type Secret = Uint8Array<ArrayBuffer>

/** Checks and copies the keys. No error repeats any of a key: only its place, its type and its length. */
export function readKeys(keys: readonly KeyringKey[]): readonly [Secret, ...Secret[]] {
  if (!Array.isArray(keys) || keys.length === 0) {
    const got = Array.isArray(keys) ? 'an empty array' : typeof keys
    throw new TypeError(`"keys" must be an array with at least one key, the one that seals first, got ${got}`)
  }
  const [first, ...others]: readonly unknown[] = keys
  const secrets: readonly [Secret, ...Secret[]] = [
    readKey({ key: first, field: 'keys[0]' }),
    ...others.map((key, index) => readKey({ key, field: `keys[${index + 1}]` })),
  ]
  for (const [index, secret] of secrets.entries()) {
    const twin = secrets.findIndex((other) => isEqual(other, secret))
    if (twin < index) throw new TypeError(`"keys[${index}]" must be another key than "keys[${twin}]"`)
  }
  return secrets
}

function readKey({ key, field }: { key: unknown; field: string }): Secret {
  const bytes = typeof key === 'string' ? decode({ text: key, field }) : copy({ key, field })
  if (bytes.length !== KEY_BYTES) {
    throw new TypeError(`"${field}" must be ${HINT}, got ${bytes.length} bytes`)
  }
  // A buffer that nobody filled, or a placeholder: a key in name only.
  if (bytes.every((byte) => byte === bytes[0])) {
    throw new TypeError(`"${field}" must be ${HINT}, got one byte repeated`)
  }
  return bytes
}

function copy({ key, field }: { key: unknown; field: string }): Secret {
  // By tag, because a test runner's Uint8Array is another class than ours.
  if (ArrayBuffer.isView(key) && Object.prototype.toString.call(key) === '[object Uint8Array]') {
    return new Uint8Array(key as Uint8Array)
  }
  throw new TypeError(`"${field}" must be ${HINT}, got ${key === null ? 'null' : typeof key}`)
}

function decode({ text, field }: { text: string; field: string }): Secret {
  const isBase64 = /^(?:[A-Za-z\d+/]*|[\w-]*)={0,2}$/.test(text)
  const digits = text.replaceAll('=', '')
  if (isBase64 && digits.length % 4 !== 1) return decodeBase64Url(digits)
  const got = /\s/.test(text) ? 'a text with white space in it' : 'a text that is not Base64'
  throw new TypeError(`"${field}" must be ${HINT}, got ${got}`)
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
