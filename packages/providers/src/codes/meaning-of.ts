import { type CodeOverrides, overridesOf, serviceOf } from './code-overrides.js'
import type { ParsedCode, ResponseCode } from './parse-response-code.js'
import { inconsistentRequests, type SnapCode, snapCodes } from './snap-codes.js'

/** What a code says and what to do next, one or two short sentences. */
export interface Meaning {
  readonly english: string
  readonly indonesian: string
}

/**
 * Says what a code means, by the provider's own words where it has some; undefined for a code that nobody lists.
 *
 * `service` is the one that was called: the digits in an answer may be another service's.
 *
 * @example
 * ```ts
 * import { meaningOf, parseResponseCode } from '@x/providers/codes'
 *
 * const meaning = meaningOf(parseResponseCode('4031714'))
 * console.log(meaning?.indonesian) // Saldo tidak cukup. Hasil ini sudah final.
 * ```
 *
 * @see ASPI, SNAP API portal, response codes (read June 2025)
 */
export const meaningOf = (
  code: ResponseCode | undefined,
  overrides?: CodeOverrides,
  service?: string,
): Meaning | undefined => {
  if (code?.status === undefined) return undefined
  for (const { english, indonesian } of overridesOf({ code, service, overrides })) {
    const either = english ?? indonesian
    if (either !== undefined) return { english: english ?? either, indonesian: indonesian ?? either }
  }
  const found = standardOf(code, service)
  if (found === undefined) return undefined
  const [english, indonesian, next] = found
  return { english: `${english}. ${next[0]}`, indonesian: `${indonesian}. ${next[1]}` }
}

const standardOf = (code: ParsedCode, called: string | undefined): SnapCode | undefined => {
  const key = `${code.status}${code.case}`
  if (key === '40418') {
    const service = serviceOf(code, called)
    const special = inconsistentRequests.find(({ services }) => services.includes(service))
    if (special !== undefined) return special.meaning
  }
  return Object.hasOwn(snapCodes, key) ? snapCodes[key] : undefined
}
