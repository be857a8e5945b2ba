/** Sen from an amount of two decimals, such as `10000.00`; the largest of 12 characters is far below 2^53. */
export const senOf = (value: string): number => Number(value.replace('.', ''))

export const amountOf = (sen: number): { readonly value: string; readonly currency: 'IDR' } => ({
  value: textOf(sen),
  currency: 'IDR',
})

export const textOf = (sen: number): string =>
  `${Math.floor(sen / 100)}.${String(sen % 100).padStart(2, '0')}`
