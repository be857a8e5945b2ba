import { withoutQuery } from '@x/snap-signature'
import { expect, it } from 'vitest'

it.each([
  ['/a', '/a'],
  ['/a?', '/a'],
  ['/a?b=1&c=2', '/a'],
  ['/a?b=1?c=2', '/a'],
  ['/a%3Fb', '/a%3Fb'],
  ['', ''],
])('makes of %j %j', (path, expected) => {
  expect(withoutQuery(path)).toBe(expected)
})

it('is misused without a string', () => {
  expect(() => withoutQuery(new URL('http://localhost/a?b') as never)).toThrow(
    '"path" must be a string, got an object',
  )
})
