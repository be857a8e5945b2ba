import { amount, bankCode, type Field, may, must, oneOf, shortDate, shortTime } from './fields.js'

export const registrationFields: readonly Field[] = [
  must('partnerReferenceNo', 40),
  must('merchantId', 10),
  may('msId', 20),
  must('beneficiaryAccountNo', 25),
  must('beneficiaryName', 100),
  must('beneficiaryPhone', 20),
  must('beneficiaryCustomerResidence', 2, oneOf('1', '2')),
  must('beneficiaryCustomerType', 2, oneOf('1', '2', '3')),
  may('beneficiaryPostalCode'),
  // Required by the older pages, left out in a sample.
  may('payoutMethod', 2, oneOf('0', '1', '2', '3', '4')),
  must('beneficiaryBankCode', 4, bankCode),
  ...amount('amount'),
  may('reservedDt', 8, shortDate),
  may('reservedTm', 6, shortTime),
  may('description', 100),
]

/** Of approve, reject and cancel. */
export const originalFields: readonly Field[] = [
  must('originalReferenceNo', 40),
  must('originalPartnerReferenceNo', 40),
  must('merchantId', 10),
]

export const inquiryFields: readonly Field[] = [...originalFields, must('beneficiaryAccountNo', 25)]

export const balanceFields: readonly Field[] = [must('accountNo', 10), may('additionalInfo.msId', 20)]
