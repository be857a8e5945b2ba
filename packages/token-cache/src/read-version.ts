import { misuse } from './misuse.js'
import type { AccessToken } from './types.js'

/** Reads which token a report is about. */
export function readVersion(token: Pick<AccessToken, 'version'>): string {
  const expected = 'a token of this cache'
  let version: unknown
  try {
    version = token?.version
  } catch {
    throw misuse({ field: 'token', expected, value: undefined })
  }
  if (typeof version !== 'string') throw misuse({ field: 'token', expected, value: token })
  return version
}
