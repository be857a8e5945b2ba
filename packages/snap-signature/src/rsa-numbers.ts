import { type DerElement, derTag } from './der.js'

/** The largest modulus that engines compute with (OpenSSL's OPENSSL_RSA_MAX_MODULUS_BITS). */
const maximumBits = 16_384

/** Reads INTEGERs that are positive and written in the fewest bytes; undefined if any is not. */
export function readNumbers(elements: readonly DerElement[]): bigint[] | undefined {
  const numbers: bigint[] = []
  for (const { tag, contents } of elements) {
    const [first, second] = contents
    if (tag !== derTag.integer || first === undefined || first >= 0x80) return undefined
    if (first === 0 && second !== undefined && second < 0x80) return undefined
    numbers.push(toBigInt(contents))
  }
  return numbers
}

export function bitLength(number: bigint): number {
  return number.toString(2).length
}

/** Whether `(n, e)` can be an RSA public key (RFC 8017, 3.1). */
export function isPublicPair(modulus: bigint, exponent: bigint): boolean {
  return (
    isOdd(modulus) &&
    isOdd(exponent) &&
    exponent >= 3n &&
    // Engines refuse a longer one only when it is used.
    bitLength(exponent) <= 64 &&
    exponent < modulus &&
    bitLength(modulus) <= maximumBits
  )
}

/**
 * Whether the nine numbers of an RSAPrivateKey fit one another (RFC 8017, 3.2). An engine may sign with a damaged
 * key without a word; every single damaged number is found here.
 */
export function isConsistentPrivateKey(numbers: readonly bigint[]): boolean {
  const [version, n, e, d, p, q, dP, dQ, qInv] = numbers
  if (version !== 0n || numbers.length !== 9) return false
  if (!n || !e || !d || !p || !q || !dP || !dQ || !qInv) return false
  if (!isPublicPair(n, e) || p < 3n || q < 3n || p * q !== n) return false
  const inverse = (exponent: bigint, prime: bigint) => (e * exponent) % (prime - 1n) === 1n
  const fits = inverse(d, p) && inverse(d, q) && inverse(dP, p) && inverse(dQ, q) && (q * qInv) % p === 1n
  return fits && d < n && dP < p && dQ < q && qInv < p
}

function isOdd(number: bigint): boolean {
  return number % 2n === 1n
}

function toBigInt(bytes: Uint8Array): bigint {
  let hex = '0x'
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return BigInt(hex)
}
