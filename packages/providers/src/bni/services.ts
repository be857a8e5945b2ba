import { getbalance, getinhouseinquiry } from './accounts.js'
import { getinterbankinquiry, getinterbankpayment } from './interbank.js'
import { dopayment, getpaymentstatus } from './payments.js'

/** The services of BNI's One Gate Payment by name. */
export type BniServices = {
  readonly getbalance: typeof getbalance
  readonly getinhouseinquiry: typeof getinhouseinquiry
  readonly dopayment: typeof dopayment
  readonly getpaymentstatus: typeof getpaymentstatus
  readonly getinterbankinquiry: typeof getinterbankinquiry
  readonly getinterbankpayment: typeof getinterbankpayment
}

export const bniServices: BniServices = {
  getbalance,
  getinhouseinquiry,
  dopayment,
  getpaymentstatus,
  getinterbankinquiry,
  getinterbankpayment,
}
