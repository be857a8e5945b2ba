import { encode, rsaSign, utf8 } from '#backend'
import { isBytes } from './is-bytes.js'
import { type PrivateKey, requireKey } from './key.js'
import { keyRejected } from './key-errors.js'
import { nativeKey } from './native-key.js'
import type { SignatureEncoding } from './signature-encoding.js'
import { signerRefused } from './signature-errors.js'
import type { Signer } from './signer.js'

// 1024 bits, the smallest key that an import accepts, and 16 384, the largest that engines compute with.
const smallestSignature = 128
const largestSignature = 2048

export function requireSigner(privateKey: unknown): asserts privateKey is PrivateKey | Signer {
  if (typeof privateKey !== 'function') requireKey('privateKey', 'private', privateKey)
}

/** Signs a text with SHA256withRSA: with an imported key, or by a function that has one. */
export async function rsaSignature(
  privateKey: PrivateKey | Signer,
  text: string,
  encoding: SignatureEncoding,
): Promise<string> {
  if (typeof privateKey === 'function') return encode(await signedElsewhere(privateKey, text), encoding)
  const native = await nativeKey(privateKey)
  try {
    return encode(await rsaSign(native, utf8(text)), encoding)
  } catch {
    throw keyRejected('private')
  }
}

async function signedElsewhere(signer: Signer, text: string): Promise<Uint8Array> {
  const signature: unknown = await signer(new TextEncoder().encode(text))
  if (!isBytes(signature)) throw signerRefused('not-bytes')
  if (signature.length < smallestSignature) throw signerRefused('too-short')
  if (signature.length > largestSignature) throw signerRefused('too-long')
  // Chance does not write 128 such bytes.
  if (signature.every(isPrintable)) throw signerRefused('text')
  return signature
}

/** Whether a text in base64, in hex, in JSON or in English has this byte. */
function isPrintable(byte: number): boolean {
  return (byte >= 0x20 && byte <= 0x7e) || byte === 0x09 || byte === 0x0a || byte === 0x0d
}
