import { encodeText, MAX_DATA_LENGTH, requireExpiry } from './limits.js'
import type { TokenCodec } from './token-codec.js'

const PLAIN = /^p1\.(0|[1-9]\d{0,15})\.(.*)$/s

/** Writes a token as it is: `p1.<expiry>.<text>`. Nothing is hidden and nothing is bound. */
export const plaintext: TokenCodec = {
  async seal({ text, expiresAt }) {
    encodeText(text)
    requireExpiry(expiresAt)
    return `p1.${expiresAt}.${text}`
  },
  async open({ data }) {
    if (typeof data !== 'string') return { unreadable: 'unknown-format' }
    if (data.length > MAX_DATA_LENGTH) return { unreadable: 'too-large' }
    const [, expiresAt, text] = PLAIN.exec(data) ?? []
    if (expiresAt === undefined || text === undefined) return { unreadable: 'unknown-format' }
    return { text, expiresAt: Number(expiresAt) }
  },
}
