import type { Outcome } from './classify.js'
import type { ParsedCode } from './parse-response-code.js'

/** What a provider documents otherwise than the standard. What is left out stays the standard's. */
export interface CodeOverride {
  readonly outcome?: Outcome
  /** True implies the outcome `rejected`, unless `outcome` says another, which then wins. */
  readonly tokenRejected?: boolean
  /** Says that the bill is paid: a refusal, and no failed payment. Default: true for 404xx14. */
  readonly alreadyPaid?: boolean
  /** Give both languages: where one is missing, the other stands for it, never the standard's. */
  readonly english?: string
  readonly indonesian?: string
}

/**
 * A provider's own meaning of codes. Keys are `404xx18` (literally `xx`: every service) or `4044718`; the more exact one
 * wins.
 *
 * In the exact key stands the service that was called, since digits in an answer may be another service's; letters are
 * matched as sent (`404IS18`).
 */
export type CodeOverrides = Readonly<Record<string, CodeOverride>>

export interface ToLookUp {
  readonly code: ParsedCode
  readonly service: string | undefined
  readonly overrides: CodeOverrides | undefined
}

/** The entries for a code, the more exact one first. */
export const overridesOf = ({ code, service, overrides = {} }: ToLookUp): readonly CodeOverride[] =>
  [serviceOf(code, service), 'xx']
    .map((part) => `${code.status}${part}${code.case}`)
    .filter((key) => Object.hasOwn(overrides, key))
    .map((key) => overrides[key] ?? {})

/** Letters are the provider's own; digits are taken from the call, where it is known. */
export const serviceOf = (code: ParsedCode, called: string | undefined): string =>
  called !== undefined && /^\d+$/.test(code.service) ? called : code.service
