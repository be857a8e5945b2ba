import { sha256Hex } from '#backend'
import { minifyJson } from './minify-json.js'

/**
 * Writes the hash of a body as a transaction signs it: lower-case hex SHA-256 of the minified body, 64 characters.
 *
 * `''` for a request without a body: the hash of no bytes. Throws as {@link minifyJson} does.
 *
 * @example
 * ```ts
 * import { bodyHash } from '@x/snap-signature'
 *
 * bodyHash('{ "amount": 1 }') === bodyHash('{"amount":1}') // → true
 * bodyHash('') // → 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
 * ```
 * @see SNAP BI, security standard, Signature Service: https://apidevportal.aspi-indonesia.or.id/api-services/keamanan
 */
export function bodyHash(body: string | Uint8Array): string {
  return sha256Hex(minifyJson(body))
}
