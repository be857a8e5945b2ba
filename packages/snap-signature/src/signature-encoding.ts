import { misuse } from './misuse.js'

/** How a signature is written: base64 with padding, or lower-case hex. The standard leaves it open. */
export type SignatureEncoding = 'base64' | 'hex'

export function requireEncoding(encoding: unknown): asserts encoding is SignatureEncoding {
  if (encoding !== 'base64' && encoding !== 'hex') throw misuse('encoding', `'base64' or 'hex'`, encoding)
}
