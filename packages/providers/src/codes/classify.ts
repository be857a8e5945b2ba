import { type CodeOverrides, overridesOf } from './code-overrides.js'
import type { ParsedCode, ResponseCode } from './parse-response-code.js'

/**
 * Whether a call worked. `pending` and `unknown` both want an inquiry: in the first case the provider said so, in the
 * second the call may or may not have been executed. `rejected` means: certainly not executed.
 */
export type Outcome = 'success' | 'pending' | 'rejected' | 'unknown'

/** `read` changes nothing, `money` moves it, `other` changes something else and is treated as carefully. */
export type Kind = 'read' | 'money' | 'other'

export interface ToClassify {
  /** Of HTTP. */
  readonly status: number
  readonly code: ResponseCode | undefined
  readonly kind: Kind
  /** The answer is to our own second sending. */
  readonly resent: boolean
  /** The service that was called, two characters. */
  readonly service?: string
  readonly overrides?: CodeOverrides
}

export interface Classified {
  readonly outcome: Outcome
  /** The answer is a refusal because of the access token: a new one may help. Only ever with `rejected`. */
  readonly tokenRejected: boolean
}

/**
 * Says what an answer means for the call. The first row that fits decides; a doubt is `unknown`.
 *
 * | answer | read | money, other |
 * | --- | --- | --- |
 * | no code of seven characters, whatever the status | unknown | unknown |
 * | 408, 5xx, 3xx, 1xx or nonsense, in HTTP or the code | unknown | unknown |
 * | HTTP 4xx with a 2xx code; HTTP 2xx other than 200 with a 4xx code | unknown | unknown |
 * | 409, in HTTP or the code, after our own second sending | unknown | unknown |
 * | 404xx00, 404xx14, 404xx18 after our own second sending | goes on | unknown |
 * | HTTP 409 with another code | goes on | unknown |
 * | an override for the code | what it says | what it says |
 * | 2xx code with a case other than 00 | unknown | unknown |
 * | 202 in HTTP or the code | pending | pending |
 * | 200xx00 | success | success |
 * | another 2xx code | unknown | unknown |
 * | 401xx01, 401xx03 | rejected, token | rejected, token |
 * | 409; 404xx18, which may be the repeat of a done operation | rejected | unknown |
 * | a 4xx code that the standard lists | rejected | rejected |
 * | a 4xx code that it does not list | rejected | unknown |
 *
 * The service in the code may be wrong or letters. No override reaches the rows above its own.
 *
 * @example
 * ```ts
 * import { classify, parseResponseCode } from '@x/providers/codes'
 *
 * const code = parseResponseCode('4035414')
 * console.log(classify({ status: 403, code, kind: 'money', resent: false }).outcome) // rejected
 * console.log(classify({ status: 504, code, kind: 'money', resent: false }).outcome) // unknown
 * ```
 *
 * @see ASPI, SNAP API portal, response codes (read June 2025)
 */
export const classify = ({ status, code, kind, resent, service, overrides }: ToClassify): Classified => {
  if (code?.status === undefined || isDoubtful(status, code.status)) return unknown
  const isConflict = status === 409 || code.status === 409
  if (resent && (isConflict || (kind !== 'read' && mayBeOurFirst(code)))) return unknown
  if (status === 409 && code.status !== 409 && kind !== 'read') return unknown
  const standard = code.status < 300 ? ofSuccess(status, code) : ofRefusal(code, kind)
  const own = overridesOf({ code, service, overrides }).find(
    ({ outcome, tokenRejected }) => outcome !== undefined || tokenRejected !== undefined,
  )
  if (own === undefined) return standard
  const outcome = own.outcome ?? (own.tokenRejected ? 'rejected' : standard.outcome)
  return { outcome, tokenRejected: outcome === 'rejected' && (own.tokenRejected ?? standard.tokenRejected) }
}

/** A bill that is paid, a state that does not fit: by the first sending perhaps, whatever was said of its token. */
const mayBeOurFirst = (code: ParsedCode): boolean =>
  code.status === 404 && ['00', '14', '18'].includes(code.case)

const unknown: Classified = { outcome: 'unknown', tokenRejected: false }

/** Gateways wrap every answer in a 200, so that a 200 contradicts nothing. */
const isDoubtful = (http: number, code: number): boolean => {
  if (!isAnswer(http) || !isAnswer(code)) return true
  const [httpSaysNo, codeSaysNo] = [http >= 400, code >= 400]
  return httpSaysNo ? !codeSaysNo : codeSaysNo && http !== 200
}

/** 408 is the client's side of a time-out. */
const isAnswer = (status: number): boolean =>
  (status >= 200 && status <= 299) || (status >= 400 && status <= 499 && status !== 408)

const ofSuccess = (http: number, code: ParsedCode): Classified => {
  if (code.case !== '00') return unknown
  if (http === 202 || code.status === 202) return { outcome: 'pending', tokenRejected: false }
  return code.status === 200 ? { outcome: 'success', tokenRejected: false } : unknown
}

const ofRefusal = (code: ParsedCode, kind: Kind): Classified =>
  kind === 'read' || isListed(code) ? { outcome: 'rejected', tokenRejected: isAboutToken(code) } : unknown

const isAboutToken = (code: ParsedCode): boolean =>
  code.status === 401 && (code.case === '01' || code.case === '03')

/** The last case of each status that says: not executed. 409 is not among them. */
const lastCases: Readonly<Record<number, number>> = { 400: 2, 401: 4, 403: 23, 404: 19, 405: 1, 429: 0 }

const isListed = (code: ParsedCode): boolean => {
  const isInconsistent = code.status === 404 && code.case === '18'
  return !isInconsistent && Number(code.case) <= (lastCases[code.status] ?? -1)
}
