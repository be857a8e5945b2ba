import { importCryptoKey, importPrivate, importPublic, name } from '#backend'
import { materialOf, type PrivateKey, type PublicKey, spkiOf } from './key.js'
import { keyRejected } from './key-errors.js'

type NativeKey = NonNullable<Awaited<ReturnType<typeof importPrivate>>>

/**
 * The engine's own form of a key, made at first use.
 * Throws `ERR_SNAP_KEY_REJECTED` if the engine refuses it.
 */
export async function nativeKey(key: PrivateKey | PublicKey): Promise<NativeKey> {
  const { cryptoKey, pkcs8, natives } = materialOf(key)
  // Only a backend of the same name ever reads what a backend has put here.
  const known = natives.get(name) as NativeKey | undefined
  if (known) return known
  const native = cryptoKey
    ? importCryptoKey(cryptoKey)
    : await (pkcs8 ? importPrivate(pkcs8) : importPublic(spkiOf('publicKey', key)))
  if (!native) throw keyRejected(key.kind)
  // The finished key is shared and never the promise: some runtimes cannot await a promise of another request.
  natives.set(name, native)
  return native
}
