import { fromBase64Url, toBase64Url } from './base64url.js'
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
  sealKey,
  iv,
  text,
  expiresAt,
  ...context
}: CodecContext & {
  sealKey: SealKey
  iv: Uint8Array<ArrayBuffer>
  text: string
  expiresAt: number
}): Promise<string> {
  const plain = encodeText(text)
  requireExpiry(expiresAt)
  const additionalData = bind({ ...context, keyId: sealKey.id, expiresAt: String(expiresAt) })
  const sealed = await sealKey.encrypt(plain, { iv, additionalData })
  return [FORMAT, sealKey.id, expiresAt, toBase64Url(iv), toBase64Url(sealed)].join('.')
}

/** Reads an envelope with whichever of the keys it names. Whatever is wrong with it is an answer. */
export async function openEnvelope({
  sealKeys,
  data,
  ...context
}: CodecContext & { sealKeys: readonly SealKey[]; data: string }): Promise<Opened> {
  if (typeof data !== 'string') return { unreadable: 'unknown-format' }
  if (data.length > MAX_DATA_LENGTH) return { unreadable: 'too-large' }
  const [, keyId = '', expiresAt = '', ivText = '', sealedText = ''] = ENVELOPE.exec(data) ?? []
  const [iv, sealed] = [fromBase64Url(ivText), fromBase64Url(sealedText)]
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
