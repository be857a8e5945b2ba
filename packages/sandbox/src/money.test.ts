import { describe, expect, it } from 'vitest'
import { formatAmount, formatRupiah, parseAmount } from './money.js'

describe('money', () => {
  it.each([
    ['10000.00', 1_000_000n],
    ['0.01', 1n],
    ['55000', 5_500_000n],
    ['9999999999999999.99', 999_999_999_999_999_999n],
  ])('%s', (text, sen) => {
    expect(parseAmount(text)).toBe(sen)
    expect(formatAmount(sen)).toBe(text.includes('.') ? text : `${text}.00`)
  })

  it.each([
    '',
    '1.0',
    '1.000',
    '-1.00',
    '+1.00',
    '1e3',
    '.50',
    '1,00',
    ' 1.00',
    '12345678901234567',
    '１.００',
  ])('is none: %j', (text) => {
    expect(parseAmount(text)).toBeUndefined()
  })

  it('in whole rupiah, what is less falls away', () => {
    expect(formatRupiah(1_099n)).toBe('10')
    expect(formatRupiah(0n)).toBe('0')
  })
})
