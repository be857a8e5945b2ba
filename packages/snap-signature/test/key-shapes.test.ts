import {
  fingerprint,
  importPrivateKey,
  importPublicKey,
  type KeySource,
  publicKeyOf,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  derOf,
  generatedKey,
  generatedKeys,
  pkcs1Private,
  pkcs1Public,
  refusedKeys,
  sample,
  sampleFingerprint,
  sampleVector,
  smallSample,
  thrownBy,
} from './samples.js'

const { privateKey: pkcs8, publicKey: spki } = sample
const { clientId, timestamp, signature } = sampleVector
const bytesOf = (text: string) => new TextEncoder().encode(text)
const refusedText = (name: string) => refusedKeys.find(([known]) => known === name)?.[1].text ?? ''
const inLines = (text: string, separator: string) => text.trim().replaceAll('\n', separator)

/** The ways in which one text reaches a program. */
function disguisesOf(pem: string): [string, KeySource][] {
  return [
    ['PEM', pem],
    ['PEM with CRLF', inLines(pem, '\r\n')],
    ['PEM with CR', inLines(pem, '\r')],
    ['PEM without its last line break', pem.trim()],
    ['PEM with a byte order mark', `\ufeff${pem}`],
    ['PEM with escaped line breaks', inLines(pem, '\\n')],
    ['PEM with line breaks escaped twice', inLines(pem, '\\\\n')],
    ['PEM with escaped CRLF', inLines(pem, '\\r\\n')],
    ['PEM in one line', inLines(pem, '')],
    ['PEM with spaces for line breaks', inLines(pem, ' ')],
    ['PEM with blank lines', inLines(pem, '\n\n')],
    ['PEM in double quotes', `"${pem.trim()}"`],
    ['PEM in single quotes', `'${inLines(pem, '\\n')}'`],
    ['PEM as a JSON string', JSON.stringify(pem)],
    ['indented PEM', inLines(pem, '\n    ')],
    ['PEM with a wrong label', pem.replace(/(BEGIN|END) [A-Z ]+/g, '$1 RSA PRIVATE KEY')],
    ['bare base64', bodyOf(pem)],
    ['bare base64 in lines', bodyOf(pem).replace(/.{64}/g, '$&\n')],
    ['base64 of PEM', btoa(pem)],
    ['PEM as bytes', bytesOf(pem)],
    ['DER', derOf(pem)],
  ]
}

const withForm = (form: string, pem: string): [string, KeySource][] =>
  disguisesOf(pem).map(([shape, source]) => [`${form}: ${shape}`, source])

// Reading is not enough: each key must also please the engine.
describe('a private key is read and signs', () => {
  it.each<[string, KeySource]>([
    ...withForm('PKCS#8', pkcs8),
    ...withForm('PKCS#1', pkcs1Private),
    ...withForm('PKCS#1 as PKCS#8', pkcs1Private.replaceAll('RSA PRIVATE KEY', 'PRIVATE KEY')),
    ['JSON Web Key', JSON.parse(generatedKey('jwk', 'private')) as object],
    ['JSON Web Key as text', generatedKey('jwk', 'private')],
  ])('%s', async (_, source) => {
    const privateKey = importPrivateKey(source)
    expect(fingerprint(publicKeyOf(privateKey))).toBe(sampleFingerprint)
    expect(await signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
  })
})

describe('a public key is read and verifies', () => {
  it.each<[string, KeySource]>([
    ...withForm('SubjectPublicKeyInfo', spki),
    ...withForm('PKCS#1', pkcs1Public),
    ...withForm('certificate', generatedKey('certificates', 'self-signed')),
    ...generatedKeys.certificates.map<[string, string]>(([name, text]) => [`certificate, ${name}`, text]),
    ['JSON Web Key', JSON.parse(generatedKey('jwk', 'public')) as object],
    ['JSON Web Key as text', generatedKey('jwk', 'public')],
  ])('%s', async (_, source) => {
    const publicKey = importPublicKey(source)
    expect(fingerprint(publicKey)).toBe(sampleFingerprint)
    expect(await verifyTokenRequest({ clientId, timestamp, signature, publicKey })).toBe(true)
  })
})

const unreadable = (problem: string) => ({ code: 'ERR_SNAP_KEY_UNREADABLE', detail: { problem } })
const notRsa = (algorithm: string) => ({ code: 'ERR_SNAP_KEY_NOT_RSA', detail: { algorithm } })

describe('what is refused has its own reason', () => {
  const anyKey: [string, KeySource, object][] = [
    ['nothing', '', unreadable('empty')],
    ['a path', './keys/private.pem', unreadable('file-path')],
    [
      'a sample value of 44 characters',
      'xoiOeVwrNlstGotvioidyzCdnAj5x6KreeTeqbdWFIA=',
      unreadable('too-short'),
    ],
    ['typographic dashes', pkcs8.replaceAll('-----', '\u2014\u2014'), unreadable('not-base64')],
    ['the first line alone', pkcs8.split('\n', 1)[0] ?? '', { code: 'ERR_SNAP_KEY_TRUNCATED' }],
    ['half a key', pkcs8.slice(0, 800), { code: 'ERR_SNAP_KEY_TRUNCATED' }],
    ['two keys', pkcs8 + spki, unreadable('several-keys')],
    ['a chain of certificates', generatedKey('refusedCertificates', 'chain'), unreadable('several-keys')],
    ['a request to certify', refusedText('certificate request'), unreadable('not-a-key')],
    ['an OpenSSH key', refusedText('OpenSSH private'), unreadable('openssh')],
    ['PKCS#12', generatedKey('containers', 'PKCS#12'), unreadable('pkcs12')],
    [
      'PKCS#12 without a MAC',
      derOf(generatedKey('containers', 'PKCS#12 without a MAC')),
      unreadable('pkcs12'),
    ],
    ['EC', refusedText('EC PKCS#8'), notRsa('EC')],
    ['EC public', refusedText('EC public'), notRsa('EC')],
    ['Ed25519', refusedText('Ed25519'), notRsa('Ed25519')],
    ['RSASSA-PSS', refusedText('RSASSA-PSS'), notRsa('RSASSA-PSS')],
    [
      'PKCS#8 with a passphrase',
      refusedText('encrypted PKCS#8'),
      { code: 'ERR_SNAP_KEY_ENCRYPTED', detail: { format: 'pkcs8' } },
    ],
    [
      'PKCS#1 with a passphrase',
      refusedText('encrypted traditional'),
      { code: 'ERR_SNAP_KEY_ENCRYPTED', detail: { format: 'legacy-pem' } },
    ],
  ]

  it.each<[string, KeySource, object]>([
    ...anyKey,
    ['a public key', spki, { code: 'ERR_SNAP_KEY_WRONG_KIND', detail: { actual: 'public' } }],
    [
      'a certificate',
      generatedKey('certificates', 'self-signed'),
      { code: 'ERR_SNAP_KEY_WRONG_KIND', detail: { actual: 'certificate' } },
    ],
    [
      'a certificate of an EC key',
      generatedKey('refusedCertificates', 'EC'),
      { code: 'ERR_SNAP_KEY_WRONG_KIND', detail: { actual: 'certificate' } },
    ],
    ['1024 bits', smallSample.privateKey, { code: 'ERR_SNAP_KEY_TOO_SMALL' }],
  ])('instead of a private key: %s', (_, source, expected) => {
    expect(thrownBy(() => importPrivateKey(source))).toMatchObject(expected)
  })

  it.each<[string, KeySource, object]>([
    ...anyKey,
    ['a private key', pkcs8, { code: 'ERR_SNAP_KEY_WRONG_KIND', detail: { actual: 'private' } }],
    ['a certificate of an EC key', generatedKey('refusedCertificates', 'EC'), notRsa('EC')],
    [
      'a certificate with trust settings',
      generatedKey('refusedCertificates', 'trusted'),
      unreadable('trailing-bytes'),
    ],
    [
      'a certificate cut off',
      generatedKey('certificates', 'self-signed').slice(0, 500),
      { code: 'ERR_SNAP_KEY_TRUNCATED' },
    ],
    ['1024 bits', smallSample.publicKey, { code: 'ERR_SNAP_KEY_TOO_SMALL' }],
  ])('instead of a public key: %s', (_, source, expected) => {
    expect(thrownBy(() => importPublicKey(source))).toMatchObject(expected)
  })

  it.each([undefined, null, 7, true, [], {}, () => {}, new ArrayBuffer(8), new Date(0), { type: 'private' }])(
    'misuse: %o',
    (source) => {
      expect(() => importPrivateKey(source as string)).toThrow(
        /^"source" must be a string, a Uint8Array, a JSON/,
      )
      expect(() => importPublicKey(source as string)).toThrow(
        /^"source" must be a string, a Uint8Array, a JSON/,
      )
    },
  )
})
