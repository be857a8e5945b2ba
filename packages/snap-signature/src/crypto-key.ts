import { importCryptoKey } from '#backend'
import type { OtherKeyAlgorithm } from './errors.js'
import {
  keyNotRsa,
  keyUnreadable,
  keyWrongPurpose,
  privateKeyExpected,
  publicKeyExpected,
} from './key-errors.js'
import type { CryptoKeyLike } from './key-source.js'
import { misuse } from './misuse.js'

const otherAlgorithms: Readonly<Record<string, OtherKeyAlgorithm>> = {
  ECDSA: 'EC',
  ECDH: 'EC',
  Ed25519: 'Ed25519',
  Ed448: 'Ed448',
  X25519: 'X25519',
  X448: 'X448',
  'RSA-PSS': 'RSASSA-PSS',
  HMAC: 'HMAC',
}

/**
 * Checks that a `CryptoKey` signs or verifies RSASSA-PKCS1-v1_5 with SHA-256, and returns the bits of its modulus.
 * Its other numbers only the engine has seen that made it.
 */
export function bitsOfCryptoKey(key: CryptoKeyLike, expected: 'private' | 'public'): number {
  const { type, usages } = key
  const { name, hash, modulusLength: bits, publicExponent } = algorithmOf(key)
  if (!name.startsWith('RSA') || name === 'RSA-PSS')
    throw keyNotRsa((Object.hasOwn(otherAlgorithms, name) && otherAlgorithms[name]) || 'unknown')
  if (type === 'private' && expected === 'public') throw publicKeyExpected()
  if (type === 'public' && expected === 'private') throw privateKeyExpected('public')
  if (name !== 'RSASSA-PKCS1-v1_5') throw keyWrongPurpose('algorithm')
  if (hash?.name !== 'SHA-256') throw keyWrongPurpose('hash')
  if (!usages.includes(expected === 'private' ? 'sign' : 'verify')) throw keyWrongPurpose('usages')
  const isSize = typeof bits === 'number' && Number.isSafeInteger(bits)
  if (type !== expected || !isSize || !ArrayBuffer.isView(publicExponent))
    throw misuse('source', 'a CryptoKey of an RSA key', key)
  // An engine may take the exponent 1, for which anybody can make a signature.
  if (!isExponent(publicExponent)) throw keyUnreadable('inconsistent-numbers')
  if (!importCryptoKey(key)) throw misuse('source', 'a CryptoKey that this runtime has made', key)
  return bits
}

interface RsaAlgorithm {
  readonly name: string
  readonly hash?: { readonly name?: unknown } | undefined
  readonly modulusLength?: unknown
  readonly publicExponent?: unknown
}

function algorithmOf({ algorithm }: CryptoKeyLike): RsaAlgorithm {
  return algorithm
}

function isExponent({ buffer, byteOffset, byteLength }: ArrayBufferView): boolean {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  const last = bytes.at(-1) ?? 0
  return last % 2 === 1 && (last > 1 || bytes.subarray(0, -1).some((byte) => byte !== 0))
}
