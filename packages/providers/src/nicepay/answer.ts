/**
 * How every answer of NICEPAY begins. All but the code may be missing: the pages and the SDKs disagree about the rest,
 * and refusals carry these two alone.
 */
export interface NicepayAnswer {
  /** HTTP status, service and case: seven digits. */
  readonly responseCode: string
  readonly responseMessage?: string
}

/** The part of an answer that differs by merchant and partner: these keys at most promised, any other possible. */
export type AdditionalInfo<Key extends string> = { readonly [K in Key]?: string } & Readonly<
  Record<string, unknown>
>

/** Fees between a marketplace and its sellers; `""` for none. What the two types mean is agreed with NICEPAY. */
export interface MarketplaceFields {
  /** Sub-seller; up to 20. */
  readonly msId?: string
  readonly msFee?: string
  readonly msFeeType?: string
  readonly mbFee?: string
  readonly mbFeeType?: string
}

/** A value of a list that NICEPAY lengthens now and then: the known ones are proposed, others are taken. */
export type OneOf<Known extends string> = Known | (string & {})
