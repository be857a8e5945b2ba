import { execFileSync } from 'node:child_process'
import { constants, generateKeyPairSync, publicEncrypt, sign, verify } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  fingerprint,
  importEncryptedPrivateKey,
  importPrivateKey,
  importPublicKey,
  publicKeyOf,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyCipher } from '../src/key-errors.js'
import { generatedKey, generatedKeys, refusedKeys, sample, sampleFingerprint, thrownBy } from './samples.js'

const folder = mkdtempSync(join(tmpdir(), 'snap-signature-'))
const file = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'ignore'] })
const request = { clientId: 'ACME', timestamp: '2020-12-17T10:55:00+07:00' }
const message = 'ACME|2020-12-17T10:55:00+07:00'

beforeAll(() => {
  openssl('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', file('private.pem'))
  openssl('pkey', '-in', file('private.pem'), '-pubout', '-out', file('public.pem'))
  writeFileSync(file('message'), message)
})

afterAll(() => rmSync(folder, { recursive: true }))

describe('openssl', () => {
  const pem = () => openssl('pkey', '-in', file('private.pem'))

  it('makes the same signature', async () => {
    const expected = openssl('dgst', '-sha256', '-sign', file('private.pem'), file('message'))
    const privateKey = importPrivateKey(pem())
    expect(await signTokenRequest({ ...request, privateKey })).toBe(expected.toString('base64'))
    expect(await signTokenRequest({ ...request, privateKey, encoding: 'hex' })).toBe(expected.toString('hex'))
    const signature = expected.toString('base64')
    expect(await verifyTokenRequest({ ...request, signature, publicKey: publicKeyOf(privateKey) })).toBe(true)
  })

  it('has the same fingerprint', () => {
    const spki = openssl('pkey', '-in', file('private.pem'), '-pubout', '-outform', 'der')
    writeFileSync(file('public.der'), spki)
    const digest = openssl('dgst', '-sha256', '-binary', file('public.der')).toString('base64')
    expect(`${fingerprint(importPrivateKey(pem()))}=`).toBe(`SHA256:${digest}`)
    expect(fingerprint(importPublicKey(spki))).toBe(fingerprint(importPrivateKey(pem())))
  })

  it.each([
    ['rsa', '-traditional'],
    ['rsa', '-traditional', '-outform', 'der'],
    ['pkey', '-outform', 'der'],
    ['pkcs8', '-topk8', '-nocrypt'],
    ['pkcs8', '-topk8', '-nocrypt', '-outform', 'der'],
  ])('writes a private key that is read: %s %s %s', (command, ...args) => {
    const written = openssl(command, '-in', file('private.pem'), ...args)
    expect(fingerprint(importPrivateKey(written))).toBe(fingerprint(importPrivateKey(pem())))
  })

  it.each([
    ['pkey', '-pubout'],
    ['pkey', '-pubout', '-outform', 'der'],
    ['rsa', '-RSAPublicKey_out'],
    ['rsa', '-RSAPublicKey_out', '-outform', 'der'],
  ])('writes a public key that is read: %s %s %s', (command, ...args) => {
    const written = openssl(command, '-in', file('private.pem'), ...args)
    expect(fingerprint(importPublicKey(written))).toBe(fingerprint(importPrivateKey(pem())))
  })
})

describe('the advice in an error', () => {
  /** Runs the openssl command of a message on a file. */
  function advised(error: unknown, ending: string, ...more: string[]): Buffer {
    const command = String(error)
      .split(/openssl (?=\w)/)
      .map((part) => part.split(/[;()]|$/m)[0]?.trim() ?? '')
      .find((part) => part.endsWith(ending))
    const args = command?.replace('<file>', file('input')).split(' ') ?? []
    return openssl(...args, ...more)
  }
  const inputFrom = (name: string) => {
    const text = refusedKeys.find(([key]) => key === name)?.[1].text ?? ''
    writeFileSync(file('input'), text)
    return text
  }

  it.each(['encrypted PKCS#8', 'encrypted PKCS#8, PKCS#12 scheme', 'encrypted traditional'])(
    'decrypts: %s',
    (name) => {
      const error = thrownBy(() => importPrivateKey(inputFrom(name)))
      const password = ['-passin', 'pass:sample']
      const publicKey = importPublicKey(advised(error, '-pubout', ...password))
      advised(error, '-out decrypted.pem', ...password, '-out', file('decrypted.pem'))
      const privateKey = importPrivateKey(openssl('pkey', '-in', file('decrypted.pem')))
      expect(fingerprint(privateKey)).toBe(fingerprint(publicKey))
    },
  )

  // The two outdated schemes need a provider that not every installation of OpenSSL has, as the message says.
  it.each(
    [...generatedKeys.encryptedForNode, ...generatedKeys.refusedCiphers].filter(
      ([name]) => !/MD5|RC2/.test(name),
    ),
  )('encrypts anew: %s', async (_, text) => {
    writeFileSync(file('input'), text)
    const password = ['-passin', 'pass:sample', '-passout', 'pass:new']
    advised(keyCipher('runtime'), '-out converted.pem', ...password, '-out', file('converted.pem'))
    const converted = readFileSync(file('converted.pem'), 'utf8')
    const privateKey = await importEncryptedPrivateKey(converted, { passphrase: 'new' })
    expect(fingerprint(privateKey)).toBe(sampleFingerprint)
  })

  it('encrypts a key that lies open', async () => {
    writeFileSync(file('input'), sample.privateKey)
    const opening = importEncryptedPrivateKey(sample.privateKey, { passphrase: 'new' })
    const error = await opening.catch((reason: unknown) => reason)
    advised(error, '-out encrypted.pem', '-passout', 'pass:new', '-out', file('encrypted.pem'))
    const encrypted = readFileSync(file('encrypted.pem'), 'utf8')
    expect(fingerprint(await importEncryptedPrivateKey(encrypted, { passphrase: 'new' }))).toBe(
      sampleFingerprint,
    )
  })

  it('tells a right passphrase from a wrong one', async () => {
    const encrypted = generatedKey('encrypted', 'aes-256-cbc hmacWithSHA256')
    writeFileSync(file('input'), encrypted)
    const opening = importEncryptedPrivateKey(encrypted, { passphrase: 'wrong' })
    const error = await opening.catch((reason: unknown) => reason)
    expect(() => advised(error, '-noout', '-passin', 'pass:wrong')).toThrow()
    expect(() => advised(error, '-noout', '-passin', 'pass:sample')).not.toThrow()
  })

  it('takes key and certificate out of PKCS#12', () => {
    writeFileSync(file('input'), Buffer.from(generatedKey('containers', 'PKCS#12'), 'base64'))
    const error = thrownBy(() => importPrivateKey(generatedKey('containers', 'PKCS#12')))
    const privateKey = importPrivateKey(advised(error, '-nodes', '-passin', 'pass:sample'))
    const publicKey = importPublicKey(advised(error, '-nokeys', '-passin', 'pass:sample'))
    expect([privateKey, publicKey].map(fingerprint)).toEqual([sampleFingerprint, sampleFingerprint])
  })

  it('takes the public half out of a private key', () => {
    const pem = openssl('pkey', '-in', file('private.pem'))
    writeFileSync(file('input'), pem)
    const publicKey = importPublicKey(
      advised(
        thrownBy(() => importPublicKey(pem)),
        '-pubout',
      ),
    )
    expect(fingerprint(publicKey)).toBe(fingerprint(importPrivateKey(pem)))
  })

  it('makes a key', () => {
    const error = thrownBy(() => importPrivateKey(inputFrom('EC PKCS#8')))
    advised(error, '-out private.pem', '-out', file('new.pem'))
    expect(importPrivateKey(openssl('pkey', '-in', file('new.pem'))).bits).toBe(2048)
  })
})

describe('node:crypto', () => {
  it.each([
    { modulusLength: 1024, publicExponent: 65_537 },
    { modulusLength: 2047, publicExponent: 65_537 },
    { modulusLength: 2048, publicExponent: 3 },
    { modulusLength: 2056, publicExponent: 65_537 },
    { modulusLength: 3072, publicExponent: 65_537 },
  ])('agrees on a pair of $modulusLength bits and exponent $publicExponent', async (parameters) => {
    const pair = generateKeyPairSync('rsa', parameters)
    const options = { minimumBits: 1024 }
    const privateKey = importPrivateKey(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }), options)
    const publicKey = importPublicKey(pair.publicKey.export({ type: 'pkcs1', format: 'der' }), options)
    expect([privateKey.bits, publicKey.bits]).toEqual([parameters.modulusLength, parameters.modulusLength])
    expect(fingerprint(publicKey)).toBe(fingerprint(privateKey))

    const signature = await signTokenRequest({ ...request, privateKey })
    const raw = Buffer.from(signature, 'base64')
    expect(raw).toEqual(sign('sha256', Buffer.from(message), pair.privateKey))
    expect(verify('sha256', Buffer.from(message), pair.publicKey, raw)).toBe(true)
    expect(await verifyTokenRequest({ ...request, signature, publicKey })).toBe(true)
  })

  it('has no other padding that is accepted', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const known = importPublicKey(publicKey.export({ type: 'spki', format: 'pem' }))
    const pss = { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }
    const forgeries = [
      sign('sha256', Buffer.from(message), pss),
      sign('sha1', Buffer.from(message), privateKey),
      sign('sha512', Buffer.from(message), privateKey),
      publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from(message)),
    ]
    for (const forgery of forgeries) {
      const signature = forgery.toString('base64')
      expect(await verifyTokenRequest({ ...request, signature, publicKey: known })).toBe(false)
    }
  })
})
