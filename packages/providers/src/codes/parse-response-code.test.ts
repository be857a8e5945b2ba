import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseResponseCode } from './parse-response-code.js'

const partsOf = (value: unknown) => {
  const code = parseResponseCode(value)
  return code && [code.status, code.service, code.case]
}

describe('parseResponseCode', () => {
  it.each([
    ['2004700', 200, '47', '00'],
    ['4044718', 404, '47', '18'],
    // Letters for the service: seen at banks.
    ['200US00', 200, 'US', '00'],
    ['404IS01', 404, 'IS', '01'],
    ['200Q500', 200, 'Q5', '00'],
    ['2000000', 200, '00', '00'],
    ['0000000', 0, '00', '00'],
    ['4040to1', 404, '0t', 'o1'],
  ])('takes %s apart', (value, status, service, caseCode) => {
    expect(parseResponseCode(value)).toEqual({ value, status, service, case: caseCode })
  })

  it('takes a bare JSON number for its digits', () => {
    expect(parseResponseCode(JSON.parse('2003000'))).toEqual({
      value: '2003000',
      status: 200,
      service: '30',
      case: '00',
    })
    expect(parseResponseCode(20054000)?.value).toBe('20054000')
    expect(parseResponseCode(-1)?.value).toBe('-1')
    expect(parseResponseCode(0)?.value).toBe('0')
  })

  it.each([
    ['40ICL01'],
    ['0001'],
    ['200470'],
    ['20054000'],
    [' 2004700'],
    ['2004700\n'],
    ['2004700\n2004700'],
    ['4044-18'],
    ['404 718'],
    ['404_718'],
    ['٢٠٠٤٧٠٠'],
    ['200４700'],
    ['2004７00'],
    ['20047é0'],
    ['+200470'],
    ['__proto__'],
    ['7'.repeat(1_000_000)],
  ])('keeps an odd shape as it is: %.20j', (value) => {
    expect(parseResponseCode(value)).toEqual({
      value,
      status: undefined,
      service: undefined,
      case: undefined,
    })
  })

  it.each([
    [undefined],
    [null],
    [''],
    [true],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [{}],
    [{ toString: () => '2004700' }],
    [['2004700']],
    [[]],
    [Symbol('2004700')],
    [2004700n],
    [() => '2004700'],
  ])('finds no code in %o', (value) => {
    expect(parseResponseCode(value)).toBeUndefined()
  })

  it('runs no code of the other side', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('read')
        },
      },
    )
    expect(parseResponseCode(trap)).toBeUndefined()
  })

  it('never throws, and has all parts or none', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parts = partsOf(value)
        expect(parts === undefined || new Set(parts.map((part) => part === undefined)).size === 1).toBe(true)
      }),
    )
  })

  it('loses nothing: the parts are the text', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 999 }),
        fc.stringMatching(/^[0-9A-Za-z]{2}$/),
        fc.stringMatching(/^[0-9A-Za-z]{2}$/),
        (status, service, caseCode) => {
          expect(partsOf(`${status}${service}${caseCode}`)).toEqual([status, service, caseCode])
        },
      ),
    )
  })
})
