import type { Kind, Outcome } from '../codes/classify.js'
import type { Meaning } from '../codes/meaning-of.js'
import { parseResponseCode } from '../codes/parse-response-code.js'
import { isJsonObject, type JsonObject } from '../json.js'
import type { ReplyScheme } from '../reply-scheme.js'

/**
 * Reads BNI's envelope, `{"…Response":{"parameters":{"responseCode":"0001",…}}}`, and hands out what is inside.
 *
 * The wrapper's name is not looked at: errors come under `Response`, `response` or another service's name. Some products
 * put the code into `response` itself. Two candidates are none.
 *
 * | answer | read | money, other |
 * | --- | --- | --- |
 * | no envelope, or no code in it | unknown | unknown |
 * | HTTP 5xx, 3xx, 1xx or 408 | unknown | unknown |
 * | 0001 with HTTP 2xx | success | success |
 * | 0001 with HTTP 4xx | unknown | unknown |
 * | 0007 | rejected | rejected |
 * | another code | rejected | unknown |
 *
 * BNI's table of codes is not public: 0001, 0007 and 0000 are all that is known. Nor is any answer known that says "the
 * token is invalid". So money is never sent again; a read is, after HTTP 401, since it changes nothing. That also brings
 * a new token to the payments that follow.
 *
 * @see BNI digital services documentation, get balance (envelope, 0001; read 2026-11-21)
 * @see https://github.com/bni-api (0007: negative tests of October 2022; wrappers; read 2026-11-21)
 */
export const bniReply: ReplyScheme = {
  read: ({ status, body, kind }) => {
    const inner = body && insideOf(body)
    const code = parseResponseCode(own(inner, 'responseCode'))
    return {
      outcome: outcomeOf({ status, code: code?.value, kind }),
      tokenRejected: kind === 'read' && status === 401 && code?.value !== '0001' && code?.value !== '0007',
      code,
      meaning: code && Object.hasOwn(meanings, code.value) ? meanings[code.value] : undefined,
      ...(inner !== undefined && { body: inner }),
    }
  },
}

const own = (object: JsonObject | undefined, name: string): unknown =>
  object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined

const insideOf = (body: JsonObject): JsonObject | undefined => {
  const found = Object.entries(body).flatMap(([name, value]) => {
    if (!isJsonObject(value)) return []
    const parameters = own(value, 'parameters')
    if (isJsonObject(parameters)) return [parameters]
    const hasCode = /^[Rr]esponse$/.test(name) && own(value, 'responseCode') !== undefined
    return hasCode ? [value] : []
  })
  return found.length === 1 ? found[0] : undefined
}

const outcomeOf = ({
  status,
  code,
  kind,
}: {
  readonly status: number
  readonly code: string | undefined
  readonly kind: Kind
}): Outcome => {
  const isYes = status >= 200 && status <= 299
  const isNo = status >= 400 && status <= 499 && status !== 408
  if (code === undefined || !(isYes || isNo)) return 'unknown'
  if (code === '0001') return isYes ? 'success' : 'unknown'
  return code === '0007' || kind === 'read' ? 'rejected' : 'unknown'
}

const meanings: Readonly<Record<string, Meaning>> = {
  '0001': { english: 'Successful.', indonesian: 'Berhasil.' },
  '0007': {
    english: 'A field is missing or badly formatted. Correct the request.',
    indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
  },
  '0000': {
    english: 'The bank could not process it. Of a payment, first ask what became of it.',
    indonesian: 'Bank tidak dapat memprosesnya. Untuk pembayaran, periksa statusnya terlebih dahulu.',
  },
}
