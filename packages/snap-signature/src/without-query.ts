import { requireString } from './misuse.js'

/**
 * Cuts a path off before its `?`, for a provider that leaves the query out of the signature.
 *
 * The rest stays as it is. Throws `TypeError` for anything but a string.
 *
 * @example
 * ```ts
 * import { withoutQuery } from '@x/snap-signature'
 *
 * withoutQuery('/v1.0/transfer-va/report?startDate=20201231') // → '/v1.0/transfer-va/report'
 * ```
 */
export function withoutQuery(path: string): string {
  requireString('path', path)
  const end = path.indexOf('?')
  return end < 0 ? path : path.slice(0, end)
}
