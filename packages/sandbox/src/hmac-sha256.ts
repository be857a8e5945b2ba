/** In constant time, by the runtime's own WebCrypto. */
export const verifyHmacSha256 = async ({
  secret,
  text,
  signature,
}: {
  readonly secret: string
  readonly text: string
  readonly signature: Uint8Array<ArrayBuffer>
}): Promise<boolean> => {
  const encoder = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['verify'])
  return crypto.subtle.verify('HMAC', key, signature, encoder.encode(text))
}
