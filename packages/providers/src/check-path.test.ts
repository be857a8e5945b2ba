import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPath } from './check-path.js'

const base = 'https://bank.example/api'

describe('checkPath', () => {
  it.each(['/', '/v1.0/transfer', '/v1.0/a%20b', '/a?b=c%2Fd&e=https://f', '/a/.b', '/~a/@b:c'])(
    'takes %s',
    (path) => expect(checkPath(path, base)).toBe(path),
  )

  it.each([
    '',
    'v1.0/a',
    '//evil.example/a',
    '/a//b',
    '/../token',
    '/a/./b',
    '/a/%2e%2E/b',
    '/a#b',
    '/a b',
    '/é',
    '/a\\b',
    '/a\nb',
    '/a?',
    '/?',
    '/a\tb',
    '/a"b',
    '@evil.example/',
    ':8080/',
    'https://evil.example/',
    undefined,
    null,
    5,
    {},
    ['/a'],
  ])('refuses %j', (path) => {
    expect(() => checkPath(path, base)).toThrow('"path" must begin with one slash')
  })

  it('whatever it takes goes to the same host, as it was signed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'aZ09/.%2eE?#@:\\ \n"é&='), maxLength: 20 }),
        (tail) => {
          let path: string
          try {
            path = checkPath(`/${tail}`, base)
          } catch {
            return
          }
          const { host, pathname, search } = new URL(base + path)
          expect(host).toBe('bank.example')
          expect(pathname + search).toBe(`/api${path}`)
        },
      ),
    )
  })
})
