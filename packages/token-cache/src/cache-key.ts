import { misuse } from './misuse.js'

/**
 * Everything that makes one token differ from another. Two equal keys share a token, so nothing that
 * changes what the token may do can be left out; a field that is not listed here is refused.
 *
 * @see RFC 6749 sections 3.2 (no fragment) and 3.3 (scope), RFC 9700 section 2.3 (privileges and audience of a token)
 */
export interface TokenKey {
  /** The provider's name; it appears in error messages. */
  readonly provider: string
  /** Sandbox, production: whichever word tells the provider's worlds apart. */
  readonly environment?: string | undefined
  /** The absolute URL that the token is asked from, without user name, password or fragment. A query is a part of it. */
  readonly tokenUrl: string
  /** Who asks, as the provider knows it. */
  readonly clientId: string
  /**
   * Names the secret or private key in use: a fingerprint or a version label, never the secret.
   * Without it whoever knows a client id could use a token that another's secret obtained.
   */
  readonly credentialId: string
  /** A set: order and repetition do not matter, and none is the same as empty. */
  readonly scope?: readonly string[] | undefined
  /** The one resource server that the token is for. */
  readonly audience?: string | undefined
  /** On whose behalf, for a token that is bound to an end user. */
  readonly subject?: string | undefined
}

const REQUIRED = ['provider', 'tokenUrl', 'clientId', 'credentialId'] as const
const OPTIONAL = ['environment', 'audience', 'subject'] as const
const KNOWN: ReadonlySet<string> = new Set([...REQUIRED, ...OPTIONAL, 'scope'])

/** Writes a key as the one string that names both the kept token and the running fetch. */
export function cacheKey(key: TokenKey): string {
  requirePlain(key)
  for (const field of REQUIRED) requireText(`key.${field}`, key[field])
  for (const field of OPTIONAL) if (key[field] !== undefined) requireText(`key.${field}`, key[field])
  for (const field of Reflect.ownKeys(key)) {
    if (KNOWN.has(String(field)) || Reflect.get(key, field) === undefined) continue
    // Ignoring it would hand one tenant's token to another.
    throw new TypeError(
      `"key" must have no other fields than ${[...KNOWN].join(', ')}, got "${String(field)}"`,
    )
  }
  requirePlainUrl(key.tokenUrl)
  const scope = scopeSet(key.scope)
  // JSON quotes and escapes every part, so no two tuples are written alike.
  return JSON.stringify([...[...REQUIRED, ...OPTIONAL].map((field) => key[field] ?? null), scope])
}

/** What a key inherits would be seen by some of the checks and not by others. */
function requirePlain(key: TokenKey): void {
  const expected = 'an object'
  if (typeof key !== 'object' || key === null) throw misuse({ field: 'key', expected, value: key })
  const prototype: unknown = Object.getPrototypeOf(key)
  if (prototype === null || isObjectPrototype(prototype)) return
  throw new TypeError(
    '"key" must be a plain object, such as { ...yours }, got an instance or an heir of another',
  )
}

/** Of any realm: a test runner has its own. */
function isObjectPrototype(prototype: unknown): boolean {
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(Object(prototype), 'isPrototypeOf')
}

function requireText(field: string, value: unknown): void {
  if (typeof value !== 'string' || value === '')
    throw misuse({ field, expected: 'a non-empty string', value })
}

function requirePlainUrl(tokenUrl: string): void {
  const expected = 'an absolute URL without user name, password and fragment'
  let url: URL
  try {
    url = new URL(tokenUrl)
  } catch {
    throw misuse({ field: 'key.tokenUrl', expected, value: tokenUrl })
  }
  if (url.username !== '' || url.password !== '' || tokenUrl.includes('#')) {
    throw misuse({ field: 'key.tokenUrl', expected, value: tokenUrl })
  }
}

function scopeSet(scope: TokenKey['scope']): readonly string[] {
  const expected = 'an array of scopes, each a non-empty string without spaces'
  if (scope === undefined) return []
  if (!Array.isArray(scope)) throw misuse({ field: 'key.scope', expected, value: scope })
  for (const entry of scope) {
    if (typeof entry !== 'string' || !/^\S+$/.test(entry))
      throw misuse({ field: 'key.scope', expected, value: entry })
  }
  return [...new Set(scope)].sort()
}
