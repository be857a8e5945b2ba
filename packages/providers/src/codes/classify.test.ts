import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classify, type Kind, type Outcome, type ToClassify } from './classify.js'
import type { CodeOverrides } from './code-overrides.js'
import { parseResponseCode } from './parse-response-code.js'

/**
 * Every row of the standard's table (status, case), what its answer means for a call that reads and for one that does
 * not, and the same after our own second sending. Written by hand from the rules, the statuses from the portal.
 */
const table = `
20000  success  success  success  success
20200  pending  pending  pending  pending
40000  rejected rejected rejected rejected
40001  rejected rejected rejected rejected
40002  rejected rejected rejected rejected
40100  rejected rejected rejected rejected
40101  token    token    token    token
40102  rejected rejected rejected rejected
40103  token    token    token    token
40104  rejected rejected rejected rejected
40300  rejected rejected rejected rejected
40301  rejected rejected rejected rejected
40302  rejected rejected rejected rejected
40303  rejected rejected rejected rejected
40304  rejected rejected rejected rejected
40305  rejected rejected rejected rejected
40306  rejected rejected rejected rejected
40307  rejected rejected rejected rejected
40308  rejected rejected rejected rejected
40309  rejected rejected rejected rejected
40310  rejected rejected rejected rejected
40311  rejected rejected rejected rejected
40312  rejected rejected rejected rejected
40313  rejected rejected rejected rejected
40314  rejected rejected rejected rejected
40315  rejected rejected rejected rejected
40316  rejected rejected rejected rejected
40317  rejected rejected rejected rejected
40318  rejected rejected rejected rejected
40319  rejected rejected rejected rejected
40320  rejected rejected rejected rejected
40321  rejected rejected rejected rejected
40322  rejected rejected rejected rejected
40323  rejected rejected rejected rejected
40400  rejected rejected rejected unknown
40401  rejected rejected rejected rejected
40402  rejected rejected rejected rejected
40403  rejected rejected rejected rejected
40404  rejected rejected rejected rejected
40405  rejected rejected rejected rejected
40406  rejected rejected rejected rejected
40407  rejected rejected rejected rejected
40408  rejected rejected rejected rejected
40409  rejected rejected rejected rejected
40410  rejected rejected rejected rejected
40411  rejected rejected rejected rejected
40412  rejected rejected rejected rejected
40413  rejected rejected rejected rejected
40414  rejected rejected rejected unknown
40415  rejected rejected rejected rejected
40416  rejected rejected rejected rejected
40417  rejected rejected rejected rejected
40418  rejected unknown  rejected unknown
40419  rejected rejected rejected rejected
40500  rejected rejected rejected rejected
40501  rejected rejected rejected rejected
40900  rejected unknown  unknown  unknown
40901  rejected unknown  unknown  unknown
42900  rejected rejected rejected rejected
50000  unknown  unknown  unknown  unknown
50001  unknown  unknown  unknown  unknown
50002  unknown  unknown  unknown  unknown
50400  unknown  unknown  unknown  unknown`
  .trim()
  .split('\n')
  .map((line) => line.split(/ +/))

const kinds: readonly Kind[] = ['read', 'money', 'other']
const sendings = [false, true]
const cases = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

/** One word for both fields. */
const say = (
  status: number,
  value: unknown,
  rest: Partial<Omit<ToClassify, 'status' | 'code'>> = {},
): Outcome | 'token' => {
  const code = parseResponseCode(value)
  const { outcome, tokenRejected } = classify({ kind: 'money', resent: false, ...rest, status, code })
  if (tokenRejected) expect(outcome).toBe('rejected')
  return tokenRejected ? 'token' : outcome
}

const column = (kind: Kind, resent: boolean) => 1 + (kind === 'read' ? 0 : 1) + (resent ? 2 : 0)

describe('every row of the standard', () => {
  it('is here', () => {
    expect(table).toHaveLength(63)
    expect(table.every((row) => row.length === 5)).toBe(true)
  })

  const rows = table.flatMap(([key = '', ...expected]) =>
    kinds.flatMap((kind) =>
      sendings.map((resent) => ({
        status: Number(key.slice(0, 3)),
        code: `${key.slice(0, 3)}54${key.slice(3)}`,
        kind,
        resent,
        expected: expected[column(kind, resent) - 1] ?? '',
      })),
    ),
  )

  it.each(rows)('$code, $kind, resent $resent: $expected', ({ status, code, kind, resent, expected }) => {
    const rest = { kind, resent }
    const as = (http: number) => say(http, code, rest)
    expect(as(status)).toBe(expected)

    // Failure, time-out, redirect, nonsense: nobody knows what became of the call.
    for (const http of [
      500,
      502,
      503,
      504,
      599,
      408,
      301,
      302,
      304,
      307,
      399,
      100,
      199,
      600,
      0,
      -200,
      200.5 - 400,
    ])
      expect(as(http), `HTTP ${http}`).toBe('unknown')
    expect(as(Number.NaN)).toBe('unknown')

    if (status < 300) {
      expect(as(200)).toBe(expected)
      expect(as(201)).toBe(expected)
      expect(as(299)).toBe(expected)
      expect(as(202)).toBe('pending')
      for (const http of [400, 401, 403, 404, 409, 429, 499]) expect(as(http), `HTTP ${http}`).toBe('unknown')
    } else if (status < 500) {
      // The code in the body decides.
      for (const http of [200, 400, 401, 403, 404, 405, 422, 429, 499])
        expect(as(http), `HTTP ${http}`).toBe(expected)
      for (const http of [201, 202, 204, 299]) expect(as(http), `HTTP ${http}`).toBe('unknown')
      expect(as(409)).toBe(resent || kind !== 'read' ? 'unknown' : expected)
    } else for (const http of [200, 202, 400, 404, 409]) expect(as(http), `HTTP ${http}`).toBe('unknown')
  })

  it('and no other code says more than it must', () => {
    const listed = new Map(table.map(([key = '', ...expected]) => [key, expected]))
    const wrong: string[] = []
    for (let status = 0; status < 1000; status += 1)
      for (const caseCode of cases)
        for (const kind of kinds)
          for (const resent of sendings) {
            const digits = String(status).padStart(3, '0')
            const row = listed.get(digits + caseCode)
            const isOtherRefusal = kind === 'read' && status >= 400 && status <= 499 && status !== 408
            const other =
              status === 202 && caseCode === '00'
                ? 'pending'
                : isOtherRefusal && !(resent && status === 409)
                  ? 'rejected'
                  : 'unknown'
            const expected = row ? row[column(kind, resent) - 1] : other
            const code = parseResponseCode(`${digits}54${caseCode}`)
            const { outcome, tokenRejected } = classify({ status, code, kind, resent })
            const said = tokenRejected ? 'token' : outcome
            if (said !== expected) wrong.push(`${digits}xx${caseCode} ${kind} ${resent}: ${said}`)
          }
    expect(wrong).toEqual([])
  })
})

describe('an answer without a code says nothing', () => {
  it.each([
    [undefined],
    [null],
    [''],
    ['<html>'],
    ['0001'],
    ['40ICL01'],
    ['20054000'],
    [' 2005400'],
    [['2005400']],
    [{ responseCode: '2005400' }],
    ['٢٠٠٥٤٠٠'],
    ['2'.repeat(100_000)],
  ])('%.30j', (value) => {
    for (const status of [200, 202, 204, 301, 400, 401, 403, 404, 409, 429, 500, 504])
      for (const kind of kinds)
        for (const resent of sendings) expect(say(status, value, { kind, resent })).toBe('unknown')
  })
})

describe('the service in a code may be wrong', () => {
  it.each([
    ['2005300', 'success'],
    ['2000000', 'success'],
    ['200US00', 'success'],
    ['200Q500', 'success'],
    ['202zZ00', 'pending'],
    ['403US14', 'rejected'],
    ['4010001', 'token'],
    ['404IS18', 'unknown'],
  ])('%s', (value, expected) => {
    expect(say(Number(value.slice(0, 3)), value, { service: '51' })).toBe(expected)
  })
})

describe('a case of letters', () => {
  it.each([['to'], ['0x'], ['1e'], ['e1'], ['0A'], ['1A'], ['lu'], ['0a']])(
    'that no table lists, %s',
    (caseCode) => {
      for (const status of [400, 401, 403, 404, 405, 409, 429]) {
        expect(say(status, `${status}54${caseCode}`)).toBe('unknown')
        expect(say(status, `${status}54${caseCode}`, { kind: 'other' })).toBe('unknown')
        expect(say(status, `${status}54${caseCode}`, { kind: 'read' })).toBe('rejected')
      }
      expect(say(200, `20054${caseCode}`)).toBe('unknown')
      expect(say(200, `20054${caseCode}`, { kind: 'read' })).toBe('unknown')
    },
  )
})

describe('a bare refusal of the token', () => {
  it('never says that the token is refused', () => {
    expect(say(401, undefined)).toBe('unknown')
    expect(say(401, undefined, { kind: 'read' })).toBe('unknown')
  })

  it('is believed inside a 200, and not beside a failure or a conflict', () => {
    expect(say(200, '4015401')).toBe('token')
    expect(say(500, '4015401')).toBe('unknown')
    expect(say(202, '4015403')).toBe('unknown')
    expect(say(409, '4015401')).toBe('unknown')
    expect(say(409, '4015401', { kind: 'other' })).toBe('unknown')
    expect(say(401, '5005401')).toBe('unknown')
    expect(say(403, '4035401')).toBe('rejected')
    expect(say(401, '4015405')).toBe('unknown')
    expect(say(401, '4015405', { kind: 'read' })).toBe('rejected')
  })
})

describe('202 beside another 2xx', () => {
  it('is pending', () => {
    expect(say(202, '2005400')).toBe('pending')
    expect(say(200, '2025400')).toBe('pending')
    expect(say(202, '2015400')).toBe('pending')
    expect(say(201, '2025400')).toBe('pending')
  })

  it('is no more than unknown with another case', () => {
    expect(say(202, '2005401')).toBe('unknown')
    expect(say(202, '2025401')).toBe('unknown')
    expect(say(200, '2005401', { kind: 'read' })).toBe('unknown')
    expect(say(200, '2015400')).toBe('unknown')
  })
})

describe('a kind that nobody knows', () => {
  it('is treated as money', () => {
    expect(say(409, '4095401', { kind: 'reads' as Kind })).toBe('unknown')
  })
})

describe('a provider means a code otherwise', () => {
  const overrides: CodeOverrides = {
    '404xx18': { outcome: 'rejected' },
    '4045418': { outcome: 'success' },
    '404IS18': { outcome: 'pending' },
    '404Q518': { outcome: 'pending' },
    '4045Q18': { outcome: 'pending' },
    '403xx14': { outcome: 'unknown' },
    '401xx00': { tokenRejected: true },
    '401xx01': { tokenRejected: false },
    '401xx03': { outcome: 'unknown' },
    '401xx02': { outcome: 'unknown', tokenRejected: true },
    '401xx04': { outcome: 'rejected' },
    '409xx01': { outcome: 'success' },
    '500xx00': { outcome: 'rejected', tokenRejected: true },
    '504xx00': { outcome: 'success' },
    '200xx01': { outcome: 'success' },
    '200xx00': { outcome: 'rejected' },
    '400xx02': { english: 'Only words.' },
    '400xx00': { outcome: 'pending' },
    '4005400': { english: 'Only words.' },
  }
  const own = (status: number, value: string, rest: Partial<Omit<ToClassify, 'status' | 'code'>> = {}) =>
    say(status, value, { overrides, ...rest })

  it('and is believed', () => {
    expect(own(404, '4044718')).toBe('rejected')
    expect(own(403, '4044718')).toBe('rejected')
    expect(own(403, '4034714')).toBe('unknown')
    expect(own(409, '4094701')).toBe('success')
    expect(own(200, '2004701')).toBe('success')
    expect(own(200, '2004700')).toBe('rejected')
  })

  it('also about the token, which only a refusal can refuse', () => {
    expect(own(401, '4014700')).toBe('token')
    expect(own(401, '4014701')).toBe('rejected')
    expect(own(401, '4014702')).toBe('unknown')
    expect(own(401, '4014703')).toBe('unknown')
    expect(own(401, '4014704')).toBe('rejected')
    expect(say(401, '4014701', { overrides: { '401xx01': { outcome: 'rejected' } } })).toBe('token')
  })

  it('and the more exact key wins, with the service that was called', () => {
    expect(own(404, '4045418')).toBe('success')
    expect(own(404, '4045418', { service: '54' })).toBe('success')
    expect(own(404, '4040018', { service: '54' })).toBe('success')
    // The digits may be another service's.
    expect(own(404, '4045418', { service: '17' })).toBe('rejected')
    for (const value of ['404IS18', '404Q518', '4045Q18'])
      expect(own(404, value, { service: '54' })).toBe('pending')
    // Letters are case-sensitive.
    expect(own(404, '404is18', { service: '54' })).toBe('rejected')
  })

  it('and words alone change nothing', () => {
    expect(own(400, '4004702')).toBe('rejected')
    expect(own(400, '4005400')).toBe('pending')
  })

  it('but no failure, contradiction or repeat becomes anything by it', () => {
    expect(own(500, '5005400')).toBe('unknown')
    expect(own(200, '5005400')).toBe('unknown')
    expect(own(504, '5045400')).toBe('unknown')
    expect(own(500, '4044718')).toBe('unknown')
    expect(own(302, '4044718')).toBe('unknown')
    expect(own(202, '4044718')).toBe('unknown')
    expect(own(409, '4044718')).toBe('unknown')
    expect(own(409, '4044718', { kind: 'read' })).toBe('rejected')
    for (const kind of kinds) {
      expect(own(409, '4094701', { kind, resent: true })).toBe('unknown')
      expect(own(200, '4094701', { kind, resent: true })).toBe('unknown')
      expect(own(409, '4044718', { kind, resent: true })).toBe('unknown')
    }
  })

  it('and a prototype is no provider', () => {
    const inherited: CodeOverrides = Object.create({ '404xx18': { outcome: 'rejected' } })
    expect(say(404, '4044718', { overrides: inherited })).toBe('unknown')
    expect(say(404, '4044718', { overrides: {} })).toBe('unknown')
  })
})

describe('whatever comes', () => {
  const code = fc.oneof(
    fc.anything(),
    fc.stringMatching(/^[0-9]{3}[0-9A-Za-z]{4}$/),
    fc.constantFrom('constructor', '__proto__', '4040to1', 'valueOf', 'isProto', 'hasOwn0'),
  )
  const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.integer(), fc.double())
  const rest = fc.record({ kind: fc.constantFrom(...kinds), resent: fc.boolean() })

  it('is never done unless the code says 200xx00', () => {
    fc.assert(
      fc.property(status, code, rest, (http, value, more) => {
        const said = say(http, value, more)
        expect(['success', 'pending', 'rejected', 'unknown', 'token']).toContain(said)
        if (said === 'success') expect(String(value)).toMatch(/^200[0-9A-Za-z]{2}00$/)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never final for money after 5xx, a conflict or without a code', () => {
    const conflictOrFailure = fc
      .tuple(fc.constantFrom(409, 500, 502, 503, 504), fc.stringMatching(/^[0-9A-Za-z]{4}$/))
      .map(([first, others]) => `${first}${others}`)
    const careful = fc.record({ kind: fc.constantFrom<Kind>('money', 'other'), resent: fc.boolean() })
    fc.assert(
      fc.property(status, conflictOrFailure, careful, (http, value, more) => {
        expect(say(http, value, more)).toBe('unknown')
      }),
    )
    fc.assert(
      fc.property(fc.constantFrom(409, 500, 502, 503, 504), code, careful, (http, value, more) => {
        expect(say(http, value, more)).toBe('unknown')
      }),
    )
    fc.assert(
      fc.property(status, careful, (http, more) => {
        expect(say(http, undefined, more)).toBe('unknown')
      }),
    )
  })
})

// A bill that is paid, a state that does not fit: by our own first sending, perhaps.
describe('a 404 after our own second sending', () => {
  it.each(['4041700', '4041714', '4041718'])('%s is unknown for money, and said of a read', (value) => {
    const code = parseResponseCode(value)
    for (const kind of ['money', 'other'] as const)
      expect(classify({ status: 404, code, kind, resent: true }).outcome).toBe('unknown')
    expect(classify({ status: 404, code, kind: 'read', resent: true }).outcome).toBe('rejected')
  })

  it('no other is', () => {
    const code = parseResponseCode('4041711')
    expect(classify({ status: 404, code, kind: 'money', resent: true }).outcome).toBe('rejected')
  })
})
