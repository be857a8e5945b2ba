import { snapCodes } from '@x/providers/codes'
import { describe, expect, it } from 'vitest'
import { allCodes, describeCode } from './describe-code.js'
import { classicReading } from './own-readings.js'

describe('a code, described', () => {
  it('4017300', () => {
    expect(describeCode({ code: '4017300' })).toMatchObject({
      status: '401',
      service: '73',
      case: '00',
      serviceName: 'Access Token B2B',
      meaning: { english: 'Unauthorized.', indonesian: 'Akses ditolak.' },
      next: { english: 'Check signature, client, clock and IP address.' },
      read: 'rejected',
      money: 'rejected',
      tokenRejected: false,
    })
  })

  it('a time-out leaves the money unknown, and names who can be asked', () => {
    expect(describeCode({ code: '5045400' })).toMatchObject({
      read: 'unknown',
      money: 'unknown',
      inquiries: [{ code: '55', name: 'Direct Debit Status' }],
    })
  })

  it('a duplicate is final for a read and not for money', () => {
    expect(describeCode({ code: '409xx00' })).toMatchObject({ read: 'rejected', money: 'unknown' })
  })

  it('says where HTTP and the code differ', () => {
    expect(describeCode({ code: '4017300', httpStatus: 200 })?.httpStatus).toBe(200)
    expect(describeCode({ code: '4017300', httpStatus: 401 })?.httpStatus).toBeUndefined()
    expect(describeCode({ code: '2004700', httpStatus: 502 })).toMatchObject({ money: 'unknown' })
  })

  // By NICEPAY's page of general response codes (read 2026-11-21): 404xx18 is an inactive account there.
  it("has a provider's own meaning where it overrides the standard's", () => {
    const own = describeCode({ code: '404xx18' })?.own
    expect(own?.map(({ provider }) => provider)).toEqual(['NICEPAY'])
    expect(own?.[0]).toMatchObject({
      meaning: { english: 'Account inactive.', indonesian: 'Rekening tidak aktif.' },
      money: 'rejected',
    })
    expect(describeCode({ code: '404xx18' })?.money).toBe('unknown')
    expect(describeCode({ code: '400xx02' })?.own.map(({ provider }) => provider)).toEqual(['BNI SNAP'])
  })

  it("has a provider's names of the service", () => {
    const own = describeCode({ code: '4097800' })?.own
    expect(own).toMatchObject([
      { provider: 'NICEPAY', services: [{ name: 'qr-mpm-refund', kind: 'money', outcome: 'unknown' }] },
    ])
  })

  it('is undefined for another shape', () => {
    for (const code of ['', '401', '0001', '40ICL01', '__proto__', 'constructor'])
      expect(describeCode({ code })).toBeUndefined()
    expect(describeCode({ code: '999zz99' })?.meaning).toBeUndefined()
  })
})

describe('every code of the standard', () => {
  it('is listed once, with its meaning and its next step apart', () => {
    expect(allCodes).toHaveLength(Object.keys(snapCodes).length)
    for (const code of allCodes) {
      const listed = snapCodes[code.replace('xx', '')]
      const described = describeCode({ code })
      expect(described?.meaning).toEqual({ english: `${listed?.[0]}.`, indonesian: `${listed?.[1]}.` })
      expect(described?.next).toEqual({ english: listed?.[2][0], indonesian: listed?.[2][1] })
    }
  })
})

it('knows the codes of the classic services', () => {
  expect(classicReading('0001')).toMatchObject({ provider: 'BNI', outcome: 'success' })
  expect(classicReading('1234')).toBeUndefined()
  expect(classicReading('constructor')).toBeUndefined()
})
