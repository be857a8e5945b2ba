import { classify } from '../codes/classify.js'
import type { CodeOverrides } from '../codes/code-overrides.js'
import { meaningOf } from '../codes/meaning-of.js'
import { parseResponseCode } from '../codes/parse-response-code.js'
import type { ReplyScheme } from '../reply-scheme.js'
import { checkOverrides } from './check-overrides.js'

/**
 * Reads the `responseCode` of SNAP: seven characters, HTTP status, service and case.
 *
 * `overrides` are the meanings that a provider gives to codes of its own or of the standard; they come first.
 *
 * An override without an outcome changes the words only. Never say `rejected` of a duplicate, or of anything that may
 * have been done: money that moved would be paid again.
 *
 * @throws TypeError for a key that no code would find, an unknown member or outcome
 * @see ASPI, SNAP API portal, response codes (read June 2025)
 */
export const snapReply = (overrides?: CodeOverrides): ReplyScheme => {
  if (overrides !== undefined) checkOverrides(overrides)
  return {
    read: ({ status, body, kind, service, resent }) => {
      const code = parseResponseCode(body?.['responseCode'])
      const classified = classify({
        status,
        code,
        kind,
        resent,
        ...(service !== undefined && { service }),
        ...(overrides !== undefined && { overrides }),
      })
      const notFound = kind === 'read' && code?.status === 404 && code.case === '01'
      return {
        ...classified,
        code,
        meaning: meaningOf(code, overrides, service),
        ...(notFound && classified.outcome === 'rejected' && { transaction: 'not-found' }),
      }
    },
  }
}
