import { generateKeyPairSync } from 'node:crypto'
import { type AnyClient, type ClientSettings, createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'

export const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** Not the same raw, form-encoded and percent-encoded. */
export const clientSecret = 'CANARY+client secret:%é'

type Settings = Partial<ClientSettings>

export const nicepayClient = (settings: Settings = {}): AnyClient =>
  createClient(nicepay, {
    clientId: 'IONPAYTEST',
    clientSecret,
    privateKey,
    ...settings,
    environment: 'development',
  })

export const bniClient = (settings: Settings = {}): AnyClient =>
  createClient(bni, { clientId: 'bni-client', clientSecret, ...settings, environment: 'sandbox' })
