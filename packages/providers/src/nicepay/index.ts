export type { AdditionalInfo, MarketplaceFields, NicepayAnswer, OneOf } from './answer.js'
export {
  type DebitPaymentAnswer,
  type DebitPaymentBody,
  type DebitRefundAnswer,
  type DebitRefundBody,
  type DebitStatusAnswer,
  type DebitStatusBody,
  debitAmountOf,
  type EWalletServices,
} from './e-wallet.js'
export {
  type BalanceInquiryAnswer,
  type BalanceInquiryBody,
  beneficiaryAccountNoOf,
  type PayoutApproveBody,
  type PayoutData,
  type PayoutDecisionAnswer,
  type PayoutDecisionBody,
  type PayoutInquiryAnswer,
  type PayoutInquiryBody,
  type PayoutRegistrationAnswer,
  type PayoutRegistrationBody,
  type PayoutServices,
  type PayoutState,
} from './payout.js'
export { type NicepayCredentials, nicepay } from './profile.js'
export type {
  QrisGenerateAnswer,
  QrisGenerateBody,
  QrisQueryAnswer,
  QrisQueryBody,
  QrisRefundAnswer,
  QrisRefundBody,
  QrisServices,
} from './qris.js'
export type { NicepayServices } from './services.js'
export { tXidOf, type WithTXid } from './t-xid-of.js'
export {
  type VirtualAccountCreateAnswer,
  type VirtualAccountCreateBody,
  type VirtualAccountData,
  type VirtualAccountDeleteAnswer,
  type VirtualAccountDeleteBody,
  type VirtualAccountInfo,
  type VirtualAccountServices,
  type VirtualAccountState,
  type VirtualAccountStatusAnswer,
  type VirtualAccountStatusBody,
  virtualAccountInfoOf,
} from './virtual-account.js'
