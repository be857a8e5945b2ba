/**
 * The services that say what became of a call with an unknown outcome, by the service that was called.
 *
 * @example
 * ```ts
 * import { snapInquiries } from '@x/providers/codes'
 *
 * console.log(snapInquiries['54']) // ['55']: a direct debit is asked for with Direct Debit Status
 * ```
 *
 * @see ASPI, SNAP API portal, service pages (read June 2025)
 */
export const snapInquiries: Readonly<Record<string, readonly string[]>> = {
  // Transfers
  17: ['36'],
  18: ['36'],
  20: ['36'],
  22: ['36'],
  23: ['36'],
  // Virtual accounts
  25: ['26'],
  33: ['26'],
  // Electronic money
  38: ['39'],
  44: ['45'],
  // QR and debit
  47: ['51', '53'],
  50: ['51', '53'],
  54: ['55'],
  60: ['61'],
  // Authorisation
  63: ['64'],
  65: ['66'],
  67: ['68'],
}
