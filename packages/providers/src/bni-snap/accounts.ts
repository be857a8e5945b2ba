import type { Service } from '../service.js'

/** What every answer has. */
export type BniSnapAnswer = {
  /** Seven characters, such as `2001100`. */
  readonly responseCode: string
  readonly responseMessage?: string
  readonly additionalInfo?: Readonly<Record<string, unknown>>
}

/** BNI's SDKs demand the object of 16 to 23 and send both members, empty where there is none. */
export type BniSnapDevice = {
  readonly deviceId?: string
  readonly channel?: string
}

export type BniSnapBalanceBody = {
  readonly partnerReferenceNo?: string
  readonly accountNo: string
}
/** The balance stands in `additionalInfo`; BNI has no `accountInfos`. */
export type BniSnapBalance = Omit<BniSnapAnswer, 'additionalInfo'> & {
  readonly partnerReferenceNo?: string
  readonly accountNo?: string
  readonly additionalInfo?: {
    readonly accountType?: string
    readonly accountCurrency?: string
    readonly accountBalance?: string | number
    readonly customerName?: string
    readonly status?: string
  }
}

/** @see https://github.com/bni-api (SDKs; answer from clients of 2025; read 2026-11-21) */
export const balanceInquiry: Service<BniSnapBalanceBody, BniSnapBalance> = {
  code: '11',
  method: 'POST',
  path: '/snap-service/v1/balance-inquiry',
  kind: 'read',
}

export type BniSnapInternalAccountBody = {
  readonly partnerReferenceNo?: string
  readonly beneficiaryAccountNo: string
}
export type BniSnapInternalAccount = BniSnapAnswer & {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly beneficiaryAccountName?: string
  readonly beneficiaryAccountNo?: string
  readonly beneficiaryAccountStatus?: string
  /** `D` current, `S` saving by the standard. */
  readonly beneficiaryAccountType?: string
  readonly currency?: string
}

/** @see https://github.com/bni-api (SDKs; answer from clients of 2025; read 2026-11-21) */
export const accountInquiryInternal: Service<BniSnapInternalAccountBody, BniSnapInternalAccount> = {
  code: '15',
  method: 'POST',
  path: '/snap-service/v1/account-inquiry-internal',
  kind: 'read',
}

export type BniSnapExternalAccountBody = {
  /** SWIFT, such as `CENAIDJA`; older samples have three digits. */
  readonly beneficiaryBankCode: string
  readonly beneficiaryAccountNo: string
  readonly partnerReferenceNo?: string
  readonly additionalInfo: BniSnapDevice
}
export type BniSnapExternalAccount = BniSnapAnswer & {
  readonly referenceNo?: string
  readonly partnerReferenceNo?: string
  readonly beneficiaryAccountName?: string
  readonly beneficiaryAccountNo?: string
  readonly beneficiaryBankCode?: string
  readonly beneficiaryBankName?: string
  readonly currency?: string
}

/**
 * @see https://github.com/bni-api (SDKs; read 2026-11-21)
 * @see ASPI, SNAP API portal, external account inquiry (the answer; read June 2025)
 */
export const accountInquiryExternal: Service<BniSnapExternalAccountBody, BniSnapExternalAccount> = {
  code: '16',
  method: 'POST',
  path: '/snap-service/v1/account-inquiry-external',
  kind: 'read',
}
