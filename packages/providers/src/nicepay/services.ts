import { type EWalletServices, eWalletServices } from './e-wallet.js'
import { type PayoutServices, payoutServices } from './payout.js'
import { type QrisServices, qrisServices } from './qris.js'
import { type VirtualAccountServices, virtualAccountServices } from './virtual-account.js'

/** The services of NICEPAY by name. */
export type NicepayServices = VirtualAccountServices & QrisServices & EWalletServices & PayoutServices

export const nicepayServices: NicepayServices = {
  ...virtualAccountServices,
  ...qrisServices,
  ...eWalletServices,
  ...payoutServices,
}
