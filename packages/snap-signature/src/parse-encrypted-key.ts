import type { EncryptedKey } from './backend/encrypted-key.js'
import { cbcCiphers, isWholeBlocks } from './cbc-ciphers.js'
import { type DerElement, outlineOf, partsOf, readElements } from './der.js'
import { encodeHex } from './hex.js'
import { keyCipher } from './key-errors.js'
import { readNumbers } from './rsa-numbers.js'

const pbes2 = '2a864886f70d01050d'
const pbkdf2 = '2a864886f70d01050c'
const pkcs12TripleDes = '2a864886f70d010c0103'

const hashes: Readonly<Record<string, 'sha1' | 'sha256' | 'sha384' | 'sha512'>> = {
  '2a864886f70d0207': 'sha1',
  '2a864886f70d0209': 'sha256',
  '2a864886f70d020a': 'sha384',
  '2a864886f70d020b': 'sha512',
}

// Ten seconds or so. More is no protection but a way to make a server stand still.
const maximumIterations = 10_000_000n
// This scheme is computed in one go, and nothing else runs meanwhile.
const maximumPkcs12Iterations = 1_000_000n
const maximumSaltLength = 1024

/**
 * Reads an EncryptedPrivateKeyInfo (RFC 5958, section 3).
 * Throws `ERR_SNAP_KEY_CIPHER` for a scheme that is not supported and for parameters out of range.
 */
export function parseEncryptedKey(der: Uint8Array): EncryptedKey {
  const [algorithm, encrypted] = partsOf(readElements(der)?.[0])
  const ciphertext = encrypted?.contents ?? new Uint8Array()
  const { oid, parameters } = algorithmOf(algorithm)
  if (oid === pkcs12TripleDes) {
    if (outlineOf(parameters) !== 'O I') throw keyCipher('bad-parameters')
    saltOf(parameters[0])
    iterationsOf(parameters[1], maximumPkcs12Iterations)
    return { scheme: 'pkcs12', der }
  }
  if (oid !== pbes2) throw keyCipher('unknown-scheme')
  if (outlineOf(parameters) !== 'S S') throw keyCipher('bad-parameters')
  const encryption = encryptionOf(parameters[1])
  if (!isWholeBlocks(ciphertext, encryption)) throw keyCipher('bad-parameters')
  const { cipher, keyLength, iv } = encryption
  return { scheme: 'pbes2', ...derivationOf(parameters[0], keyLength), cipher, keyLength, iv, ciphertext }
}

function derivationOf(element: DerElement | undefined, keyLength: number) {
  const { oid, parameters } = algorithmOf(element)
  if (oid !== pbkdf2) throw keyCipher('unknown-derivation')
  // salt, iterationCount, keyLength OPTIONAL, prf DEFAULT hmacWithSHA1
  if (!/^O I(?: I)?(?: S)?$/.test(outlineOf(parameters))) throw keyCipher('bad-parameters')
  const [salt, iterations, ...optional] = parameters
  const [length] = readNumbers(optional.filter((part) => outlineOf([part]) === 'I')) ?? [0n]
  if (length !== undefined && length !== BigInt(keyLength)) throw keyCipher('bad-parameters')
  const prf = optional.find((part) => outlineOf([part]) === 'S')
  return {
    hash: prf ? hashOf(prf) : 'sha1',
    salt: saltOf(salt),
    iterations: iterationsOf(iterations, maximumIterations),
  } as const
}

function hashOf(prf: DerElement): 'sha1' | 'sha256' | 'sha384' | 'sha512' {
  const hash = hashes[algorithmOf(prf).oid]
  if (!hash) throw keyCipher('unknown-derivation')
  if (outlineOf(partsOf(prf)) !== 'D N') throw keyCipher('bad-parameters')
  return hash
}

function encryptionOf(element: DerElement | undefined) {
  const { oid } = algorithmOf(element)
  const found = cbcCiphers.find((cipher) => cipher.oid === oid)
  if (!found) throw keyCipher('unknown-cipher')
  const [, iv] = partsOf(element)
  if (outlineOf(partsOf(element)) !== 'D O' || iv?.contents.length !== found.blockLength)
    throw keyCipher('bad-parameters')
  return { ...found, iv: iv.contents }
}

function saltOf(element: DerElement | undefined): Uint8Array {
  const salt = element?.contents ?? new Uint8Array()
  // RFC 8018, 4.1: eight bytes or more.
  if (salt.length < 8 || salt.length > maximumSaltLength) throw keyCipher('bad-parameters')
  return salt
}

function iterationsOf(element: DerElement | undefined, maximum: bigint): number {
  const [iterations = 0n] = (element && readNumbers([element])) ?? []
  if (iterations < 1n) throw keyCipher('bad-parameters')
  if (iterations > maximum) throw keyCipher('too-many-iterations')
  return Number(iterations)
}

/** AlgorithmIdentifier: the hexadecimal of its object identifier, and what is inside its parameters. */
function algorithmOf(element: DerElement | undefined): { oid: string; parameters: readonly DerElement[] } {
  const [identifier, parameters, ...more] = partsOf(element)
  const isIdentifier = identifier && outlineOf([identifier]) === 'D' && more.length === 0
  return { oid: isIdentifier ? encodeHex(identifier.contents) : '', parameters: partsOf(parameters) }
}
