import type { TokenKey } from './cache-key.js'
import { sha256 } from './sha256.js'

/** Counted up when what a store keeps is written in another way: versions of this package then never read each other. */
const SCHEMA = 1
const READABLE_LENGTH = 40

/**
 * Writes what a store knows a key as: `token-cache:<schema>:<provider>:<environment>:<SHA-256 of the whole key>`.
 *
 * The rest of a key is nobody's business there: a subject may be a phone number, a URL may have a query, and keys of a
 * store end up in its logs. In hexadecimal, because some stores know no upper case.
 */
export function storeKey({
  key: { provider, environment = '' },
  name,
}: {
  key: TokenKey
  /** What `cacheKey` made of it. */
  name: string
}): string {
  return ['token-cache', SCHEMA, readable(provider), readable(environment), sha256(name)].join(':')
}

/** For people; what tells keys apart is the hash. */
function readable(text: string): string {
  return text.slice(0, READABLE_LENGTH).replace(/[^\w.-]/g, '_')
}
