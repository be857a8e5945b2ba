import { generateKeyPairSync } from 'node:crypto'
import { type AnyClient, type Client, type ClientSettings, createClient } from '@x/providers'
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

/** What signs a call of BNI; none of it goes into the token request. */
export const bniKeys = {
  apiKey: 'CANARY-api-key-4d1f',
  apiSecret: 'CANARY-api-secret:%é',
  appName: 'Contoh App',
} as const

export const bniClient = (settings: Settings = {}): Client<typeof bni> =>
  createClient(bni, { clientId: 'bni-client', clientSecret, ...bniKeys, ...settings, environment: 'sandbox' })
