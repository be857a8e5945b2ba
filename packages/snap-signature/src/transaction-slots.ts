import { bodyHash } from './body-hash.js'
import { misuse, requireString } from './misuse.js'

/** What both kinds of transaction signature cover beside the body. */
export interface TransactionSlots {
  /** In capital letters, such as `POST`. */
  readonly method: string
  /** The path with its query, character for character as it is sent: no host, percent-encoded already. */
  readonly path: string
  /** The `X-TIMESTAMP` header, character for character. */
  readonly timestamp: string
}

/** The body, or its hash where a provider has its own way of making one. */
export type BodySlot =
  | {
      /** The text or the bytes that are sent; `''` for none. */
      readonly body: string | Uint8Array
      readonly bodyHash?: undefined
    }
  | {
      readonly body?: undefined
      /** A finished hash, which is signed as it is: at least 43 characters of visible ASCII without `:` and `|`. */
      readonly bodyHash: string
    }

const methodForm = /^[A-Z]+$/
const pathForm = /^\/[!-"$-~]*$/
// No two requests may share a string, though a path may hold colons. So the hash must be longer than any timestamp:
// then it is the last part of its length, wherever else a hash stands, and the token before it has no colon. Neither
// hash nor timestamp has a "|": behind the last one of a token request stands only a timestamp.
const shortestHash = 43
const notInHash = /[^!-9;-{}~]/
const notInToken = /[^!-9;-~]/
// A header loses outer spaces and cannot hold more than this (RFC 9110, 5.5).
export const longestTimestamp = 40
const timestampForm = /^[!-{}~](?:[ -{}~]*[!-{}~])?$/

/** Misuse, unless all are text: what was received may be hostile, and is text all the same. */
export function requireSlotStrings({ method, path, timestamp }: TransactionSlots): void {
  requireString('method', method)
  requireString('path', path)
  requireString('timestamp', timestamp)
}

/** The misuse in a method, path or timestamp; undefined if each is as a request can carry it. */
export function misusedSlot({ method, path, timestamp }: TransactionSlots): TypeError | undefined {
  if (!methodForm.test(method)) return misuse('method', 'in capital letters, such as "POST"', method)
  if (!pathForm.test(path)) return misusedPath(path)
  if (timestamp.length > longestTimestamp || !timestampForm.test(timestamp))
    return misuse(
      'timestamp',
      `printable ASCII without "|" and outer spaces, at most ${longestTimestamp} characters`,
      timestamp,
    )
  return undefined
}

export function misusedAccessToken(accessToken: string): TypeError | undefined {
  if (accessToken !== '' && !notInToken.test(accessToken)) return undefined
  const hint = /^bearer\s/i.test(accessToken) ? ' (without the word "Bearer")' : ''
  return misuse('accessToken', `a token of visible ASCII without spaces${hint}`, accessToken)
}

/** The finished hash, or that of the body. Exactly one of both must be there. */
export function hashOf({ body, bodyHash: hash }: BodySlot): string {
  if (hash === undefined) return bodyHash(body)
  if (body !== undefined) throw new TypeError('"body" and "bodyHash" exclude one another')
  if (typeof hash === 'string' && hash.length >= shortestHash && !notInHash.test(hash)) return hash
  throw misuse(
    'bodyHash',
    'a finished hash, at least 43 characters of visible ASCII without ":" and "|"',
    hash,
  )
}

function misusedPath(path: string): TypeError {
  const hint = path.includes('://') ? ' (without scheme and host)' : ''
  return misuse('path', `percent-encoded as it is sent, from "/" on${hint}, without "#"`, path)
}
