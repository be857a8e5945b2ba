import { sortedQuery } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('sortedQuery', () => {
  it.each([
    ['/', '/'],
    ['/a/b', '/a/b'],
    ['/a b/ä', '/a%20b/%C3%A4'],
    ['/a?b=1', '/a?b=1'],
    // The published example of the rule: the dates of an account statement.
    [
      '/accounts/0201245680/statements?StartDate=2016-09-01&EndDate=2016-09-01',
      '/accounts/0201245680/statements?EndDate=2016-09-01&StartDate=2016-09-01',
    ],
    ['/forex?RateType=e rate&CurrencyCode=USD,JPY', '/forex?CurrencyCode=USD%2CJPY&RateType=e%20rate'],
    ['/a?b=2&a=2&b=1&a=1', '/a?a=1&a=2&b=1&b=2'],
    ['/a?B=1&a=1&A=1&b=1', '/a?A=1&B=1&a=1&b=1'],
    ['/a?aa=1&a=1&a-=1', '/a?a=1&a-=1&aa=1'],
    ['/a?a=10&a=9', '/a?a=10&a=9'],
    ['/a?b&a', '/a?a&b'],
    ['/a?a=&a', '/a?a=&a'],
    ['/a?a&a=', '/a?a&a='],
    ['/a?t=a==', '/a?t=a%3D%3D'],
    ['/a?t=a?b/c', '/a?t=a%3Fb/c'],
    ['/a?t=1+1', '/a?t=1%2B1'],
    ["/a?t=-._~!*'()$@:;", '/a?t=-._~%21%2A%27%28%29%24%40%3A%3B'],
    ['/a?t=%2c%2C%41', '/a?t=%2C%2C%41'],
    ['/a%2fb?t=%e2%82%ac', '/a%2Fb?t=%E2%82%AC'],
    ['/a?t=€😀', '/a?t=%E2%82%AC%F0%9F%98%80'],
  ])('makes of %j %j', (path, expected) => {
    expect(sortedQuery(path)).toBe(expected)
    expect(sortedQuery(expected)).toBe(expected)
  })

  it.each([
    ['nothing', '', /begins with "\/"/],
    ['a full URL', 'https://api.example.com/a?b=1', /begins with "\/"/],
    ['no slash', 'a?b=1', /begins with "\/"/],
    ['a fragment', '/a?b=1#c', /without "#"/],
    ['a line break', '/a\nb', /control characters/],
    ['a zero', '/a?b=\0', /control characters/],
    ['a lone surrogate', '/a?b=\ud800', /control characters/],
    ['a bare percent sign', '/a?b=100%', /"%25" for the sign itself/],
    ['a percent sign and one digit', '/a?b=%4', /"%25"/],
    ['a percent sign and no digits', '/%zz', /"%25"/],
    ['an empty query', '/a?', /a name in each parameter/],
    ['an empty parameter', '/a?b=1&&c=1', /a name in each parameter/],
    ['a parameter without a name', '/a?=1', /a name in each parameter/],
  ])('refuses %s', (_, path, message) => {
    expect(() => sortedQuery(path)).toThrow(message)
    expect(() => sortedQuery(path)).toThrow(TypeError)
  })

  it('is misused without a string', () => {
    expect(() => sortedQuery(undefined as never)).toThrow('"path" must be a string, got undefined')
  })

  it('keeps every parameter, as URLSearchParams reads them', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
      .filter((text) => !/[%\p{Cc}\p{Cs}#?&=+]/u.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 6 }), (pairs) => {
        const sorted = sortedQuery(`/a?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`)
        expect(sorted).toMatch(/^\/a\?(?:[A-Za-z0-9\-._~/&=]|%[0-9A-F]{2})*$/)
        const read = [...new URLSearchParams(sorted.slice(3))]
        const byText = (list: readonly (readonly string[])[]) => list.map((pair) => pair.join('=')).sort()
        expect(byText(read)).toEqual(byText(pairs))
        const written = sorted
          .slice(3)
          .split('&')
          .map((pair) => pair.split('='))
        const names = written.map(([name = '', value = '']) => `${name}\0${value}`)
        expect(names).toEqual([...names].sort())
      }),
    )
  })
})
