import {
  type DerElement,
  derTag,
  elementSize,
  outlineOf,
  partsOf,
  readElements,
  writeElement,
} from './der.js'
import type { KeyProblem, OtherKeyAlgorithm } from './errors.js'
import { encodeHex } from './hex.js'
import { bitLength, isConsistentPrivateKey, isPublicPair, readNumbers } from './rsa-numbers.js'

export interface RecognisedPrivateKey {
  readonly found: 'private'
  readonly bits: number
  readonly pkcs8: Uint8Array
  /** SubjectPublicKeyInfo of the public half. */
  readonly spki: Uint8Array
}

export interface RecognisedPublicKey {
  readonly found: 'public'
  readonly bits: number
  readonly spki: Uint8Array
}

export type Unrecognised =
  | { readonly found: 'other-algorithm'; readonly algorithm: OtherKeyAlgorithm }
  | { readonly found: 'truncated'; readonly actualBytes: number; readonly expectedBytes?: number }
  | { readonly found: 'problem'; readonly problem: KeyProblem }

/** What DER bytes turned out to be, told by structure and never by a label. */
export type RecognisedKey =
  | RecognisedPrivateKey
  | RecognisedPublicKey
  /** Nothing of it is validated. */
  | { readonly found: 'certificate'; readonly subject: RecognisedPublicKey | Unrecognised }
  | { readonly found: 'encrypted'; readonly der: Uint8Array }
  | Unrecognised

const notAKey: Unrecognised = { found: 'problem', problem: 'not-a-key' }
const inconsistent: Unrecognised = { found: 'problem', problem: 'inconsistent-numbers' }
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
 * Reads PKCS#1, PKCS#8, SubjectPublicKeyInfo and X.509 (RFC 8017 appendix A.1, RFC 5958, RFC 5280 section 4.1) and
 * writes the RSA keys among them again as PKCS#8 or SubjectPublicKeyInfo.
 */
export function recogniseKey(bytes: Uint8Array): RecognisedKey {
  if (bytes[0] !== derTag.sequence) return notAKey
  const size = elementSize(bytes)
  const actualBytes = bytes.length
  if (!size) return actualBytes < 5 ? { found: 'truncated', actualBytes } : notAKey
  if (size.total > actualBytes) return { found: 'truncated', actualBytes, expectedBytes: size.total }
  if (size.total < actualBytes) return { found: 'problem', problem: 'trailing-bytes' }
  const parts = readElements(bytes.subarray(size.header))
  if (!parts) return notAKey

  switch (outlineOf(parts)) {
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
      return passwordBased.test(oidOf(parts[0]) ?? '') ? { found: 'encrypted', der: bytes } : notAKey
    case 'S S B':
      return certificate(parts)
    case 'I S':
    case 'I S S':
      return encodeHex(contentsOf(parts[0])) === '03' ? { found: 'problem', problem: 'pkcs12' } : notAKey
    default:
      return notAKey
  }
}

function privateKey(pkcs1: Uint8Array, parts: readonly DerElement[]): RecognisedPrivateKey | Unrecognised {
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

function publicKey(pkcs1: Uint8Array, parts: readonly DerElement[]): RecognisedPublicKey | Unrecognised {
  const [modulus, exponent] = readNumbers(parts) ?? []
  if (modulus === undefined || exponent === undefined || !isPublicPair(modulus, exponent)) return inconsistent
  return { found: 'public', bits: bitLength(modulus), spki: wrapPublic(pkcs1) }
}

function privateKeyInfo(parts: readonly DerElement[]): RecognisedPrivateKey | Unrecognised {
  const version = contentsOf(parts[0])
  if (version.length !== 1 || (version[0] ?? 2) > 1) return notAKey
  const algorithm = algorithmOf(parts[1])
  if (algorithm !== 'RSA') return algorithm ? { found: 'other-algorithm', algorithm } : notAKey
  const inner = contentsOf(parts[2])
  const numbers = sequenceOf(inner)
  return numbers && outlineOf(numbers) === 'I I I I I I I I I' ? privateKey(inner, numbers) : notAKey
}

function subjectPublicKeyInfo(parts: readonly DerElement[]): RecognisedPublicKey | Unrecognised {
  const algorithm = algorithmOf(parts[0])
  if (algorithm !== 'RSA') return algorithm ? { found: 'other-algorithm', algorithm } : notAKey
  const bits = contentsOf(parts[1])
  // The first byte of a BIT STRING counts the unused bits of its last one.
  if (bits[0] !== 0) return notAKey
  const inner = bits.subarray(1)
  const numbers = sequenceOf(inner)
  return numbers && outlineOf(numbers) === 'I I' ? publicKey(inner, numbers) : notAKey
}

// TBSCertificate: version, serialNumber, signature, issuer, validity, subject, subjectPublicKeyInfo, and what may
// follow. A request to certify has fewer parts before its key.
const toBeSigned = /^(?:0 )?I S S S S S(?: 1)?(?: 2)?(?: 3)?$/

function certificate(parts: readonly DerElement[]): RecognisedKey {
  const fields = partsOf(parts[0])
  const outline = outlineOf(fields)
  if (!toBeSigned.test(outline)) return notAKey
  const subject = partsOf(fields[outline.startsWith('0') ? 6 : 5])
  return outlineOf(subject) === 'S B'
    ? { found: 'certificate', subject: subjectPublicKeyInfo(subject) }
    : notAKey
}

function algorithmOf(element: DerElement | undefined): 'RSA' | OtherKeyAlgorithm | undefined {
  const oid = oidOf(element)
  if (oid === undefined) return undefined
  if (oid !== rsaEncryption) return otherAlgorithms[oid] ?? 'unknown'
  // RFC 8017, A.1: the parameters of rsaEncryption are NULL.
  return encodeHex(contentsOf(element)) === `0609${rsaEncryption}0500` ? 'RSA' : undefined
}

function oidOf(algorithm: DerElement | undefined): string | undefined {
  const identifier = partsOf(algorithm)[0]
  return identifier?.tag === derTag.objectIdentifier ? encodeHex(identifier.contents) : undefined
}

function sequenceOf(bytes: Uint8Array): DerElement[] | undefined {
  const [sequence, ...more] = readElements(bytes) ?? []
  return sequence?.tag === derTag.sequence && more.length === 0 ? readElements(sequence.contents) : undefined
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
