import { asymmetricStringToSign, tokenStringToSign } from '@x/snap-signature'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const timestamp = '2020-12-17T10:55:00+07:00'

describe('tokenStringToSign', () => {
  it('joins both values with a bar', () => {
    expect(tokenStringToSign({ clientId: 'a b', timestamp })).toBe('a b|2020-12-17T10:55:00+07:00')
  })

  it.each([
    '',
    ' ',
    ' id',
    'id ',
    'a|b',
    '|',
    'id\n',
    '\nid',
    'a\r\nb',
    'a\tb',
    'a\0b',
    'a\u007fb',
    'a\u00a0b',
    'a\u200bb',
    'ä',
    '\ud800',
    undefined,
    null,
    7,
    {},
  ])('refuses %j in either place', (value) => {
    const text = value as string
    expect(() => tokenStringToSign({ clientId: text, timestamp })).toThrow(/^"clientId" must be/)
    expect(() => tokenStringToSign({ clientId: 'id', timestamp: text })).toThrow(/^"timestamp" must be/)
  })

  it('never gives two requests one string', () => {
    const values = fc.string({ unit: fc.constantFrom('a', '|', ' ', ':') })
    fc.assert(
      fc.property(values, values, values, values, (clientId, stamp, otherId, otherStamp) => {
        fc.pre(clientId !== otherId || stamp !== otherStamp)
        const attempt = (input: { clientId: string; timestamp: string }) => {
          try {
            return tokenStringToSign(input)
          } catch {
            return undefined
          }
        }
        const first = attempt({ clientId, timestamp: stamp })
        fc.pre(first !== undefined)
        expect(attempt({ clientId: otherId, timestamp: otherStamp })).not.toBe(first)
      }),
    )
  })

  // One key signs both: a signature of a transaction must never pass for one of a token request.
  it('shares no string with a transaction', () => {
    const pieces = fc.constantFrom('a', '|', ':', '/', 'HASH'.repeat(11), 'T')
    const text = fc.string({ unit: pieces, minLength: 1, maxLength: 5 })
    const hash = fc.constantFrom('H'.repeat(43), `${'H'.repeat(43)}|`, `|${'H'.repeat(43)}`)
    const attempt = (write: () => string) => {
      try {
        return write()
      } catch {
        return undefined
      }
    }
    let shared = 0
    fc.assert(
      fc.property(text, hash, text, (rest, bodyHash, stamp) => {
        const transaction = attempt(() =>
          asymmetricStringToSign({ method: 'POST', path: `/${rest}`, bodyHash, timestamp: stamp }),
        )
        const bars = [...(transaction ?? '').matchAll(/\|/g)].map(({ index }) => index)
        for (const bar of bars) {
          const [clientId, after] = [transaction?.slice(0, bar) ?? '', transaction?.slice(bar + 1) ?? '']
          expect(attempt(() => tokenStringToSign({ clientId, timestamp: after }))).toBeUndefined()
          shared += 1
        }
      }),
      { numRuns: 5000 },
    )
    expect(shared).toBeGreaterThan(100)
  })
})
