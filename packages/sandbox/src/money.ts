/** Sen, the hundredth of a rupiah: whole numbers, so that sums are exact. */
export type Sen = bigint

/** Of `10000.00` or `10000`; undefined for another form, and above sixteen digits. */
export const parseAmount = (text: string): Sen | undefined => {
  const [, rupiah, sen = '00'] = /^(\d{1,16})(?:\.(\d{2}))?$/.exec(text) ?? []
  return rupiah === undefined ? undefined : BigInt(rupiah + sen)
}

/** Such as `10000.00`. */
export const formatAmount = (amount: Sen): string => {
  const digits = String(amount).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Such as `10000`: what is less than a rupiah falls away. */
export const formatRupiah = (amount: Sen): string => formatAmount(amount).slice(0, -3)
