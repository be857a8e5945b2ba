import { base64Url } from './base64url.js'
import { IV_BYTES, openEnvelope, sealEnvelope } from './envelope.js'
import { type KeyringKey, readKeys } from './read-keys.js'
import { deriveSealKey, type SealKey } from './seal-key.js'
import type { TokenCodec } from './token-codec.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')

/**
 * Makes the codec that seals tokens with AES-256-GCM, so that a shared store sees only ciphertext. The first key seals,
 * all keys open: to rotate, add the new key behind the old one everywhere, then put it in front, and take the old one
 * out when its tokens have expired.
 *
 * What is sealed opens for its own cache key, version and expiry only; anything else counts as a miss.
 *
 * @throws TypeError if there is no key, or one that is not 32 random bytes or their Base64 text, and where there is no
 * WebCrypto (`crypto.subtle`: Node, Workers, and pages of a secure origin have it). No error repeats any of a key.
 *
 * @example
 * ```ts
 * import { keyring } from '@x/token-cache'
 *
 * // In earnest: keyring([process.env.TOKEN_CACHE_KEY!]), made with: openssl rand -base64 32
 * const codec = keyring([crypto.getRandomValues(new Uint8Array(32))])
 * const where = { key: 'bank', version: 'v1' }
 * const data = await codec.seal({ ...where, text: 'the token', expiresAt: 1_900_000_000_000 })
 * console.log(await codec.open({ ...where, data })) // { text: 'the token', expiresAt: 1900000000000 }
 * console.log(await codec.open({ ...where, data, key: 'other' })) // { unreadable: 'not-authentic' }
 * ```
 *
 * @see NIST SP 800-38D (GCM), RFC 5869 (HKDF), RFC 6749 section 10.3 (tokens are confidential in storage)
 */
export function keyring(keys: readonly KeyringKey[]): TokenCodec {
  const secrets = readKeys(keys)
  const { crypto } = globalThis
  const subtle = crypto?.subtle
  if (!subtle) {
    throw new TypeError(
      'keyring needs WebCrypto (crypto.subtle): use Node, a Worker, or a page served by https',
    )
  }
  const [first, ...others] = secrets
  const base64 = base64Url()
  const derive = (secret: typeof first) => deriveSealKey({ subtle, secret })
  let derived: readonly [SealKey, ...SealKey[]] | undefined

  // The result is kept, not the promise: some runtimes never resolve a promise that another request began.
  async function sealKeys(): Promise<readonly [SealKey, ...SealKey[]]> {
    derived ??= [await derive(first), ...(await Promise.all(others.map(derive)))]
    return derived
  }

  const shown = `[keyring of ${secrets.length} ${secrets.length === 1 ? 'key' : 'keys'}]`
  const show = { value: () => shown }
  const codec: TokenCodec = {
    async seal({ key, version, text, expiresAt }) {
      const [sealKey] = await sealKeys()
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
      return sealEnvelope({ base64, sealKey, iv, key, version, text, expiresAt })
    },
    async open({ key, version, data }) {
      return openEnvelope({ base64, sealKeys: await sealKeys(), key, version, data })
    },
  }
  return Object.freeze(Object.defineProperties(codec, { toString: show, toJSON: show, [inspect]: show }))
}
