import { describe, expect, it } from 'vitest'
import type { CodeOverrides } from './code-overrides.js'
import { meaningOf } from './meaning-of.js'
import { parseResponseCode } from './parse-response-code.js'

const say = (value: unknown, overrides?: CodeOverrides, service?: string) =>
  meaningOf(parseResponseCode(value), overrides, service)

describe('meaningOf', () => {
  it('says it in two languages, with what to do next', () => {
    expect(say('4031714')).toEqual({
      english: 'Insufficient funds. This is final.',
      indonesian: 'Saldo tidak cukup. Hasil ini sudah final.',
    })
    expect(say(4004701)).toEqual({
      english: 'Invalid field format. Correct the request.',
      indonesian: 'Format field tidak valid. Perbaiki permintaan.',
    })
    expect(say('404IS01')?.indonesian).toMatch(/^Transaksi tidak ditemukan\. /)
  })

  it.each([
    [undefined],
    [''],
    ['0001'],
    ['40ICL01'],
    ['4034799'],
    ['4034724'],
    ['3024700'],
    ['0000000'],
    ['4040to1'],
    ['toString'],
  ])('says nothing about %j', (value) => {
    expect(say(value)).toBeUndefined()
  })

  it.each(['17', '18', '22', '23', '25', '33', '58', '67', '69', '78', '80'])(
    '404%s18 may be the repeat of a done operation',
    (service) => {
      expect(say(`404${service}18`)?.english).toBe(
        'Inconsistent request, maybe a repeat of a done operation. Ask for the status; do not send again.',
      )
    },
  )

  it.each(['44', '54', '60', '63', '65'])('404%s18 is a failure by the standard', (service) => {
    expect(say(`404${service}18`)?.english).toBe(
      'Inconsistent request, a failure by the standard. Ask for the status to be sure.',
    )
  })

  it('404xx18 of another service is open, and the service called decides', () => {
    const open = 'Inconsistent request. The outcome is unknown: ask for the status.'
    expect(say('4044718')?.english).toBe(open)
    expect(say('404IS18')?.english).toBe(open)
    expect(say('4045418', undefined, '47')?.english).toBe(open)
    expect(say('4040018', undefined, '54')?.english).toMatch(/failure/)
    expect(say('4035417')?.english).toBe('Token limit exceeded. This is final.')
  })

  it('prefers the provider’s own words, the more exact ones first', () => {
    const overrides: CodeOverrides = {
      '404xx18': { english: 'Account inactive.', indonesian: 'Rekening tidak aktif.' },
      '4044718': { english: 'Wrong merchant.', indonesian: 'Merchant salah.' },
      '4045418': { outcome: 'rejected' },
      '404xx13': { english: 'Paid bill.' },
      '404xx14': { indonesian: 'Sudah dibayar.' },
      '499xx00': { english: 'Ours.', indonesian: 'Milik kami.' },
      '403xx14': { outcome: 'rejected' },
    }
    expect(say('4041718', overrides)?.indonesian).toBe('Rekening tidak aktif.')
    expect(say('4044718', overrides)).toEqual({ english: 'Wrong merchant.', indonesian: 'Merchant salah.' })
    expect(say('4040018', overrides, '47')?.english).toBe('Wrong merchant.')
    expect(say('4045418', overrides)?.english).toBe('Account inactive.')
    // Never one language of theirs and the standard's other one.
    expect(say('4044713', overrides)).toEqual({ english: 'Paid bill.', indonesian: 'Paid bill.' })
    expect(say('4044714', overrides)).toEqual({ english: 'Sudah dibayar.', indonesian: 'Sudah dibayar.' })
    expect(say('4994700', overrides)?.english).toBe('Ours.')
    expect(say('4034714', overrides)?.indonesian).toBe('Saldo tidak cukup. Hasil ini sudah final.')
  })
})
