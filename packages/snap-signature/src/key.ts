import type { CryptoKeyLike } from './key-source.js'
import { misuse } from './misuse.js'

/** An imported RSA private key. Prints as its kind and size only. */
export interface PrivateKey {
  readonly kind: 'private'
  /** Length of the modulus. */
  readonly bits: number
}

/** An imported RSA public key. */
export interface PublicKey {
  readonly kind: 'public'
  /** Length of the modulus. */
  readonly bits: number
}

/** What every copy of this package in a process agrees on; changing it needs another symbol. */
interface KeyMaterial {
  /** Private keys only. */
  readonly pkcs8?: Uint8Array
  /** Absent, as `pkcs8` is, for a `CryptoKey`: nobody but its engine sees its bytes. */
  readonly spki?: Uint8Array
  readonly cryptoKey?: CryptoKeyLike
  /** One native key for each backend by name. */
  readonly natives: Map<string, unknown>
}

const materialSymbol: symbol = /* @__PURE__ */ Symbol.for('@x/snap-signature.key')

type Source<Bytes> = Readonly<Bytes> | { readonly cryptoKey: CryptoKeyLike }

export function createPrivateKey(
  bits: number,
  source: Source<{ pkcs8: Uint8Array; spki: Uint8Array }>,
): PrivateKey {
  return withMaterial<PrivateKey>({ kind: 'private', bits }, { ...source, natives: new Map() })
}

export function createPublicKey(bits: number, source: Source<{ spki: Uint8Array }>): PublicKey {
  return withMaterial<PublicKey>({ kind: 'public', bits }, { ...source, natives: new Map() })
}

// The bytes live in a closure, which no inspector prints; the registered symbol lets the ESM and CommonJS copies of
// this package share keys.
function withMaterial<Key extends object>(key: Key, material: KeyMaterial): Key {
  return Object.freeze(Object.defineProperty(key, materialSymbol, { value: () => material }))
}

export function isKey(value: unknown): value is PrivateKey | PublicKey {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, materialSymbol) === 'function'
  )
}

/** Misuse, unless the value is an imported key of this kind. */
export function requireKey(field: string, kind: 'private' | 'public', value: unknown): void {
  if (!isKey(value)) throw misuse(field, `a key from ${importer(kind)}`, value)
  if (value.kind === kind) return
  throw new TypeError(
    `"${field}" must be a ${kind} key from ${importer(kind)}, got a ${kind === 'private' ? 'public' : 'private'} key`,
  )
}

export function materialOf(key: PrivateKey | PublicKey): KeyMaterial {
  return Reflect.get(key, materialSymbol)()
}

/** SubjectPublicKeyInfo of a key or its public half; misuse for a key whose bytes are not at hand. */
export function spkiOf(field: string, key: PrivateKey | PublicKey): Uint8Array {
  const { spki } = materialOf(key)
  if (spki) return spki
  throw new TypeError(
    `"${field}" was imported from a CryptoKey, which keeps its bytes to itself: import the public key of the pair from SubjectPublicKeyInfo`,
  )
}

function importer(kind: 'private' | 'public'): string {
  return kind === 'private' ? 'importPrivateKey' : 'importPublicKey'
}
