/** What {@link importPrivateKey} and {@link importPublicKey} read a key from. */
export type KeySource = string | Uint8Array | JsonWebKeyLike | KeyObjectLike | CryptoKeyLike

/** An RSA key as a JSON Web Key (RFC 7518 section 6.3), such as `JsonWebKey` of the DOM and of Node. */
export interface JsonWebKeyLike {
  /** `RSA`. */
  readonly kty?: string | undefined
  readonly n?: string | undefined
  readonly e?: string | undefined
  readonly d?: string | undefined
  readonly p?: string | undefined
  readonly q?: string | undefined
  readonly dp?: string | undefined
  readonly dq?: string | undefined
  readonly qi?: string | undefined
  readonly kid?: unknown
  /** `RS256` if present. */
  readonly alg?: unknown
  /** `sig` if present. */
  readonly use?: unknown
  /** Holds `sign` (private) or `verify` (public) if present. */
  readonly key_ops?: unknown
  /** Must be absent: the primes beyond two. */
  readonly oth?: unknown
}

/** A key of `node:crypto`. It is exported, and used no further. */
export interface KeyObjectLike {
  readonly type: string
  export(options: { type: 'pkcs8' | 'spki'; format: 'der' }): Uint8Array
}

/** A key of WebCrypto, of the DOM's or of Node's type. */
export interface CryptoKeyLike {
  readonly type: string
  readonly algorithm: { readonly name: string }
  readonly usages: readonly string[]
}

export function isKeyObject(source: unknown): source is KeyObjectLike {
  return isObject(source) && typeof source['type'] === 'string' && typeof source['export'] === 'function'
}

export function isCryptoKey(source: unknown): source is CryptoKeyLike {
  return (
    isObject(source) &&
    typeof source['type'] === 'string' &&
    isObject(source['algorithm']) &&
    typeof source['algorithm']['name'] === 'string' &&
    Array.isArray(source['usages'])
  )
}

export function isJsonWebKey(source: unknown): source is JsonWebKeyLike {
  return isObject(source) && ('kty' in source || Array.isArray(source['keys']))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
