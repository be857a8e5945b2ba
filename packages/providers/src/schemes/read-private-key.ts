import { fingerprint, importPrivateKey, type PrivateKey, type Signer } from '@x/snap-signature'
import type { PreparedEnvironment } from '../token-scheme.js'
import { markSigner } from './mark-signer.js'
import { requireText } from './require-text.js'

/** What an RSA scheme signs with. */
export interface PrivateKeyCredentials {
  /** PEM (real or escaped newlines), bare base64 or DER; PKCS#1 or PKCS#8; or a function that signs bytes in a vault. */
  readonly privateKey: string | Uint8Array | Signer
  /** Names the key of a signer function, so that a cache tells two apart; required there, unused otherwise. */
  readonly keyId?: string
}

export interface ReadPrivateKey {
  readonly privateKey: PrivateKey | Signer
  /** The fingerprint of its public half, or the caller's name for a key that is elsewhere. */
  readonly keyName: string
}

/** @throws TypeError for a signer without a name; SnapSignatureError for a key that cannot work */
export const readPrivateKey = (
  { privateKey: given, keyId }: PrivateKeyCredentials,
  { minimumKeyBits }: PreparedEnvironment,
): ReadPrivateKey => {
  const isKey = given instanceof Uint8Array || (typeof given === 'string' && given !== '')
  if (!isKey && typeof given !== 'function')
    throw new TypeError(
      `"privateKey" must be a PEM text, DER bytes or a function that signs, got ${given === '' ? 'an empty string' : typeof given}`,
    )
  if (typeof given === 'function')
    return { privateKey: markSigner(given), keyName: requireText('keyId', keyId) }
  const privateKey = importPrivateKey(
    given,
    minimumKeyBits === undefined ? {} : { minimumBits: minimumKeyBits },
  )
  return { privateKey, keyName: fingerprint(privateKey) }
}
