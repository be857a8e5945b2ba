import { amount, dateTime, type Field, json, marketplace, may, must, oneOf } from './fields.js'
import { wallets } from './wallets.js'

export const paymentFields: readonly Field[] = [
  must('partnerReferenceNo', 40),
  must('merchantId', 10),
  may('subMerchantId', 32),
  may('externalStoreId', 32),
  may('validUpTo', 25, dateTime),
  may('pointOfInitiation'),
  ...amount('amount'),
  must('additionalInfo.mitraCd', 4, oneOf(...wallets.keys())),
  must('additionalInfo.goodsNm', 100),
  must('additionalInfo.billingNm', 30),
  must('additionalInfo.billingPhone', 15),
  may('additionalInfo.billingEmail', 40),
  must('additionalInfo.callBackUrl', 255),
  must('additionalInfo.dbProcessUrl', 255),
  must('additionalInfo.cartData', 4_000, json),
  ...marketplace,
]

const original: readonly Field[] = [
  must('merchantId', 10),
  may('subMerchantId', 32),
  must('originalReferenceNo', 40),
  must('originalPartnerReferenceNo', 40),
  may('externalStoreId', 32),
]

/** `amount` and `transactionDate` are sent in several forms and looked at by nobody. */
export const statusFields: readonly Field[] = [...original, must('serviceCode', 2, oneOf('54'))]

export const refundFields: readonly Field[] = [
  ...original,
  must('partnerRefundNo', 40),
  ...amount('refundAmount'),
  may('reason'),
  may('additionalInfo.refundType', 1, oneOf('1', '2')),
]
