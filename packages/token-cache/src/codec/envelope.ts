import type { Base64Url } from './base64url.js'
import { encodeText, MAX_DATA_LENGTH, requireExpiry } from './limits.js'
import type { SealKey } from './seal-key.js'
import type { CodecContext, Opened } from './token-codec.js'

/** The initialisation vector's length that AES-GCM is made for (NIST SP 800-38D section 5.2.1.1). */
export const IV_BYTES = 12

const FORMAT = 's1'
const ENVELOPE = /^s1\.([\w-]{11})\.(0|[1-9]\d{0,15})\.([\w-]{16})\.([\w-]+)$/

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Writes `s1.<key id>.<expiry>.<iv>.<ciphertext and tag>`. Never call it twice with the same key and iv.
 *
 * @see NIST SP 800-38D (GCM)
 */
export async function sealEnvelope({
  base64,
  sealKey,
  iv,
  text,
  expiresAt,
  ...context
}: CodecContext & {
  base64: Base64Url
  sealKey: SealKey
  iv: Uint8Array<ArrayBuffer>
  text: string
  expiresAt: number
}): Promise<string> {
  const plain = encodeText(text)
  requireExpiry(expiresAt)
  const additionalData = bind({ ...context, keyId: sealKey.id, expiresAt: String(expiresAt) })
  const sealed = await sealKey.encrypt(plain, { iv, additionalData })
  return [FORMAT, sealKey.id, expiresAt, base64.write(iv), base64.write(sealed)].join('.')
}

/** Reads an envelope with whichever of the keys it names. Whatever is wrong with it is an answer. */
export async function openEnvelope({
  base64,
  sealKeys,
  data,
  ...context
}: CodecContext & { base64: Base64Url; sealKeys: readonly SealKey[]; data: string }): Promise<Opened> {
  if (typeof data !== 'string') return { unreadable: 'unknown-format' }
  if (data.length > MAX_DATA_LENGTH) return { unreadable: 'too-large' }
  const [, keyId = '', expiresAt = '', ivText = '', sealedText = ''] = ENVELOPE.exec(data) ?? []
  const [iv, sealed] = [base64.read(ivText), base64.read(sealedText)]
  if (keyId === '' || !iv || !sealed) return { unreadable: 'unknown-format' }
  const sealKey = sealKeys.find(({ id }) => id === keyId)
  if (!sealKey) return { unreadable: 'unknown-key' }
  try {
    const plain = await sealKey.decrypt(sealed, {
      iv,
      additionalData: bind({ ...context, keyId, expiresAt }),
    })
    return { text: decoder.decode(plain), expiresAt: Number(expiresAt) }
  } catch {
    return { unreadable: 'not-authentic' }
  }
}

/** Everything that an envelope must not be moved away from is authenticated with it. */
function bind({
  keyId,
  expiresAt,
  key,
  version,
}: CodecContext & { keyId: string; expiresAt: string }): Uint8Array<ArrayBuffer> {
  // JSON quotes every part, and writes a lone surrogate as an escape where UTF-8 would make all of them alike.
  return encoder.encode(JSON.stringify([FORMAT, keyId, expiresAt, key, version]))
}
