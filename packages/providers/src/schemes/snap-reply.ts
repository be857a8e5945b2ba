import { classify } from '../codes/classify.js'
import { type CodeOverrides, overridesOf } from '../codes/code-overrides.js'
import { meaningOf } from '../codes/meaning-of.js'
import { parseResponseCode, type ResponseCode } from '../codes/parse-response-code.js'
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
      const isNo = classified.outcome === 'rejected'
      // Somebody has paid: of the money that this call is about it is no word.
      const saysPaid = isNo && kind !== 'read' && isAlreadyPaid({ code, service, overrides })
      return {
        ...classified,
        code,
        meaning: meaningOf(code, overrides, service),
        ...(notFound && isNo && { transaction: 'not-found' }),
        ...(saysPaid && { transaction: 'unknown' }),
      }
    },
  }
}

const isAlreadyPaid = ({
  code,
  service,
  overrides,
}: {
  readonly code: ResponseCode | undefined
  readonly service: string | undefined
  readonly overrides: CodeOverrides | undefined
}): boolean =>
  code?.status !== undefined &&
  (overridesOf({ code, service, overrides }).find(({ alreadyPaid }) => alreadyPaid !== undefined)
    ?.alreadyPaid ??
    (code.status === 404 && code.case === '14'))
