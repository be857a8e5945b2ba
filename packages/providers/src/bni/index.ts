export type {
  BniAnswer,
  BniBalance,
  BniBalanceBody,
  BniDigits,
  BniInHouseAccount,
  BniInHouseInquiryBody,
} from './accounts.js'
export type {
  BniInterbankAccount,
  BniInterbankInquiryBody,
  BniInterbankPayment,
  BniInterbankPaymentBody,
} from './interbank.js'
export type { BniPayment, BniPaymentBody, BniPaymentStatus, BniPaymentStatusBody } from './payments.js'
export { type BniCredentials, bni } from './profile.js'
export type { BniServices } from './services.js'
