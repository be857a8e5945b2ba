import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { publicKeyOfText } from './public-key-of-text.js'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pkcs8 = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
const pkcs1 = String(privateKey.export({ type: 'pkcs1', format: 'pem' }))
// Node's own writing of the other half.
const expected = String(publicKey.export({ type: 'spki', format: 'pem' }))

describe('publicKeyOfText', () => {
  it.each([
    ['PKCS#8', pkcs8],
    ['PKCS#1', pkcs1],
    ['a line break as two characters', pkcs8.replaceAll('\n', '\\n')],
    ['line breaks escaped twice', pkcs1.replaceAll('\n', '\\\\n')],
    ['Windows line ends', pkcs8.replaceAll('\n', '\r\n')],
    ['text around it', `DEMO KEY: a note\n${pkcs8}\nand more`],
    ['bare base64', pkcs8.replace(/-----[^-]+-----|\n/g, '')],
    ['JSON Web Key', JSON.stringify(privateKey.export({ format: 'jwk' }))],
  ])('finds the other half in %s', async (_, text) => {
    expect(await publicKeyOfText(text)).toBe(expected)
  })

  it.each([
    ['a public key', expected, 'ERR_SNAP_KEY_WRONG_KIND'],
    ['half a key', pkcs8.slice(0, 600), 'ERR_SNAP_KEY_TRUNCATED'],
    ['no key', 'hunter2', 'ERR_SNAP_KEY_UNREADABLE'],
  ])('says of %s what it is', async (_, text, code) => {
    await expect(publicKeyOfText(text)).rejects.toMatchObject({ code })
  })
})
