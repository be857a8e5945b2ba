import { expect, it } from 'vitest'
import { createTokenBook } from './token-book.js'

it('keeps the newest tokens', () => {
  const book = createTokenBook(2)
  for (const [index, token] of ['a', 'b', 'c'].entries())
    book.add(token, { clientId: token, expiresAt: index })
  expect(book.find('a')).toBeUndefined()
  expect(book.find('b')).toEqual({ clientId: 'b', expiresAt: 1 })
  expect(book.find('c')).toEqual({ clientId: 'c', expiresAt: 2 })
})
