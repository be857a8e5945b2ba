import { classify } from '../codes/classify.js'
import type { CodeOverrides } from '../codes/code-overrides.js'
import { meaningOf } from '../codes/meaning-of.js'
import { parseResponseCode } from '../codes/parse-response-code.js'
import type { ReplyScheme } from '../reply-scheme.js'

/**
 * Reads the `responseCode` of SNAP: seven characters, HTTP status, service and case.
 *
 * `overrides` are the meanings that a provider gives to codes of its own or of the standard; they come first.
 *
 * @see ASPI, SNAP API portal, response codes (read June 2025)
 */
export const snapReply = (overrides?: CodeOverrides): ReplyScheme => ({
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
})
