import { describe, expect, it } from 'vitest'
import { classify } from '../codes/classify.js'
import { meaningOf } from '../codes/meaning-of.js'
import { parseResponseCode } from '../codes/parse-response-code.js'
import { nicepayCodes } from './codes.js'

describe('NICEPAY’s codes', () => {
  it.each([
    [404, '4042711', 'Rekening tidak valid. Hasil ini sudah final.'],
    [404, '4042713', 'Tagihan sudah dibayar. Jangan bayar lagi.'],
    [403, '4045418', 'Rekening tidak aktif. Hasil ini sudah final.'],
    [404, '4045418', 'Rekening tidak aktif. Hasil ini sudah final.'],
    [404, '4042619', 'Virtual account tidak valid. Hasil ini sudah final.'],
  ])('HTTP %i with %s is a refusal: %s', (status, value, indonesian) => {
    const code = parseResponseCode(value)
    for (const kind of ['read', 'money', 'other'] as const)
      expect(classify({ status, code, kind, resent: false, overrides: nicepayCodes })).toEqual({
        outcome: 'rejected',
        tokenRejected: false,
      })
    expect(meaningOf(code, nicepayCodes)?.indonesian).toBe(indonesian)
  })

  it('are the standard’s otherwise', () => {
    const say = (status: number, value: string) =>
      classify({
        status,
        code: parseResponseCode(value),
        kind: 'money',
        resent: false,
        overrides: nicepayCodes,
      })
    expect(say(401, '4015401')).toEqual({ outcome: 'rejected', tokenRejected: true })
    expect(say(409, '4095401').outcome).toBe('unknown')
    expect(say(500, '4045418').outcome).toBe('unknown')
    expect(meaningOf(parseResponseCode('4035414'), nicepayCodes)?.indonesian).toBe(
      'Saldo tidak cukup. Hasil ini sudah final.',
    )
  })
})
