/**
 * Pads a partner service id with spaces on the left to the 8 characters of the standard; the spaces are signed.
 *
 * Takes 1 to 8 digits. Some providers take it unpadded: their own page says so.
 *
 * @throws TypeError for anything else.
 *
 * @example
 * ```ts
 * import { padPartnerServiceId } from '@x/providers'
 *
 * console.log(padPartnerServiceId('88899')) // '   88899'
 * ```
 * @see ASPI, SNAP API portal, virtual account, partnerServiceId: String(8), left-padded (read June 2025)
 */
export const padPartnerServiceId = (id: string): string => {
  if (typeof id !== 'string' || !/^ *\d{1,8}$/.test(id) || id.length > 8)
    throw new TypeError('A partner service id must be text of 1 to 8 digits')
  return id.padStart(8, ' ')
}
