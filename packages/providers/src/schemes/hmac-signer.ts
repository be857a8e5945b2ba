/** Signs with HMAC-SHA256; the key is imported once, at the first signature. */
export type HmacSigner = (text: string) => Promise<Uint8Array>

const encoder = new TextEncoder()

/** HMAC-SHA256 by WebCrypto, keyed with the secret's text as it is. */
export const hmacSigner = (secret: string): HmacSigner => {
  const importKey = (): Promise<CryptoKey> =>
    crypto.subtle.importKey('raw', encoder.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  let key: Promise<CryptoKey> | undefined
  return async (text) => {
    key ??= importKey()
    return new Uint8Array(await crypto.subtle.sign('HMAC', await key, encoder.encode(text)))
  }
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
