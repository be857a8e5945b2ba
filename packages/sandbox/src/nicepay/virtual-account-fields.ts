import { amount, type Field, key, marketplace, may, must, oneOf, shortDate, shortTime } from './fields.js'

/** Longest number by bank; a number is the provider's and the bank's digits, then those of the account. */
export const longestNumber: ReadonlyMap<string, number> = new Map([
  ['BMRI', 19],
  ['BNIN', 16],
  ['BRIN', 18],
  ['BBBA', 16],
  ['BBBB', 16],
  ['CENA', 23],
  ['IBBK', 16],
  ['HNBN', 16],
  ['BNIA', 19],
  ['BDIN', 16],
  ['PDJB', 16],
  ['YUDB', 19],
  ['BDKI', 16],
])

export const createFields: readonly Field[] = [
  key('partnerServiceId', 20),
  may('customerNo', 40),
  key('virtualAccountNo', 25),
  must('virtualAccountName', 100),
  must('trxId', 40),
  ...amount('totalAmount'),
  must('additionalInfo.bankCd', 4, oneOf(...longestNumber.keys())),
  must('additionalInfo.goodsNm', 100),
  must('additionalInfo.dbProcessUrl', 255),
  may('additionalInfo.vacctValidDt', 8, shortDate),
  may('additionalInfo.vacctValidTm', 6, shortTime),
  ...marketplace,
]

export const statusFields: readonly Field[] = [
  key('partnerServiceId', 20),
  key('customerNo', 40),
  key('virtualAccountNo', 25),
  may('inquiryRequestId', 128),
  ...amount('additionalInfo.totalAmount'),
  must('additionalInfo.trxId', 40),
  must('additionalInfo.tXidVA', 40),
]

/** `trxId` stands at the top here, and in `additionalInfo` in the status service. */
export const deleteFields: readonly Field[] = [
  key('partnerServiceId', 20),
  key('customerNo', 40),
  must('virtualAccountNo', 25),
  must('trxId', 40),
  ...amount('additionalInfo.totalAmount'),
  must('additionalInfo.tXidVA', 40),
  must('additionalInfo.cancelMessage', 255),
]
