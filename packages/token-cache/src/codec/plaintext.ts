import { encodeText, MAX_DATA_LENGTH, requireExpiry } from './limits.js'
import type { CodecContext, TokenCodec } from './token-codec.js'

const PLAIN = /^p1\.(0|[1-9]\d{0,15})\.(.*)$/s

/**
 * Writes a token as it is: `p1.<expiry>.<key and version as JSON>.<text>`. Nothing is hidden, and nobody is kept from
 * forging it; a store that confuses its keys is found out.
 */
export const plaintext: TokenCodec = {
  async seal({ text, expiresAt, ...context }) {
    encodeText(text)
    requireExpiry(expiresAt)
    return `p1.${expiresAt}.${bound(context)}${text}`
  },
  async open({ data, ...context }) {
    if (typeof data !== 'string') return { unreadable: 'unknown-format' }
    if (data.length > MAX_DATA_LENGTH) return { unreadable: 'too-large' }
    const [, expiresAt, rest] = PLAIN.exec(data) ?? []
    if (expiresAt === undefined || rest === undefined) return { unreadable: 'unknown-format' }
    const belongs = bound(context)
    if (!rest.startsWith(belongs)) return { unreadable: 'not-authentic' }
    return { text: rest.slice(belongs.length), expiresAt: Number(expiresAt) }
  },
}

/** No JSON text of an array is the beginning of another's. */
function bound({ key, version }: CodecContext): string {
  return `${JSON.stringify([key, version])}.`
}
