import { amount, dateTime, type Field, json, marketplace, may, must, oneOf } from './fields.js'

export const generateFields: readonly Field[] = [
  must('partnerReferenceNo', 40),
  ...amount('amount'),
  must('merchantId', 10),
  must('storeId', 32),
  may('validityPeriod', 25, dateTime),
  must('additionalInfo.goodsNm', 100),
  must('additionalInfo.billingNm', 100),
  must('additionalInfo.billingPhone', 15),
  must('additionalInfo.billingEmail', 40),
  must('additionalInfo.billingCity', 50),
  must('additionalInfo.billingState', 50),
  must('additionalInfo.billingPostCd', 10),
  must('additionalInfo.billingCountry', 10),
  may('additionalInfo.billingAddr', 255),
  // Required by the older pages, missing in an SDK.
  may('additionalInfo.callBackUrl', 255),
  must('additionalInfo.dbProcessUrl', 255),
  must('additionalInfo.userIP', 15),
  must('additionalInfo.cartData', 4_000, json),
  must('additionalInfo.mitraCd', 4, oneOf('QSHP', 'NOBU', 'NICE')),
  ...marketplace,
]

export const queryFields: readonly Field[] = [
  must('originalReferenceNo', 40),
  must('originalPartnerReferenceNo', 40),
  must('merchantId', 10),
  must('externalStoreId', 32),
  // The page prints 47 for service 51; SDKs send either.
  must('serviceCode', 2, oneOf('47', '51')),
]

export const refundFields: readonly Field[] = [
  must('originalReferenceNo', 40),
  must('originalPartnerReferenceNo', 40),
  must('partnerRefundNo', 40),
  must('merchantId', 10),
  must('externalStoreId', 32),
  ...amount('refundAmount'),
  must('reason'),
  must('additionalInfo.cancelType', 1, oneOf('1', '2')),
]
