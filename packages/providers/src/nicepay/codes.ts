import type { CodeOverrides } from '../codes/code-overrides.js'

/**
 * Four cases of 404 that NICEPAY numbers otherwise than the standard; 404xx18 comes with HTTP 403.
 *
 * @see https://docs.nicepay.co.id, general response codes (read 2026-11-21)
 */
export const nicepayCodes: CodeOverrides = {
  '404xx11': {
    outcome: 'rejected',
    english: 'Invalid account. This is final.',
    indonesian: 'Rekening tidak valid. Hasil ini sudah final.',
  },
  '404xx13': {
    outcome: 'rejected',
    alreadyPaid: true,
    english: 'Bill already paid. Do not pay again.',
    indonesian: 'Tagihan sudah dibayar. Jangan bayar lagi.',
  },
  '404xx18': {
    outcome: 'rejected',
    english: 'Account inactive. This is final.',
    indonesian: 'Rekening tidak aktif. Hasil ini sudah final.',
  },
  '404xx19': {
    outcome: 'rejected',
    english: 'Invalid virtual account. This is final.',
    indonesian: 'Virtual account tidak valid. Hasil ini sudah final.',
  },
}
