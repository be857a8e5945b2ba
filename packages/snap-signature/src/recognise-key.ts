import { type DerElement, derTag, elementSize, readElements, writeElement } from './der.js'
import type { KeyProblem, OtherKeyAlgorithm } from './errors.js'
import { encodeHex } from './hex.js'
import { bitLength, isConsistentPrivateKey, isPublicPair, readNumbers } from './rsa-numbers.js'

/** What DER bytes turned out to be, told by structure and never by a label. */
export type RecognisedKey =
  | {
      readonly found: 'private'
      readonly bits: number
      readonly pkcs8: Uint8Array
      /** SubjectPublicKeyInfo of the public half. */
      readonly spki: Uint8Array
    }
  | { readonly found: 'public'; readonly bits: number; readonly spki: Uint8Array }
  | { readonly found: 'certificate' }
  | { readonly found: 'encrypted' }
  | { readonly found: 'other-algorithm'; readonly algorithm: OtherKeyAlgorithm }
  | { readonly found: 'truncated'; readonly expectedBytes?: number }
  | { readonly found: 'problem'; readonly problem: KeyProblem }

const notAKey: RecognisedKey = { found: 'problem', problem: 'not-a-key' }
const inconsistent: RecognisedKey = { found: 'problem', problem: 'inconsistent-numbers' }
const rsaEncryption = '2a864886f70d010101'

// PKCS#5 and the older PKCS#12 ways to encrypt a private key.
const passwordBased = /^2a864886f70d01(?:05|0c01)/

const otherAlgorithms: Readonly<Record<string, OtherKeyAlgorithm>> = {
  '2a8648ce3d0201': 'EC',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2a8648ce380401': 'DSA',
  '2a864886f70d010301': 'DH',
  '2a864886f70d01010a': 'RSASSA-PSS',
}

/**
 * Reads PKCS#1, PKCS#8 and SubjectPublicKeyInfo (RFC 8017 appendix A.1, RFC 5958, RFC 5280 section 4.1) and writes
 * the RSA keys among them again as PKCS#8 or SubjectPublicKeyInfo.
 */
export function recogniseKey(bytes: Uint8Array): RecognisedKey {
  if (bytes[0] !== derTag.sequence) return notAKey
  const size = elementSize(bytes)
  if (!size) return bytes.length < 5 ? { found: 'truncated' } : notAKey
  if (size.total > bytes.length) return { found: 'truncated', expectedBytes: size.total }
  if (size.total < bytes.length) return { found: 'problem', problem: 'trailing-bytes' }
  const parts = readElements(bytes.subarray(size.header))
  if (!parts) return notAKey

  switch (shape(parts)) {
    case 'I I':
      return publicKey(bytes, parts)
    case 'I I I I I I I I I':
      return privateKey(bytes, parts)
    case 'I I I I I I':
      return { found: 'other-algorithm', algorithm: 'DSA' }
    case 'I O':
    case 'I O 0':
    case 'I O 1':
    case 'I O 0 1':
      return { found: 'other-algorithm', algorithm: 'EC' }
    case 'I S O':
    case 'I S O 0':
    case 'I S O 1':
    case 'I S O 0 1':
      return privateKeyInfo(parts)
    case 'S B':
      return subjectPublicKeyInfo(parts)
    case 'S O':
      return passwordBased.test(oidOf(parts[0]) ?? '') ? { found: 'encrypted' } : notAKey
    case 'S S B':
      // A request to certify has the same outline, but only four parts inside.
      return (readElements(contentsOf(parts[0]))?.length ?? 0) >= 6 ? { found: 'certificate' } : notAKey
    default:
      return notAKey
  }
}

function privateKey(pkcs1: Uint8Array, parts: readonly DerElement[]): RecognisedKey {
  const numbers = readNumbers(parts)
  if (!numbers || !isConsistentPrivateKey(numbers)) return inconsistent
  const version = writeElement(derTag.integer, Uint8Array.of(0))
  const wrapped = writeElement(derTag.octetString, pkcs1)
  const publicNumbers = parts.slice(1, 3).map(({ tag, contents }) => writeElement(tag, contents))
  return {
    found: 'private',
    bits: bitLength(numbers[1] ?? 0n),
    pkcs8: writeElement(derTag.sequence, version, rsaAlgorithm(), wrapped),
    spki: wrapPublic(writeElement(derTag.sequence, ...publicNumbers)),
  }
}

function publicKey(pkcs1: Uint8Array, parts: readonly DerElement[]): RecognisedKey {
  const [modulus, exponent] = readNumbers(parts) ?? []
  if (modulus === undefined || exponent === undefined || !isPublicPair(modulus, exponent)) return inconsistent
  return { found: 'public', bits: bitLength(modulus), spki: wrapPublic(pkcs1) }
}

function privateKeyInfo(parts: readonly DerElement[]): RecognisedKey {
  const version = contentsOf(parts[0])
  if (version.length !== 1 || (version[0] ?? 2) > 1) return notAKey
  const algorithm = algorithmOf(parts[1])
  if (algorithm !== 'RSA') return algorithm ? { found: 'other-algorithm', algorithm } : notAKey
  const inner = contentsOf(parts[2])
  const numbers = sequenceOf(inner)
  return numbers && shape(numbers) === 'I I I I I I I I I' ? privateKey(inner, numbers) : notAKey
}

function subjectPublicKeyInfo(parts: readonly DerElement[]): RecognisedKey {
  const algorithm = algorithmOf(parts[0])
  if (algorithm !== 'RSA') return algorithm ? { found: 'other-algorithm', algorithm } : notAKey
  const bits = contentsOf(parts[1])
  // The first byte of a BIT STRING counts the unused bits of its last one.
  if (bits[0] !== 0) return notAKey
  const inner = bits.subarray(1)
  const numbers = sequenceOf(inner)
  return numbers && shape(numbers) === 'I I' ? publicKey(inner, numbers) : notAKey
}

function algorithmOf(element: DerElement | undefined): 'RSA' | OtherKeyAlgorithm | undefined {
  const oid = oidOf(element)
  if (oid === undefined) return undefined
  if (oid !== rsaEncryption) return otherAlgorithms[oid] ?? 'unknown'
  // RFC 8017, A.1: the parameters of rsaEncryption are NULL.
  return encodeHex(contentsOf(element)) === `0609${rsaEncryption}0500` ? 'RSA' : undefined
}

function oidOf(algorithm: DerElement | undefined): string | undefined {
  const identifier = readElements(contentsOf(algorithm))?.[0]
  return identifier?.tag === derTag.objectIdentifier ? encodeHex(identifier.contents) : undefined
}

function sequenceOf(bytes: Uint8Array): DerElement[] | undefined {
  const [sequence, ...more] = readElements(bytes) ?? []
  return sequence?.tag === derTag.sequence && more.length === 0 ? readElements(sequence.contents) : undefined
}

/** The outline of a structure: I(NTEGER), S(EQUENCE), O(CTET STRING), B(IT STRING), 0 and 1 for context tags. */
function shape(parts: readonly DerElement[]): string {
  const letters: Readonly<Record<number, string>> = {
    [derTag.integer]: 'I',
    [derTag.sequence]: 'S',
    [derTag.octetString]: 'O',
    [derTag.bitString]: 'B',
    160: '0',
    129: '1',
    161: '1',
  }
  return parts.map(({ tag }) => letters[tag] ?? '?').join(' ')
}

function contentsOf(element: DerElement | undefined): Uint8Array {
  return element?.contents ?? new Uint8Array()
}

function wrapPublic(pkcs1: Uint8Array): Uint8Array {
  return writeElement(
    derTag.sequence,
    rsaAlgorithm(),
    writeElement(derTag.bitString, Uint8Array.of(0), pkcs1),
  )
}

function rsaAlgorithm(): Uint8Array {
  const oid = Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01)
  return writeElement(derTag.sequence, writeElement(derTag.objectIdentifier, oid), writeElement(derTag.null))
}
