import { describe, expect, it } from 'vitest'
import { searchCodes } from './search-codes.js'

describe('a search by words', () => {
  it.each([
    ['tanda tangan', '401xx00'],
    ['signature', '401xx00'],
    ['ip', '401xx00'],
    ['alamat IP', '401xx00'],
    ['duplicate', '409xx00'],
    ['duplikat', '409xx01'],
    ['dana tidak cukup', '403xx14'],
    ['insufficient funds', '403xx14'],
    ['saldo tidak cukup', '403xx14'],
    ['saldo', '403xx14'],
    ['already paid', '404xx14'],
    ['kedaluwarsa', '403xx00'],
    ['rekening tidak aktif', '404xx18'],
    ['timeout', '504xx00'],
    ['Token nasabah', '401xx02'],
    ['customer token', '401xx04'],
  ])('%s finds %s', (text, code) => {
    expect(searchCodes(text).codes).toContain(code)
  })

  it('puts what a code means before what is to be done about it', () => {
    expect(searchCodes('otp').codes[0]).toMatch(/^40[34]xx/)
    expect(searchCodes('access token').codes.slice(0, 2)).toEqual(['401xx01', '401xx03'])
  })

  it('takes a word for the beginning of one, not for its middle', () => {
    expect(searchCodes('ip').codes).toEqual(['401xx00'])
  })

  it('finds services by name and by path', () => {
    expect(searchCodes('qr mpm refund').services).toEqual(['78'])
    expect(searchCodes('balance inquiry').services).toContain('11')
  })

  it('finds nothing in nothing', () => {
    for (const text of ['', '   ', '🙂', '----', 'constructor', '__proto__', 'xyzzy'])
      expect(searchCodes(text)).toEqual({ codes: [], services: [] })
  })
})
