import { decodeBase64Url } from './base64url.js'
import { derTag, writeElement } from './der.js'
import type { JwkMember, OtherKeyAlgorithm } from './errors.js'
import {
  keyJwk,
  keyNotRsa,
  keyUnreadable,
  keyWrongPurpose,
  privateKeyExpected,
  publicKeyExpected,
} from './key-errors.js'
import type { JsonWebKeyLike } from './key-source.js'

type NumberMember = Exclude<JwkMember, 'kty' | 'oth'>

const publicMembers: readonly NumberMember[] = ['n', 'e']
const privateMembers: readonly NumberMember[] = ['d', 'p', 'q', 'dp', 'dq', 'qi']

// The base64url of the largest number that an engine computes with has 2 731 characters.
const maximumLength = 4096

/**
 * Writes a JSON Web Key as PKCS#1 DER (RFC 7518, 6.3; RFC 8017, A.1). One private number makes it a private key.
 * Leading zero bytes, which some libraries write, lose nothing and are dropped.
 */
export function derOfJwk(jwk: JsonWebKeyLike, expected: 'private' | 'public'): Uint8Array {
  requireRsa(jwk)
  const isPrivate = privateMembers.some((member) => isGiven(jwk[member]))
  if (isPrivate && expected === 'public') throw publicKeyExpected()
  if (!isPrivate && expected === 'private') throw privateKeyExpected('public')
  requirePurpose(jwk, isPrivate ? 'sign' : 'verify')
  if (isGiven(jwk.oth)) throw keyJwk('more-than-two-primes', 'oth')
  const version = isPrivate ? [writeElement(derTag.integer, Uint8Array.of(0))] : []
  const members = isPrivate ? [...publicMembers, ...privateMembers] : publicMembers
  return writeElement(derTag.sequence, ...version, ...members.map((member) => integerOf(jwk, member)))
}

function requireRsa(jwk: JsonWebKeyLike): void {
  const { kty } = jwk
  if (kty === 'RSA') return
  if (!isGiven(kty)) throw 'keys' in jwk ? keyJwk('key-set') : keyJwk('missing', 'kty')
  if (kty === 'OKP') throw keyNotRsa(curveOf(jwk))
  throw keyNotRsa(kty === 'EC' ? 'EC' : kty === 'oct' ? 'HMAC' : 'unknown')
}

// Some serialisers write null for what is absent.
function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null
}

function curveOf(jwk: object): OtherKeyAlgorithm {
  const curve: unknown = Reflect.get(jwk, 'crv')
  return curve === 'Ed25519' || curve === 'Ed448' || curve === 'X25519' || curve === 'X448'
    ? curve
    : 'unknown'
}

function requirePurpose({ alg, use, key_ops: operations }: JsonWebKeyLike, needed: 'sign' | 'verify'): void {
  if (isGiven(alg) && alg !== 'RS256') throw keyWrongPurpose('alg')
  if (isGiven(use) && use !== 'sig') throw keyWrongPurpose('use')
  if (!isGiven(operations)) return
  if (!Array.isArray(operations) || !operations.includes(needed)) throw keyWrongPurpose('key_ops')
}

function integerOf(jwk: JsonWebKeyLike, member: NumberMember): Uint8Array {
  const text: unknown = jwk[member]
  if (!isGiven(text) || text === '') throw keyJwk('missing', member)
  if (typeof text !== 'string') throw keyJwk('not-text', member)
  if (text.length > maximumLength) throw keyUnreadable('too-long')
  const bytes = decodeBase64Url(text)
  if (!bytes) throw keyJwk('not-base64url', member)
  const start = bytes.findIndex((byte) => byte !== 0)
  const number = start < 0 ? Uint8Array.of(0) : bytes.subarray(start)
  // An INTEGER is signed: a first bit that is set would make it negative.
  const sign = (number[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array()
  return writeElement(derTag.integer, sign, number)
}
