export type {
  BniSnapAnswer,
  BniSnapBalance,
  BniSnapBalanceBody,
  BniSnapDevice,
  BniSnapExternalAccount,
  BniSnapExternalAccountBody,
  BniSnapInternalAccount,
  BniSnapInternalAccountBody,
} from './accounts.js'
export { type BniSnapCredentials, bniSnap } from './profile.js'
export type { BniSnapServices } from './services.js'
export type { BniSnapTransferStatus, BniSnapTransferStatusBody } from './transfer-status.js'
export type {
  BniSnapClearing,
  BniSnapClearingBody,
  BniSnapInterbankBody,
  BniSnapIntrabankBody,
  BniSnapTransfer,
  BniSnapTransferBody,
} from './transfers.js'
