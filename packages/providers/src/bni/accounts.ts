import type { Service } from '../service.js'

/** What every answer has, after the envelope is taken off. */
export type BniAnswer = {
  /** `0001` where it worked. */
  readonly responseCode: string
  readonly responseMessage?: string
  /** UTC with milliseconds, such as `2021-10-12T15:47:15.364Z`. */
  readonly responseTimestamp?: string
  /** On failures. */
  readonly errorMessage?: string
}

/**
 * BNI prints amounts and references as text or as a number, from one answer to the next. `String(…)` gives the digits as
 * they stood: a number that JavaScript would change arrives as text.
 */
export type BniDigits = string | number

export type BniBalanceBody = {
  /** 9 or 10 digits in samples. */
  readonly accountNo: string
}
export type BniBalance = BniAnswer & {
  readonly customerName?: string
  /** ISO 4217. */
  readonly accountCurrency?: string
  /** Without decimals. */
  readonly accountBalance?: BniDigits
}

/** @see https://digitalservices.bni.co.id/documentation/services/1 (get balance; read 2026-11-21) */
export const getbalance: Service<BniBalanceBody, BniBalance> = {
  method: 'POST',
  path: '/H2H/v2/getbalance',
  kind: 'read',
}

export type BniInHouseInquiryBody = {
  readonly accountNo: string
}
export type BniInHouseAccount = BniAnswer & {
  readonly customerName?: string
  /** Absent where the number is a virtual account. */
  readonly accountCurrency?: string
  readonly accountNumber?: BniDigits
  /** `BUKA` is open; other values are not known. */
  readonly accountStatus?: string
  /** `DEP` in samples; other values are not known. */
  readonly accountType?: string
}

/** @see https://github.com/bni-api (SDKs; read 2026-11-21) */
export const getinhouseinquiry: Service<BniInHouseInquiryBody, BniInHouseAccount> = {
  method: 'POST',
  path: '/H2H/v2/getinhouseinquiry',
  kind: 'read',
}
