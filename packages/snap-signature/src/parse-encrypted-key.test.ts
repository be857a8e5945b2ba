import { describe, expect, it } from 'vitest'
import { thrownBy } from '../test/samples.js'
import { writeElement } from './der.js'
import { parseEncryptedKey } from './parse-encrypted-key.js'

const sequence = (...parts: Uint8Array[]) => writeElement(0x30, ...parts)
const integer = (...contents: number[]) => writeElement(0x02, Uint8Array.from(contents))
const octets = (length: number) => writeElement(0x04, new Uint8Array(length).fill(7))
const oid = (...contents: number[]) => writeElement(0x06, Uint8Array.from(contents))
const none = writeElement(0x05)

// The arcs under 1.2.840.113549 of RFC 8018, appendix C, and of NIST.
const rsadsi = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]
const pbes2 = oid(...rsadsi, 1, 5, 13)
const pbkdf2 = oid(...rsadsi, 1, 5, 12)
const sha512 = sequence(oid(...rsadsi, 2, 11), none)
const aes256 = oid(0x60, 0x86, 0x48, 1, 0x65, 3, 4, 1, 42)
const tripleDes = oid(...rsadsi, 3, 7)

interface Parts {
  derivation?: Uint8Array[]
  cipher?: Uint8Array[]
  ciphertext?: Uint8Array
}

function encrypted({
  derivation = [octets(8), integer(8, 0)],
  cipher = [aes256, octets(16)],
  ciphertext = octets(32),
}: Parts): Uint8Array {
  const parameters = sequence(sequence(pbkdf2, sequence(...derivation)), sequence(...cipher))
  return sequence(sequence(pbes2, parameters), ciphertext)
}

const pkcs12 = (iterations: Uint8Array) =>
  sequence(sequence(oid(...rsadsi, 1, 12, 1, 3), sequence(octets(8), iterations)), octets(8))

describe('parseEncryptedKey', () => {
  it('reads what RFC 8018 allows', () => {
    const bytes = (length: number) => new Uint8Array(length).fill(7)
    expect(parseEncryptedKey(encrypted({}))).toEqual({
      scheme: 'pbes2',
      hash: 'sha1',
      salt: bytes(8),
      iterations: 2048,
      cipher: 'aes-256-cbc',
      keyLength: 32,
      iv: bytes(16),
      ciphertext: bytes(32),
    })
    const derivation = [octets(1024), integer(0, 0x98, 0x96, 0x80), integer(24), sha512]
    expect(
      parseEncryptedKey(encrypted({ derivation, cipher: [tripleDes, octets(8)], ciphertext: octets(8) })),
    ).toEqual({
      scheme: 'pbes2',
      hash: 'sha512',
      salt: bytes(1024),
      iterations: 10_000_000,
      cipher: 'des-ede3-cbc',
      keyLength: 24,
      iv: bytes(8),
      ciphertext: bytes(8),
    })
  })

  it.each<[string, Parts]>([
    ['a short salt', { derivation: [octets(7), integer(8, 0)] }],
    ['a huge salt', { derivation: [octets(1025), integer(8, 0)] }],
    ['a salt that is chosen elsewhere', { derivation: [sequence(), integer(8, 0)] }],
    ['no iteration', { derivation: [octets(8), integer(0)] }],
    ['less than no iteration', { derivation: [octets(8), integer(0x80)] }],
    ['no count', { derivation: [octets(8)] }],
    ['another key length', { derivation: [octets(8), integer(8, 0), integer(16)] }],
    ['a negative key length', { derivation: [octets(8), integer(8, 0), integer(0xe0)] }],
    ['two key lengths', { derivation: [octets(8), integer(8, 0), integer(32), integer(32)] }],
    ['a digest before the length', { derivation: [octets(8), integer(8, 0), sha512, integer(32)] }],
    [
      'a digest with parameters',
      { derivation: [octets(8), integer(8, 0), sequence(oid(...rsadsi, 2, 11), octets(1))] },
    ],
    ['a digest without NULL', { derivation: [octets(8), integer(8, 0), sequence(oid(...rsadsi, 2, 11))] }],
    ['a short vector', { cipher: [aes256, octets(15)] }],
    ['a long vector', { cipher: [aes256, octets(17)] }],
    ['the vector of another cipher', { cipher: [tripleDes, octets(16)] }],
    ['no vector', { cipher: [aes256] }],
    ['a NULL for the vector', { cipher: [aes256, none] }],
    ['no ciphertext', { ciphertext: octets(0) }],
    ['half a block', { ciphertext: octets(40) }],
  ])('refuses %s', (_, parts) => {
    expect(thrownBy(() => parseEncryptedKey(encrypted(parts)))).toMatchObject({
      code: 'ERR_SNAP_KEY_CIPHER',
      detail: { problem: 'bad-parameters' },
    })
  })

  it.each([
    ['one more', integer(0, 0x98, 0x96, 0x81)],
    ['as many as four bytes hold', integer(0x7f, 0xff, 0xff, 0xff)],
    ['more than a number holds', integer(0x7f, ...Array<number>(200).fill(0xff))],
  ])('refuses more than ten million iterations: %s', (_, count) => {
    const detail = { problem: 'too-many-iterations' }
    expect(thrownBy(() => parseEncryptedKey(encrypted({ derivation: [octets(8), count] })))).toMatchObject({
      detail,
    })
    expect(thrownBy(() => parseEncryptedKey(pkcs12(count)))).toMatchObject({ detail })
  })

  it('refuses more than a million iterations where nothing else could run meanwhile', () => {
    const detail = { problem: 'too-many-iterations' }
    expect(parseEncryptedKey(pkcs12(integer(0x0f, 0x42, 0x40)))).toMatchObject({ scheme: 'pkcs12' })
    expect(thrownBy(() => parseEncryptedKey(pkcs12(integer(0x0f, 0x42, 0x41))))).toMatchObject({ detail })
  })

  it.each<[string, Uint8Array, string]>([
    ['PBES2 without parameters', sequence(sequence(pbes2), octets(16)), 'bad-parameters'],
    ['PBES2 with one part', sequence(sequence(pbes2, sequence(sequence())), octets(16)), 'bad-parameters'],
    [
      'an unknown scheme',
      sequence(sequence(oid(...rsadsi, 1, 5, 14), sequence()), octets(16)),
      'unknown-scheme',
    ],
    [
      'an algorithm of three parts',
      sequence(sequence(pbes2, sequence(), none), octets(16)),
      'unknown-scheme',
    ],
    [
      'an unknown digest',
      encrypted({ derivation: [octets(8), integer(8, 0), sequence(oid(42, 3), none)] }),
      'unknown-derivation',
    ],
    ['an unknown cipher', encrypted({ cipher: [oid(42, 3), octets(16)] }), 'unknown-cipher'],
    [
      'PKCS#12 without a salt',
      sequence(sequence(oid(...rsadsi, 1, 12, 1, 3), sequence(integer(8, 0))), octets(8)),
      'bad-parameters',
    ],
    [
      'PKCS#12 with a short salt',
      sequence(sequence(oid(...rsadsi, 1, 12, 1, 3), sequence(octets(7), integer(8, 0))), octets(8)),
      'bad-parameters',
    ],
  ])('refuses %s', (_, der, problem) => {
    expect(thrownBy(() => parseEncryptedKey(der))).toMatchObject({
      code: 'ERR_SNAP_KEY_CIPHER',
      detail: { problem },
    })
  })
})
