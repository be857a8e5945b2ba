import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idr } from './idr.js'
import { padPartnerServiceId } from './pad-partner-service-id.js'

describe('idr', () => {
  it.each([
    [0, '0.00'],
    [150_000, '150000.00'],
    [99_999_999_999_999, '99999999999999.00'],
    [150_000n, '150000.00'],
    ['150000', '150000.00'],
    ['150000.5', '150000.50'],
    ['150000.50', '150000.50'],
  ])('%s is %s', (rupiah, value) => {
    expect(idr(rupiah)).toEqual({ value, currency: 'IDR' })
  })

  it('keeps every whole rupiah', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (rupiah) => {
        const value = `${rupiah.toString(10)}.00`
        expect([idr(rupiah).value, idr(Number(rupiah)).value, idr(`${rupiah}`).value]).toEqual([
          value,
          value,
          value,
        ])
      }),
    )
  })

  it.each([
    0.1,
    0.1 + 0.2,
    1e21,
    -1,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    -1n,
    100_000_000_000_000n,
    '',
    ' 1',
    '1 ',
    '1,000',
    '1.000',
    '1.',
    '.5',
    '-1',
    '+1',
    '1e3',
    '0x10',
    '1\n',
    '100000000000000',
    null,
    undefined,
    {},
    [1],
    true,
  ])('refuses %s', (rupiah) => {
    expect(() => idr(rupiah as never)).toThrow(TypeError)
  })
})

describe('padPartnerServiceId', () => {
  it.each([
    ['1', '       1'],
    ['88899', '   88899'],
    ['12345678', '12345678'],
    ['   88899', '   88899'],
    ['  88899', '   88899'],
  ])('%j is %j', (id, padded) => expect(padPartnerServiceId(id)).toBe(padded))

  it.each(['', '123456789', '        1', '8 8', '88899 ', '88a', '8\n', 88_899, null, undefined])(
    'refuses %j',
    (id) => expect(() => padPartnerServiceId(id as never)).toThrow(TypeError),
  )
})
