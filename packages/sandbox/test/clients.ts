import { generateKeyPairSync, sign } from 'node:crypto'

export const pair = (): { readonly publicKey: string; readonly privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

export const { publicKey, privateKey } = pair()
export const clientSecret = 'CANARY-sandbox-secret'

/** SHA256withRSA by node:crypto, not by the package under test. */
export const rsa = (text: string, key: string = privateKey): string =>
  sign('sha256', Buffer.from(text), key).toString('base64')
