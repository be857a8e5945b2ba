import nodeCrypto, { type KeyObject, type webcrypto } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { derOf, sample } from '../../test/samples.js'
import type { Backend } from './backend.js'
import * as node from './node/index.js'
import * as portable from './portable.js'

describeBackend<KeyObject | webcrypto.CryptoKey>(node)
describeBackend<CryptoKey>(portable)

function describeBackend<NativeKey>(backend: Backend<NativeKey>): void {
  const message = new TextEncoder().encode('ACME|2020-12-17T10:55:00+07:00')
  const privateKey = async () => must(await backend.importPrivate(derOf(sample.privateKey)))
  const publicKey = async () => must(await backend.importPublic(derOf(sample.publicKey)))

  describe(`backend ${backend.name}`, () => {
    // FIPS 180-2, appendix B.1.
    it('knows SHA-256', () => {
      const digest = backend.sha256(new TextEncoder().encode('abc'))
      expect(Buffer.from(digest).toString('hex')).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      )
    })

    it('signs what Node signs, and verifies it', async () => {
      const expected = nodeCrypto.createSign('sha256').update(message).sign(sample.privateKey)
      expect(Buffer.from(await backend.rsaSign(await privateKey(), message))).toEqual(expected)
      expect(await backend.rsaVerify(await publicKey(), expected, message)).toBe(true)
      expect(await backend.rsaVerify(await publicKey(), expected, message.subarray(1))).toBe(false)
    })

    it('verifies no other padding and no other digest', async () => {
      const padding = nodeCrypto.constants.RSA_PKCS1_PSS_PADDING
      const pss = nodeCrypto.sign('sha256', message, { key: sample.privateKey, padding })
      const sha1 = nodeCrypto.sign('sha1', message, sample.privateKey)
      expect(await backend.rsaVerify(await publicKey(), pss, message)).toBe(false)
      expect(await backend.rsaVerify(await publicKey(), sha1, message)).toBe(false)
    })

    it('hashes text as UTF-8', () => {
      for (const text of ['', 'abc', 'é😀'])
        for (const body of [text, new TextEncoder().encode(text)])
          expect(backend.sha256Hex(body)).toBe(nodeCrypto.createHash('sha256').update(text).digest('hex'))
    })

    // RFC 4231: the test cases whose key is text.
    it.each([
      [
        'Jefe',
        'what do ya want for nothing?',
        '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
      ],
      [
        '\u000b'.repeat(20),
        'Hi There',
        '87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854',
      ],
    ])('knows HMAC-SHA512 with %j', (secret, text, expected) => {
      const mac = backend.prepareHmac(secret)
      const base64 = Buffer.from(expected, 'hex').toString('base64')
      expect([backend.hmac(secret, text, 'hex'), mac(text, 'hex')]).toEqual([expected, expected])
      expect([backend.hmac(secret, text, 'base64'), mac(text, 'base64')]).toEqual([base64, base64])
    })

    it('knows HMAC-SHA512 with a secret and a text of any characters', () => {
      const texts = [
        '',
        'a',
        'é',
        '😀',
        '\u007f',
        'a'.repeat(128),
        'a'.repeat(129),
        'é'.repeat(64),
        'x'.repeat(9000),
      ]
      for (const secret of texts.slice(1))
        for (const text of texts) {
          const expected = nodeCrypto.createHmac('sha512', secret).update(text).digest('hex')
          const mac = backend.prepareHmac(secret)
          expect([backend.hmac(secret, text, 'hex'), mac(text, 'hex')]).toEqual([expected, expected])
        }
    })

    it('knows UTF-8', () => {
      expect([...backend.utf8('aé😀')]).toEqual([0x61, 0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80])
      for (const text of ['', 'a é 😀', '\ufeffa\ufeff'])
        expect(backend.readUtf8(new TextEncoder().encode(text))).toBe(text)
      expect(backend.readUtf8(Uint8Array.of(0xff, 0x61, 0xff).subarray(1, 2))).toBe('a')
      for (const bytes of [[0x80], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]])
        expect(backend.readUtf8(Uint8Array.from(bytes))).toBeUndefined()
    })

    // RFC 4648, section 10.
    it.each([
      ['base64', 'Zm9vYmFy', 'foobar'],
      ['base64', 'Zm9vYmE=', 'fooba'],
      ['base64', 'Zm9vYg==', 'foob'],
      ['base64', '', ''],
      ['hex', '666f6f626172', 'foobar'],
      ['hex', '', ''],
    ] as const)('writes and reads %s: %j', (encoding, text, content) => {
      const bytes = Uint8Array.from(content, (character) => character.charCodeAt(0))
      expect(backend.encode(bytes, encoding)).toBe(text)
      expect(Uint8Array.from(backend.decode(text, encoding) ?? [1])).toEqual(bytes)
      // A view of a larger buffer is written alone.
      expect(backend.encode(Uint8Array.of(1, ...bytes, 2).subarray(1, bytes.length + 1), encoding)).toBe(text)
    })

    it.each([
      ['base64', 'Zm9vYmE'],
      ['base64', 'Zm9vYmF='],
      ['base64', 'Zm9v YmFy'],
      ['base64', 'Zm9vYmFy\n'],
      ['base64', 'Zm9vYmFy='],
      ['base64', 'Zm9vYmF'],
      ['base64', 'AAAAA'],
      ['base64', 'Zm9-'],
      ['base64', 'Zm9_'],
      ['base64', 'Zm9ä'],
      ['base64', '='],
      ['hex', '666F6F626172'],
      ['hex', '666f6f62617'],
      ['hex', '0x66'],
      ['hex', '66 6f'],
      ['hex', '66:6f'],
      ['hex', '666g'],
    ] as const)('does not read as %s: %j', (encoding, text) => {
      expect(backend.decode(text, encoding)).toBeUndefined()
    })

    it('has no key for what it cannot read', async () => {
      expect(await backend.importPrivate(Uint8Array.of(0x30, 0))).toBeUndefined()
      expect(await backend.importPublic(Uint8Array.of(0x30, 0))).toBeUndefined()
    })
  })
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the engine refused the sample key')
  return value
}

describe('backend portable in a page without a secure context', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('says what is missing and does not blame the key', async () => {
    vi.stubGlobal('crypto', {})
    await expect(portable.importPrivate(derOf(sample.privateKey))).rejects.toThrow(
      /crypto\.subtle is missing/,
    )
    await expect(portable.importPublic(derOf(sample.publicKey))).rejects.toThrow(TypeError)
  })
})

describe('backend node on a runtime whose one-shot digest is missing or wrong', () => {
  const oneShot = nodeCrypto.hash

  afterEach(() => {
    nodeCrypto.hash = oneShot
  })

  it.each([
    ['missing', undefined],
    ['wrong', () => ''],
  ])('%s: is right all the same', (_, replacement) => {
    const expected = nodeCrypto.createHmac('sha512', 'Jefe').update('text').digest('hex')
    Object.assign(nodeCrypto, { hash: replacement })
    expect(node.prepareHmac('Jefe')('text', 'hex')).toBe(expected)
    if (replacement) return
    expect(node.sha256Hex('abc')).toBe(nodeCrypto.createHash('sha256').update('abc').digest('hex'))
  })
})
