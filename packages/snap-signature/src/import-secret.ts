import { prepareHmac, readUtf8 } from '#backend'
import { isBytes } from './is-bytes.js'
import { misuse } from './misuse.js'
import { createSecret, type Secret } from './secret.js'
import { requireSecretText, secretRefused } from './secret-text.js'

/**
 * Checks a client secret and makes it ready for many signatures. The result prints as `{ kind: 'secret' }`.
 *
 * The secret is used as the UTF-8 text it is, never decoded, though it may look like hex or base64.
 *
 * Throws {@link SnapSignatureError} `ERR_SNAP_SECRET` for what was damaged on its way: nothing, spaces or line breaks
 * around it, quotation marks, invisible characters, a PEM key, no UTF-8. Throws `TypeError` for another type.
 *
 * @example
 * ```ts
 * import { importSecret } from '@x/snap-signature'
 *
 * importSecret('22a2d25e-765d-41e1-8d29-da68dcb5698b') // → { kind: 'secret' }
 * ```
 * @see RFC 2104 (HMAC)
 */
export function importSecret(secret: string | Uint8Array): Secret {
  const text = textOf(secret)
  requireSecretText(text)
  return createSecret(prepareHmac(text))
}

function textOf(secret: unknown): string {
  if (typeof secret === 'string') return secret
  if (!isBytes(secret)) throw misuse('secret', 'a string or a Uint8Array', secret)
  const text = readUtf8(secret)
  if (text === undefined) throw secretRefused('not-utf-8')
  return text
}
