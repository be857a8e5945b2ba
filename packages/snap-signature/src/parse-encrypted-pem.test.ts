import { describe, expect, it } from 'vitest'
import { thrownBy } from '../test/samples.js'
import { parseEncryptedPem } from './parse-encrypted-pem.js'

const iv = '000102030405060708090A0B0C0D0E0F'
const text = (name: string, rest: string) => `\nProc-Type: 4,ENCRYPTED\nDEK-Info: ${name},${rest}\n`
const block = btoa('\x07'.repeat(16))

describe('parseEncryptedPem', () => {
  it('reads cipher, vector and ciphertext', () => {
    expect(parseEncryptedPem(text('AES-192-CBC', `${iv}\n\n${block}`))).toEqual({
      scheme: 'legacy-pem',
      cipher: 'aes-192-cbc',
      keyLength: 24,
      iv: Uint8Array.from({ length: 16 }, (_, index) => index),
      ciphertext: new Uint8Array(16).fill(7),
    })
    expect(parseEncryptedPem(text('DES-EDE3-CBC', `${iv.slice(0, 16)}\n\n${block}`))).toMatchObject({
      keyLength: 24,
      iv: Uint8Array.from({ length: 8 }, (_, index) => index),
    })
  })

  it.each([
    ['another cipher', text('DES-CBC', `${iv}\n\n${block}`), 'ERR_SNAP_KEY_CIPHER', 'unknown-cipher'],
    ['another mode', text('AES-128-GCM', `${iv}\n\n${block}`), 'ERR_SNAP_KEY_CIPHER', 'unknown-cipher'],
    ['no cipher', '\nProc-Type: 4,ENCRYPTED\n\nAAAA', 'ERR_SNAP_KEY_CIPHER', 'bad-parameters'],
    ['no vector', text('AES-128-CBC', ''), 'ERR_SNAP_KEY_CIPHER', 'bad-parameters'],
    [
      'a short vector',
      text('AES-128-CBC', `${iv.slice(2)}\n\n${block}`),
      'ERR_SNAP_KEY_CIPHER',
      'bad-parameters',
    ],
    ['no ciphertext', text('AES-128-CBC', `${iv}\n\n`), 'ERR_SNAP_KEY_CIPHER', 'bad-parameters'],
    [
      'half a block',
      text('AES-128-CBC', `${iv}\n\n${btoa('\x07'.repeat(24))}`),
      'ERR_SNAP_KEY_CIPHER',
      'bad-parameters',
    ],
    ['other characters', text('AES-128-CBC', `${iv}\n\n${block}*`), 'ERR_SNAP_KEY_UNREADABLE', 'not-base64'],
  ])('refuses %s', (_, source, code, problem) => {
    expect(thrownBy(() => parseEncryptedPem(source))).toMatchObject({ code, detail: { problem } })
  })
})
