import type { SnapSignatureError } from './errors.js'
import { isBytes } from './is-bytes.js'
import { derOfJwk } from './jwk.js'
import { type KeyContent, keyContent } from './key-content.js'
import {
  keyEncrypted,
  keyNotRsa,
  keyTruncated,
  keyUnreadable,
  privateKeyExpected,
  publicKeyExpected,
} from './key-errors.js'
import {
  type CryptoKeyLike,
  isJsonWebKey,
  isKeyObject,
  type KeyObjectLike,
  type KeySource,
} from './key-source.js'
import { misuse } from './misuse.js'
import {
  type RecognisedKey,
  type RecognisedPrivateKey,
  type RecognisedPublicKey,
  recogniseKey,
  type Unrecognised,
} from './recognise-key.js'

type ReadableSource = Exclude<KeySource, CryptoKeyLike>

/** A private key that only a passphrase opens. */
type EncryptedSource =
  | { readonly found: 'encrypted'; readonly der: Uint8Array }
  | { readonly found: 'encrypted-pem'; readonly text: string }

/** Reads every source but a `CryptoKey`; whatever holds no RSA private key is refused with its reason. */
export function readPrivateKey(source: ReadableSource): RecognisedPrivateKey | EncryptedSource {
  const content = contentOf(source, 'private')
  if (content.form === 'encrypted-pem') return { found: 'encrypted-pem', text: content.text }
  const key = recognise(content, 'private')
  if (key.found === 'private' || key.found === 'encrypted') return key
  throw key.found === 'public' || key.found === 'certificate' ? privateKeyExpected(key.found) : refusal(key)
}

/** Reads every source but a `CryptoKey`; whatever holds no RSA public key is refused with its reason. */
export function readPublicKey(source: ReadableSource): RecognisedPublicKey {
  const content = contentOf(source, 'public')
  if (content.form === 'encrypted-pem') throw keyEncrypted('legacy-pem')
  const found = recognise(content, 'public')
  const key = found.found === 'certificate' ? found.subject : found
  if (key.found === 'public') return key
  if (key.found === 'encrypted') throw keyEncrypted('pkcs8')
  throw key.found === 'private' ? publicKeyExpected() : refusal(key)
}

function recognise(
  content: Exclude<KeyContent, { form: 'encrypted-pem' }>,
  expected: 'private' | 'public',
): RecognisedKey {
  return recogniseKey(content.form === 'jwk' ? derOfJwk(content.jwk, expected) : content.der)
}

function refusal(key: Unrecognised): SnapSignatureError {
  if (key.found === 'truncated') return keyTruncated(key.actualBytes, key.expectedBytes)
  return key.found === 'problem' ? keyUnreadable(key.problem) : keyNotRsa(key.algorithm)
}

function contentOf(source: ReadableSource, expected: 'private' | 'public'): KeyContent {
  if (typeof source === 'string' || isBytes(source)) return keyContent(source)
  if (isKeyObject(source)) return { form: 'der', der: exportKeyObject(source, expected) }
  if (isJsonWebKey(source)) return { form: 'jwk', jwk: source }
  throw misuse('source', 'a string, a Uint8Array, a JSON Web Key, a CryptoKey or a KeyObject', source)
}

function exportKeyObject(source: KeyObjectLike, expected: 'private' | 'public'): Uint8Array {
  if (source.type === 'secret') throw keyNotRsa('HMAC')
  if (source.type === 'private' && expected === 'public') throw publicKeyExpected()
  if (source.type === 'public' && expected === 'private') throw privateKeyExpected('public')
  const der = exported(source, expected)
  if (!isBytes(der)) throw misuse('source', 'a KeyObject that exports DER', source)
  return Uint8Array.from(der)
}

function exported(source: KeyObjectLike, expected: 'private' | 'public'): unknown {
  try {
    return source.export({ type: expected === 'private' ? 'pkcs8' : 'spki', format: 'der' })
  } catch {
    // Whatever was thrown may hold a part of the key.
    return undefined
  }
}
