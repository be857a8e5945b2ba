import { fingerprint, importPrivateKey, importPublicKey } from '@x/snap-signature'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/**
 * The public half of a private key, as PEM, to register it: what a portal is given.
 *
 * @throws SnapSignatureError for a key that cannot work, TypeError for one whose half is not found here
 */
export const publicKeyOfText = async (text: string): Promise<string> => {
  // It knows every form and every mistake; what follows reads the forms that people paste.
  const expected = fingerprint(importPrivateKey(text, { minimumBits: 1024 }))
  const pem = await deriveFrom(text).catch(() => undefined)
  if (pem === undefined || fingerprint(importPublicKey(pem, { minimumBits: 1024 })) !== expected)
    throw new TypeError('"privateKey" is good, and its public half could not be read here')
  return pem
}

const deriveFrom = async (text: string): Promise<string> => {
  const { subtle } = globalThis.crypto
  const { n, e } = text.trim().startsWith('{') ? JSON.parse(text) : await jwkOf(derOf(text))
  const key = await subtle.importKey('jwk', { kty: 'RSA', n, e }, algorithm, true, ['verify'])
  return pemOf(new Uint8Array(await subtle.exportKey('spki', key)))
}

const jwkOf = async (der: Uint8Array<ArrayBuffer>): Promise<JsonWebKey> => {
  const { subtle } = globalThis.crypto
  const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<JsonWebKey> =>
    subtle.exportKey('jwk', await subtle.importKey('pkcs8', bytes, algorithm, true, ['sign']))
  return read(der).catch(() => read(pkcs8Of(der)))
}

/** Base64 between the first line's end and the last line's beginning, however its line breaks were written. */
const derOf = (text: string): Uint8Array<ArrayBuffer> => {
  const inner = /-----BEGIN[^-]*-----(.*?)(?:-----END|$)/s.exec(text)?.[1] ?? text
  const base64 = inner.replace(/\\+[nrt]|[^A-Za-z0-9+/]/g, '')
  return Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))
}

/** PKCS#1 inside PKCS#8: version 0, rsaEncryption, the key as an octet string (RFC 5958 section 2). */
const pkcs8Of = (pkcs1: Uint8Array): Uint8Array<ArrayBuffer> => {
  const version = [0x02, 0x01, 0x00]
  const rsaEncryption = [
    0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00,
  ]
  return Uint8Array.from(der(0x30, [...version, ...rsaEncryption, ...der(0x04, [...pkcs1])]))
}

const der = (tag: number, content: readonly number[]): readonly number[] => {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return [tag, ...size, ...content]
}

const pemOf = (bytes: Uint8Array): string => {
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? []
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n')
}
