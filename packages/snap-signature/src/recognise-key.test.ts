import { describe, expect, it } from 'vitest'
import { derOf, pkcs1Private, pkcs1Public, sample } from '../test/samples.js'
import { writeElement } from './der.js'
import { recogniseKey } from './recognise-key.js'

const pkcs8 = derOf(sample.privateKey)
const spki = derOf(sample.publicKey)
const privateDer = derOf(pkcs1Private)
const publicDer = derOf(pkcs1Public)
const notAKey = { found: 'problem', problem: 'not-a-key' }
const inconsistent = { found: 'problem', problem: 'inconsistent-numbers' }

const sequence = (...parts: Uint8Array[]) => writeElement(0x30, ...parts)
const integer = (...contents: number[]) => writeElement(0x02, Uint8Array.from(contents))
const octets = (contents: Uint8Array) => writeElement(0x04, contents)
const bits = (contents: Uint8Array, unused = 0) => writeElement(0x03, Uint8Array.of(unused), contents)
const oid = writeElement(0x06, Uint8Array.of(0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01))
const none = writeElement(0x05)
const rsa = sequence(oid, none)

describe('recogniseKey', () => {
  it.each([
    ['PKCS#8', pkcs8],
    ['PKCS#1', privateDer],
    ['PKCS#8 with attributes', sequence(integer(0), rsa, octets(privateDer), writeElement(0xa0))],
    [
      'PKCS#8 of version 1 with a public key',
      sequence(integer(1), rsa, octets(privateDer), writeElement(0x81)),
    ],
  ])('writes a private key in %s as OpenSSL does', (_, der) => {
    expect(recogniseKey(der)).toEqual({ found: 'private', bits: 2048, pkcs8, spki })
  })

  it.each([
    ['SubjectPublicKeyInfo', spki],
    ['PKCS#1', publicDer],
  ])('writes a public key in %s as OpenSSL does', (_, der) => {
    expect(recogniseKey(der)).toEqual({ found: 'public', bits: 2048, spki })
  })

  it.each([
    ['nothing', new Uint8Array(), notAKey],
    ['an INTEGER', integer(1), notAKey],
    ['an empty SEQUENCE', sequence(), notAKey],
    ['an indefinite length', Uint8Array.of(0x30, 0x80, 0, 0, 0), notAKey],
    ['a length that is not the shortest', Uint8Array.of(0x30, 0x81, 3, 2, 1, 0), notAKey],
    ['a broken element inside', sequence(Uint8Array.of(0x02, 5, 1)), notAKey],
    ['bytes after the end', Uint8Array.of(...spki, 0), { found: 'problem', problem: 'trailing-bytes' }],
    [
      'bytes after the inner key',
      sequence(integer(0), rsa, octets(Uint8Array.of(...privateDer, 5, 0))),
      notAKey,
    ],
    ['bytes after the inner public key', sequence(rsa, bits(Uint8Array.of(...publicDer, 5, 0))), notAKey],
    ['unused bits', sequence(rsa, bits(publicDer, 1)), notAKey],
    ['an empty BIT STRING', sequence(rsa, writeElement(0x03)), notAKey],
    ['PKCS#8 of version 2', sequence(integer(2), rsa, octets(privateDer)), notAKey],
    ['a long version', sequence(integer(0, 0x80), rsa, octets(privateDer)), notAKey],
    ['PKCS#8 around a public key', sequence(integer(0), rsa, octets(publicDer)), notAKey],
    ['SubjectPublicKeyInfo around a private key', sequence(rsa, bits(privateDer)), notAKey],
    ['no parameters', sequence(sequence(oid), bits(publicDer)), notAKey],
    ['other parameters', sequence(sequence(oid, octets(publicDer)), bits(publicDer)), notAKey],
    ['parameters twice', sequence(sequence(oid, none, none), bits(publicDer)), notAKey],
    ['no algorithm', sequence(sequence(), bits(publicDer)), notAKey],
    ['a digest', sequence(rsa, octets(new Uint8Array(32))), notAKey],
    ['a negative modulus', sequence(integer(0x80, 1), integer(3)), inconsistent],
    ['an even modulus', sequence(integer(0x7e), integer(3)), inconsistent],
    ['an exponent of one', sequence(integer(0x7f), integer(1)), inconsistent],
    [
      'a private key with a part of two primes more',
      sequence(...privateParts(integer(1)), sequence()),
      notAKey,
    ],
    ['a private key of version 1', sequence(...privateParts(integer(1))), inconsistent],
    [
      'an unknown algorithm',
      sequence(sequence(writeElement(0x06, Uint8Array.of(42, 3))), bits(publicDer)),
      {
        found: 'other-algorithm',
        algorithm: 'unknown',
      },
    ],
  ])('does not take %s for a key', (_, der, expected) => {
    expect(recogniseKey(der)).toEqual(expected)
  })

  it('knows at every cut that the rest is missing', () => {
    for (const der of [pkcs8, spki, privateDer, publicDer])
      for (let length = 1; length < der.length; length += 1) {
        const expected =
          length < 4
            ? { found: 'truncated', actualBytes: length }
            : { found: 'truncated', actualBytes: length, expectedBytes: der.length }
        expect(recogniseKey(der.subarray(0, length))).toEqual(expected)
      }
  })
})

describe('a certificate', () => {
  const version = writeElement(0xa0, integer(2))
  const name = sequence()
  const key = sequence(rsa, bits(publicDer))
  const certificate = (...fields: Uint8Array[]) => sequence(sequence(...fields), rsa, bits(new Uint8Array(8)))
  const head = [integer(1), rsa, name, name, name]
  const extensions = writeElement(0xa3, sequence())
  const uniqueIds = [writeElement(0x81), writeElement(0x82)]
  const found = { found: 'certificate', subject: { found: 'public', bits: 2048, spki } }

  it.each([
    ['version 1', certificate(...head, key)],
    ['version 3', certificate(version, ...head, key, extensions)],
    ['unique identifiers', certificate(version, ...head, key, ...uniqueIds, extensions)],
  ])('is read by its structure: %s', (_, der) => {
    expect(recogniseKey(der)).toEqual(found)
  })

  it.each([
    ['no serial number', certificate(version, rsa, name, name, name, key)],
    ['one name too few', certificate(version, ...head.slice(1), key)],
    ['one field too many', certificate(version, ...head, name, key)],
    ['a request to certify', certificate(integer(0), name, key, writeElement(0xa0))],
    ['two versions', certificate(version, version, ...head, key)],
    ['something after the extensions', certificate(version, ...head, key, extensions, name)],
    [
      'the extensions before an identifier',
      certificate(version, ...head, key, extensions, writeElement(0x81)),
    ],
    ['a PKCS#1 key in its place', certificate(version, ...head, publicDer)],
    ['a broken element', sequence(sequence(Uint8Array.of(2, 5, 1)), rsa, bits(new Uint8Array(8)))],
  ])('is none: %s', (_, der) => {
    expect(recogniseKey(der)).toEqual(notAKey)
  })

  it.each([
    ['private bytes for its key', sequence(rsa, bits(privateDer)), notAKey],
    ['a key of no sense', sequence(rsa, bits(sequence(integer(2), integer(3)))), inconsistent],
    [
      'another algorithm',
      sequence(sequence(writeElement(0x06, Uint8Array.of(0x2b, 0x65, 0x70))), bits(new Uint8Array(32))),
      { found: 'other-algorithm', algorithm: 'Ed25519' },
    ],
  ])('says what is wrong with its key: %s', (_, subject, expected) => {
    expect(recogniseKey(certificate(version, ...head, subject))).toEqual({
      found: 'certificate',
      subject: expected,
    })
  })
})

it.each([
  ['with a MAC', sequence(integer(3), sequence(), sequence())],
  ['without', sequence(integer(3), sequence())],
])('knows PKCS#12 %s', (_, der) => {
  expect(recogniseKey(der)).toEqual({ found: 'problem', problem: 'pkcs12' })
})

it.each([sequence(integer(1), sequence(), sequence()), sequence(integer(0x7f), sequence())])(
  'knows that another version is no PKCS#12',
  (der) => {
    expect(recogniseKey(der)).toEqual(notAKey)
  },
)

function privateParts(version: Uint8Array): Uint8Array[] {
  // The PKCS#1 structure has a header of four bytes, then INTEGER 0.
  return [version, privateDer.subarray(7)]
}
