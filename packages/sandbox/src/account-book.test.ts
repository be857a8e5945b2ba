import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openAccountBook } from './account-book.js'

const seeds = ['1', '2', '3'].map((accountNo) => ({
  bankCode: '009',
  accountNo,
  holder: 'A',
  open: true,
  balance: 100n,
}))

describe('an account book', () => {
  it('never makes, loses or lends money, whatever is moved', () => {
    const account = fc.constantFrom('1', '2', '3', 'transit')
    const move = fc.record({ from: account, to: account, amount: fc.bigInt({ min: -10n, max: 150n }) })
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const book = openAccountBook({ ownBank: '009', seeds })
        const named = (name: string) => (name === 'transit' ? book.transit : book.find({ accountNo: name }))
        const all = ['1', '2', '3', 'transit'].map(named)
        for (const { from, to, amount } of moves) {
          const [source, target] = [named(from), named(to)]
          if (source === undefined || target === undefined) throw new Error('no such account')
          const before = book.balanceOf(source)
          const can = amount > 0n && amount <= before
          expect(book.move({ from: source, to: target, amount, at: 0, remark: '', reference: '' })).toBe(can)
          if (source !== target) expect(book.balanceOf(source)).toBe(can ? before - amount : before)
        }
        expect(all.reduce((sum, one) => sum + (one ? book.balanceOf(one) : 0n), 0n)).toBe(300n)
        for (const one of all) {
          if (one === undefined) continue
          expect(book.balanceOf(one)).toBeGreaterThanOrEqual(0n)
          const entries = book.entriesOf(one)
          const start = one === book.transit ? 0n : 100n
          const sum = entries.reduce(
            (held, { type, amount }) => held + (type === 'CREDIT' ? amount : -amount),
            start,
          )
          expect(sum).toBe(book.balanceOf(one))
          expect(entries.at(-1)?.balance ?? start).toBe(sum)
        }
      }),
    )
  })

  it('finds an account at its own bank only, and never what is in transit', () => {
    const book = openAccountBook({
      ownBank: '009',
      seeds: [...seeds, { bankCode: '014', accountNo: '9', holder: 'B', open: true, balance: 0n }],
    })
    expect(book.find({ accountNo: '9' })).toBeUndefined()
    expect(book.find({ accountNo: '9', bankCode: '014' })?.holder).toBe('B')
    expect(book.find({ accountNo: '', bankCode: '' })).toBeUndefined()
  })
})
