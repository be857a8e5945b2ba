/** A service of SNAP. */
export interface SnapService {
  readonly name: string
  /** As the table of the standard prints it. */
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As the sample prints it, where it differs. */
  readonly sampleMethod?: 'POST'
  /** Behind the version: `/v1.0` in the standard, also `/v1`, `/v1.1` and `/v2.0` with providers. */
  readonly path: `/${string}`
  /** Who calls whom: `partner` calls the provider, `provider` calls the partner, `either` differs by provider. */
  readonly caller: 'partner' | 'provider' | 'either'
}

/**
 * The services of SNAP by their code. Providers differ in paths, methods and even codes: a table to read, not to call by.
 *
 * @example
 * ```ts
 * import { parseResponseCode, snapServices } from '@x/providers/codes'
 *
 * const service = parseResponseCode('2004700')?.service ?? ''
 * console.log(snapServices[service]?.name) // QR MPM Generate
 * ```
 *
 * @see ASPI, SNAP API portal, service pages (read June 2025); nothing above 81 until September 2026
 */
export const snapServices: Readonly<Record<string, SnapService>> = {
  '01': { name: 'Card Registration', method: 'POST', path: '/registration-card-bind', caller: 'partner' },
  '02': {
    name: 'Card Registration, Set Limit',
    method: 'POST',
    path: '/registration/card-bind-limit',
    caller: 'partner',
  },
  '03': {
    name: 'Card Registration Inquiry',
    method: 'GET',
    path: '/registration-card-inquiry',
    caller: 'partner',
  },
  '04': { name: 'Verify OTP', method: 'POST', path: '/otp-verification', caller: 'partner' },
  '05': {
    name: 'Card Registration Unbinding',
    method: 'POST',
    path: '/registration-card-unbind',
    caller: 'partner',
  },
  '06': {
    name: 'Account Creation',
    method: 'POST',
    path: '/registration-account-creation',
    caller: 'partner',
  },
  '07': { name: 'Account Binding', method: 'POST', path: '/registration-account-binding', caller: 'partner' },
  '08': {
    name: 'Account Binding Inquiry',
    method: 'POST',
    path: '/registration-account-inquiry',
    caller: 'partner',
  },
  '09': {
    name: 'Account Unbinding',
    method: 'POST',
    path: '/registration-account-unbinding',
    caller: 'partner',
  },
  '10': { name: 'Get OAuth URL', method: 'GET', path: '/get-auth-code', caller: 'partner' },
  '11': { name: 'Balance Inquiry', method: 'POST', path: '/balance-inquiry', caller: 'partner' },
  '12': {
    name: 'Transaction History List',
    method: 'POST',
    path: '/transaction-history-list',
    caller: 'partner',
  },
  '13': {
    name: 'Transaction History Detail',
    method: 'POST',
    path: '/transaction-history-detail',
    caller: 'partner',
  },
  '14': { name: 'Bank Statement', method: 'POST', path: '/bank-statement', caller: 'partner' },
  '15': {
    name: 'Internal Account Inquiry',
    method: 'POST',
    path: '/account-inquiry-internal',
    caller: 'partner',
  },
  '16': {
    name: 'External Account Inquiry',
    method: 'POST',
    path: '/account-inquiry-external',
    caller: 'partner',
  },
  '17': { name: 'Intrabank Transfer', method: 'POST', path: '/transfer-intrabank', caller: 'partner' },
  '18': { name: 'Interbank Transfer', method: 'POST', path: '/transfer-interbank', caller: 'partner' },
  '19': {
    name: 'Request for Payment',
    method: 'POST',
    path: '/transfer-request-for-payment',
    caller: 'partner',
  },
  '20': {
    name: 'Interbank Bulk Transfer',
    method: 'POST',
    path: '/transfer-interbank-bulk',
    caller: 'partner',
  },
  '21': {
    name: 'Interbank Bulk Transfer, Notification',
    method: 'POST',
    path: '/transfer-interbank-bulk/notify',
    caller: 'provider',
  },
  '22': { name: 'Transfer RTGS', method: 'POST', path: '/transfer-rtgs', caller: 'partner' },
  '23': { name: 'Transfer SKNBI', method: 'POST', path: '/transfer-skn', caller: 'partner' },
  '24': { name: 'VA Inquiry', method: 'POST', path: '/transfer-va/inquiry', caller: 'either' },
  '25': { name: 'VA Payment', method: 'POST', path: '/transfer-va/payment', caller: 'either' },
  '26': { name: 'VA Inquiry Status', method: 'POST', path: '/transfer-va/status', caller: 'partner' },
  '27': { name: 'VA Create', method: 'POST', path: '/transfer-va/create-va', caller: 'partner' },
  '28': { name: 'VA Update', method: 'PUT', path: '/transfer-va/update-va', caller: 'partner' },
  '29': { name: 'VA Update Status', method: 'PUT', path: '/transfer-va/update-status', caller: 'partner' },
  '30': { name: 'VA Inquiry (of a VA)', method: 'POST', path: '/transfer-va/inquiry-va', caller: 'partner' },
  '31': { name: 'VA Delete', method: 'DELETE', path: '/transfer-va/delete-va', caller: 'partner' },
  '32': {
    name: 'Inquiry Payment to VA, intrabank',
    method: 'POST',
    path: '/transfer-va/inquiry-intrabank',
    caller: 'partner',
  },
  '33': {
    name: 'Payment to VA, intrabank',
    method: 'POST',
    path: '/transfer-va/payment-intrabank',
    caller: 'partner',
  },
  '34': {
    name: 'Notification for Payment to VA, intrabank',
    method: 'POST',
    path: '/transfer-va/notify-payment-intrabank',
    caller: 'provider',
  },
  '35': {
    name: 'VA Get Report',
    method: 'GET',
    sampleMethod: 'POST',
    path: '/transfer-va/report',
    caller: 'partner',
  },
  '36': {
    name: 'Transaction Status Inquiry (bank)',
    method: 'POST',
    path: '/transfer/status',
    caller: 'partner',
  },
  '37': {
    name: 'Customer Top Up, Account Inquiry',
    method: 'POST',
    path: '/emoney/account-inquiry',
    caller: 'partner',
  },
  '38': { name: 'Customer Top Up', method: 'POST', path: '/emoney/topup', caller: 'partner' },
  '39': { name: 'Customer Top Up, Status', method: 'POST', path: '/emoney/topup-status', caller: 'partner' },
  '40': {
    name: 'Bulk Cash-in Submit',
    method: 'POST',
    path: '/emoney/bulk-cashin-payment',
    caller: 'partner',
  },
  '41': {
    name: 'Bulk Cash-in Notify',
    method: 'POST',
    path: '/emoney/bulk-cashin-notify',
    caller: 'provider',
  },
  '42': {
    name: 'Transfer to Bank, Account Inquiry',
    method: 'POST',
    path: '/emoney/bank-account-inquiry',
    caller: 'partner',
  },
  '43': {
    name: 'Transfer to Bank, Payment',
    method: 'POST',
    path: '/emoney/transfer-bank',
    caller: 'partner',
  },
  '44': { name: 'Transfer to OTC, Create', method: 'POST', path: '/emoney/otc-cashout', caller: 'partner' },
  '45': { name: 'Transfer to OTC, Status', method: 'POST', path: '/emoney/otc-status', caller: 'partner' },
  '46': { name: 'Transfer to OTC, Cancel', method: 'POST', path: '/emoney/otc-cancel', caller: 'partner' },
  '47': { name: 'QR MPM Generate', method: 'POST', path: '/qr/qr-mpm-generate', caller: 'partner' },
  '48': { name: 'QR MPM Decode', method: 'POST', path: '/qr/qr-mpm-decode', caller: 'partner' },
  '49': {
    name: 'QR MPM Payment Redirect (apply OTT)',
    method: 'POST',
    path: '/qr/apply-ott',
    caller: 'partner',
  },
  '50': {
    name: 'QR MPM Payment host-to-host',
    method: 'POST',
    path: '/qr/qr-mpm-payment',
    caller: 'partner',
  },
  '51': { name: 'QR MPM Query', method: 'POST', path: '/qr/qr-mpm-query', caller: 'partner' },
  '52': {
    name: 'QR MPM Payment Notification',
    method: 'POST',
    path: '/qr/qr-mpm-notify',
    caller: 'provider',
  },
  '53': {
    name: 'Transaction Status Inquiry (non-bank)',
    method: 'POST',
    path: '/qr/qr-mpm-status',
    caller: 'partner',
  },
  '54': {
    name: 'Direct Debit Payment',
    method: 'POST',
    path: '/debit/payment-host-to-host',
    caller: 'partner',
  },
  '55': { name: 'Direct Debit Status', method: 'POST', path: '/debit/status', caller: 'partner' },
  '56': { name: 'Direct Debit Notification', method: 'POST', path: '/debit/notify', caller: 'provider' },
  '57': { name: 'Direct Debit Cancel', method: 'POST', path: '/debit/cancel', caller: 'partner' },
  '58': { name: 'Direct Debit Refund', method: 'POST', path: '/debit/refund', caller: 'partner' },
  '59': { name: 'QR CPM Generate', method: 'POST', path: '/qr/qr-cpm-generate', caller: 'partner' },
  '60': { name: 'QR CPM Payment', method: 'POST', path: '/qr/qr-cpm-payment', caller: 'partner' },
  '61': { name: 'QR CPM Query', method: 'POST', path: '/qr/qr-cpm-query', caller: 'partner' },
  '62': { name: 'QR CPM Cancel', method: 'POST', path: '/qr/qr-cpm-cancel', caller: 'partner' },
  '63': {
    name: 'Auth Payment',
    method: 'GET',
    sampleMethod: 'POST',
    path: '/auth/payment',
    caller: 'partner',
  },
  '64': {
    name: 'Auth Payment Query',
    method: 'GET',
    sampleMethod: 'POST',
    path: '/auth/query',
    caller: 'partner',
  },
  '65': { name: 'Capture', method: 'GET', sampleMethod: 'POST', path: '/auth/capture', caller: 'partner' },
  '66': {
    name: 'Capture Query',
    method: 'GET',
    sampleMethod: 'POST',
    path: '/auth/capture-query',
    caller: 'partner',
  },
  '67': { name: 'Void', method: 'GET', sampleMethod: 'POST', path: '/auth/void', caller: 'partner' },
  '68': {
    name: 'Void Query',
    method: 'GET',
    sampleMethod: 'POST',
    path: '/auth/void-query',
    caller: 'partner',
  },
  '69': { name: 'Auth Refund', method: 'GET', sampleMethod: 'POST', path: '/auth/refund', caller: 'partner' },
  '70': { name: 'BI-FAST e-Mandate', method: 'POST', path: '/debit/fast-emandate', caller: 'partner' },
  '71': {
    name: 'BI-FAST Direct Debit Trigger',
    method: 'POST',
    path: '/debit/fast-payment',
    caller: 'partner',
  },
  '72': {
    name: 'BI-FAST Direct Debit Notify',
    method: 'POST',
    path: '/debit/fast-notify',
    caller: 'provider',
  },
  '73': { name: 'Access Token B2B', method: 'POST', path: '/access-token/b2b', caller: 'either' },
  '74': { name: 'Access Token B2B2C', method: 'POST', path: '/access-token/b2b2c', caller: 'partner' },
  '75': { name: 'SKNBI Notification', method: 'POST', path: '/transfer-skn/notify', caller: 'provider' },
  '76': { name: 'RTGS Notification', method: 'POST', path: '/transfer-rtgs/notify', caller: 'provider' },
  '77': { name: 'QR MPM Cancel', method: 'POST', path: '/qr/qr-mpm-cancel', caller: 'partner' },
  '78': { name: 'QR MPM Refund', method: 'POST', path: '/qr/qr-mpm-refund', caller: 'partner' },
  '79': { name: 'QR CPM Notification', method: 'POST', path: '/qr/qr-cpm-notify', caller: 'provider' },
  '80': { name: 'QR CPM Refund', method: 'POST', path: '/qr/qr-cpm-refund', caller: 'partner' },
  '81': { name: 'OTP', method: 'POST', path: '/otp', caller: 'partner' },
}
