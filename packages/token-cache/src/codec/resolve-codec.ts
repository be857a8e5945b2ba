import { plaintext } from './plaintext.js'
import type { TokenCodec } from './token-codec.js'

/**
 * Turns the word into its codec. There is no default: to keep tokens unsealed is somebody's decision.
 *
 * @throws TypeError if it is neither the word nor an object with `seal` and `open`.
 */
export function resolveCodec(codec: TokenCodec | 'plaintext'): TokenCodec {
  if (codec === 'plaintext') return plaintext
  if (isCodec(codec)) return codec
  const got = codec === null ? 'null' : typeof codec
  throw new TypeError(
    `"codec" must be keyring([key]), or 'plaintext' for a store that nobody else can read, got ${got}`,
  )
}

function isCodec(codec: TokenCodec): boolean {
  return (
    typeof codec === 'object' &&
    codec !== null &&
    typeof codec.seal === 'function' &&
    typeof codec.open === 'function'
  )
}
