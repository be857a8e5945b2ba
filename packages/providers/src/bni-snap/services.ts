import { accountInquiryExternal, accountInquiryInternal, balanceInquiry } from './accounts.js'
import { transferStatus } from './transfer-status.js'
import { transferInterbank, transferIntrabank, transferRtgs, transferSkn } from './transfers.js'

/** The services of BNI SNAP by name. */
export type BniSnapServices = {
  readonly 'balance-inquiry': typeof balanceInquiry
  readonly 'account-inquiry-internal': typeof accountInquiryInternal
  readonly 'account-inquiry-external': typeof accountInquiryExternal
  readonly 'transfer-intrabank': typeof transferIntrabank
  readonly 'transfer-interbank': typeof transferInterbank
  readonly 'transfer-rtgs': typeof transferRtgs
  readonly 'transfer-skn': typeof transferSkn
  readonly 'transfer-status': typeof transferStatus
}

export const bniSnapServices: BniSnapServices = {
  'balance-inquiry': balanceInquiry,
  'account-inquiry-internal': accountInquiryInternal,
  'account-inquiry-external': accountInquiryExternal,
  'transfer-intrabank': transferIntrabank,
  'transfer-interbank': transferInterbank,
  'transfer-rtgs': transferRtgs,
  'transfer-skn': transferSkn,
  'transfer-status': transferStatus,
}
