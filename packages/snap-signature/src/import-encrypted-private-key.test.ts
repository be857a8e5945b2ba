import { fingerprint, importEncryptedPrivateKey, importPrivateKey, signTokenRequest } from '@x/snap-signature'
import { describe, expect, inject, it } from 'vitest'
import {
  bodyOf,
  derOf,
  generatedKey,
  generatedKeys,
  pkcs1Private,
  sample,
  sampleFingerprint,
  sampleVector,
} from '../test/samples.js'

const passphrase = 'sample'
const isNode = inject('backend') === 'node'
const hasAes192 = !('window' in globalThis)
const pbes2 = generatedKey('encrypted', 'aes-256-cbc hmacWithSHA256')

const notHere = { code: 'ERR_SNAP_KEY_CIPHER', detail: { problem: 'runtime' } }

describe('importEncryptedPrivateKey', () => {
  it.each(generatedKeys.encrypted)('opens %s', async (name, source) => {
    const importing = importEncryptedPrivateKey(source, { passphrase })
    if (name.includes('192') && !hasAes192) return expect(importing).rejects.toMatchObject(notHere)
    const key = await importing
    expect(key).toEqual({ kind: 'private', bits: 2048 })
    expect(fingerprint(key)).toBe(sampleFingerprint)
  })

  it.each(generatedKeys.encryptedForNode)('opens %s with the cryptography of Node', async (_, source) => {
    const importing = importEncryptedPrivateKey(source, { passphrase })
    if (!isNode) return expect(importing).rejects.toMatchObject(notHere)
    expect(fingerprint(await importing)).toBe(sampleFingerprint)
  })

  it('gives a key that signs', async () => {
    const { clientId, timestamp, signature } = sampleVector
    const privateKey = await importEncryptedPrivateKey(pbes2, { passphrase })
    expect(await signTokenRequest({ clientId, timestamp, privateKey })).toBe(signature)
  })

  it.each<[string, string | Uint8Array]>([
    ['escaped line breaks', pbes2.replaceAll('\n', '\\n')],
    ['no line breaks', pbes2.replaceAll('\n', '')],
    ['quotes', `"${pbes2}"`],
    ['bare base64', bodyOf(pbes2)],
    ['base64 of the text', btoa(pbes2)],
    ['DER', derOf(pbes2)],
    ['another label', pbes2.replaceAll('ENCRYPTED PRIVATE KEY', 'PRIVATE KEY')],
  ])('opens PKCS#8 with %s', async (_, source) => {
    expect(fingerprint(await importEncryptedPrivateKey(source, { passphrase }))).toBe(sampleFingerprint)
  })

  it.each<[string, (text: string) => string]>([
    ['escaped line breaks', (text) => text.replaceAll('\n', '\\n')],
    ['CRLF', (text) => text.replaceAll('\n', '\r\n')],
    ['spaces for line breaks', (text) => text.replaceAll('\n', ' ')],
    ['no line breaks', (text) => text.replaceAll('\n', '')],
    ['indentation', (text) => text.replaceAll('\n', '\n    ')],
    ['a vector in lower case', (text) => text.replace(/,[0-9A-F]+\n/, (iv) => iv.toLowerCase())],
    ['no armour', (text) => text.replace(/-----[^-]+-----/g, '')],
    ['another label', (text) => text.replaceAll('RSA PRIVATE KEY', 'PRIVATE KEY')],
  ])('opens the traditional form with %s', async (_, change) => {
    for (const name of ['traditional aes256', 'traditional des3']) {
      const importing = importEncryptedPrivateKey(change(generatedKey('encryptedForNode', name)), {
        passphrase,
      })
      if (isNode) expect(fingerprint(await importing)).toBe(sampleFingerprint)
      else await expect(importing).rejects.toMatchObject(notHere)
    }
  })

  it('takes a passphrase as bytes and as UTF-8', async () => {
    const umlaut = generatedKey('otherEncrypted', 'an umlaut in the passphrase')
    const bytes = Uint8Array.of(0x53, 0x63, 0x68, 0x6c, 0xc3, 0xbc, 0x73, 0x73, 0x65, 0x6c)
    for (const right of ['Schl\u00fcssel', bytes])
      expect(fingerprint(await importEncryptedPrivateKey(umlaut, { passphrase: right }))).toBe(
        sampleFingerprint,
      )
    await expect(importEncryptedPrivateKey(umlaut, { passphrase: 'Schlu\u0308ssel' })).rejects.toMatchObject({
      code: 'ERR_SNAP_KEY_PASSPHRASE',
    })
  })

  it.each(['Sample', 'sample\n', ' sample', 'sampl', 'samplesample', '\0'])(
    'refuses the wrong passphrase %j',
    async (wrong) => {
      await expect(importEncryptedPrivateKey(pbes2, { passphrase: wrong })).rejects.toMatchObject({
        code: 'ERR_SNAP_KEY_PASSPHRASE',
        detail: { format: 'pkcs8' },
      })
    },
  )

  // One in 256 wrong passphrases leaves valid padding.
  it('refuses every one of many wrong passphrases', async () => {
    const source = generatedKey('encrypted', 'aes-128-cbc hmacWithSHA1')
    for (let attempt = 0; attempt < 700; attempt += 1)
      await expect(
        importEncryptedPrivateKey(source, { passphrase: `wrong ${attempt}` }),
      ).rejects.toMatchObject({
        code: 'ERR_SNAP_KEY_PASSPHRASE',
      })
  })

  it.each(generatedKeys.encryptedForNode)('refuses a wrong passphrase for %s', async (name, source) => {
    const format = name.startsWith('traditional') ? 'legacy-pem' : 'pkcs8'
    const refused = { code: 'ERR_SNAP_KEY_PASSPHRASE', detail: { format } }
    const importing = importEncryptedPrivateKey(source, { passphrase: 'wrong' })
    await expect(importing).rejects.toMatchObject(isNode ? refused : notHere)
  })

  it.each(generatedKeys.refusedCiphers)('refuses %s', async (name, source) => {
    await expect(importEncryptedPrivateKey(source, { passphrase })).rejects.toMatchObject({
      code: 'ERR_SNAP_KEY_CIPHER',
      detail: { problem: name.split(':')[0] },
    })
  })

  it('says what else is inside', async () => {
    const inside = (name: string) =>
      importEncryptedPrivateKey(generatedKey('otherEncrypted', name), { passphrase })
    const ec = { code: 'ERR_SNAP_KEY_NOT_RSA', detail: { algorithm: 'EC' } }
    await expect(inside('EC in PBES2')).rejects.toMatchObject(ec)
    await expect(inside('EC traditional')).rejects.toMatchObject(isNode ? ec : notHere)
    await expect(inside('1024 bits')).rejects.toMatchObject({
      code: 'ERR_SNAP_KEY_TOO_SMALL',
      detail: { bits: 1024, minimumBits: 2048 },
    })
    const small = generatedKey('otherEncrypted', '1024 bits')
    expect((await importEncryptedPrivateKey(small, { passphrase, minimumBits: 1024 })).bits).toBe(1024)
  })

  it.each<[string, string, string, object]>([
    ['PKCS#8', sample.privateKey, 'ERR_SNAP_KEY_NOT_ENCRYPTED', { bits: 2048 }],
    ['PKCS#1', pkcs1Private, 'ERR_SNAP_KEY_NOT_ENCRYPTED', { bits: 2048 }],
    ['a JSON Web Key', generatedKey('jwk', 'private'), 'ERR_SNAP_KEY_NOT_ENCRYPTED', { bits: 2048 }],
    ['a public key', sample.publicKey, 'ERR_SNAP_KEY_WRONG_KIND', { expected: 'private', actual: 'public' }],
    [
      'a certificate',
      generatedKey('certificates', 'self-signed'),
      'ERR_SNAP_KEY_WRONG_KIND',
      { expected: 'private', actual: 'certificate' },
    ],
    ['nothing', '', 'ERR_SNAP_KEY_UNREADABLE', { problem: 'empty' }],
    ['a path', './private.pem', 'ERR_SNAP_KEY_UNREADABLE', { problem: 'file-path' }],
    ['PKCS#12', generatedKey('containers', 'PKCS#12'), 'ERR_SNAP_KEY_UNREADABLE', { problem: 'pkcs12' }],
    ['two keys', pbes2 + pbes2, 'ERR_SNAP_KEY_UNREADABLE', { problem: 'several-keys' }],
    ['half a key', pbes2.slice(0, 900), 'ERR_SNAP_KEY_TRUNCATED', {}],
  ])('refuses %s', async (_, source, code, detail) => {
    await expect(importEncryptedPrivateKey(source, { passphrase })).rejects.toMatchObject({ code, detail })
  })

  it('finds damage, and does not blame the passphrase for damage in the middle', async () => {
    const der = derOf(pbes2)
    const damagedAt = (index: number) => Uint8Array.from(der, (byte, at) => (at === index ? byte ^ 1 : byte))
    await expect(importEncryptedPrivateKey(damagedAt(600), { passphrase })).rejects.toMatchObject({
      code: 'ERR_SNAP_KEY_UNREADABLE',
      detail: { problem: 'inconsistent-numbers' },
    })
    await expect(importEncryptedPrivateKey(damagedAt(der.length - 1), { passphrase })).rejects.toMatchObject({
      code: 'ERR_SNAP_KEY_PASSPHRASE',
    })
  })

  it.each([undefined, null, '', 7, {}, new Uint8Array(), ['sample'], 'lone \ud800'])(
    'is misused with the passphrase %j',
    async (wrong) => {
      await expect(importEncryptedPrivateKey(pbes2, { passphrase: wrong as string })).rejects.toThrow(
        /^"passphrase" must be/,
      )
    },
  )

  it.each([undefined, 7, {}, { kty: 'RSA' }])('is misused with the source %j', async (wrong) => {
    await expect(importEncryptedPrivateKey(wrong as string, { passphrase })).rejects.toThrow(
      /^"source" must be/,
    )
  })

  it('is misused without options', async () => {
    await expect(importEncryptedPrivateKey(pbes2, undefined as never)).rejects.toThrow(TypeError)
  })
})

it('points from importPrivateKey to importEncryptedPrivateKey', () => {
  for (const [, source] of [
    ...generatedKeys.encrypted,
    ...generatedKeys.encryptedForNode,
    ...generatedKeys.refusedCiphers,
  ])
    expect(() => importPrivateKey(source)).toThrow(
      expect.objectContaining({
        code: 'ERR_SNAP_KEY_ENCRYPTED',
        message: expect.stringContaining('importEncryptedPrivateKey'),
      }),
    )
})
