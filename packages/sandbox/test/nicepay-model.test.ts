import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  openMerchant,
  paths,
  payoutInquiry,
  payoutMove,
  payoutRegister,
  qrGenerate,
  qrQuery,
  qrRefund,
  vaCreate,
  vaDelete,
  vaStatus,
} from './nicepay-calls.js'

// Many calls or processes: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

/** From a state, what a move answers and where it leads; what is not listed is refused and changes nothing. */
type Table = Readonly<Record<string, Readonly<Record<string, readonly [code: string, next: string]>>>>

const runs = { numRuns: 40 }
const attempt = (act: () => unknown): string => {
  try {
    act()
    return 'ok'
  } catch (error) {
    return (error as { code: string }).code
  }
}
const notAllowed = 'ERR_SANDBOX_ACTION'

describe('random moves, against tables written by hand', () => {
  const virtualAccount: Table = {
    '03': { pay: ['ok', '00'], expire: ['ok', '05'], late: ['2002600', '05'], delete: ['2003100', '05'] },
    '00': { late: ['2002600', '00'], delete: ['4043113', '00'] },
    '05': { late: ['2002600', '05'], delete: ['4033115', '05'] },
  }

  it('a virtual account', async () => {
    const move = fc.constantFrom('pay', 'expire', 'late', 'delete', 'fail', 'refund-settle')
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
        const shop = await openMerchant()
        const made = await shop.call(paths.vaCreate, vaCreate('VA'))
        const txid = String(made.at('virtualAccountData.additionalInfo.tXidVA'))
        const number = String(made.at('virtualAccountData.virtualAccountNo'))
        let token = shop.token
        let state = '03'
        for (const name of moves) {
          const [code, next] = virtualAccount[state]?.[name] ?? [notAllowed, state]
          let answered: string
          if (name === 'late') {
            shop.sandbox.setClock({ offsetMs: 86_400_000 })
            token = await shop.newToken()
            answered = (await shop.call(paths.vaStatus, vaStatus('VA', txid), { token })).code
          } else if (name === 'delete')
            answered = (await shop.call(paths.vaDelete, vaDelete('VA', txid, number), { token })).code
          else answered = attempt(() => shop.provider.act({ action: name, reference: 'VA' }))
          expect([name, answered]).toEqual([name, code])
          state = next
          const status = await shop.call(paths.vaStatus, vaStatus('VA', txid), { token })
          expect(status.at('additionalInfo.latestTransactionStatus')).toBe(state)
        }
      }),
      runs,
    )
  })

  it('a QRIS: what is given back never exceeds what was paid', async () => {
    const move = fc.oneof(
      fc.constantFrom('pay', 'expire', 'fail', 'refund-settle', 'refund-fail', 'full'),
      // In thousands of sen; 990 500.00 is reserved for an answer.
      fc.integer({ min: 1, max: 120_000 }).filter((thousands) => thousands !== 99_050),
      fc.constant('pending-part'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 14 }), async (moves) => {
        const shop = await openMerchant()
        // 990 202.00 is reserved for a refund that stays in progress.
        const paidSen = 300_000_000
        const made = await shop.call(paths.qrGenerate, qrGenerate('QR', '3000000.00'))
        const txid = String(made.at('referenceNo'))
        let state = '03'
        let given = 0
        const waiting: number[] = []
        let count = 0
        const refund = async (sen: number, type: '1' | '2'): Promise<string> => {
          count += 1
          const value = (sen / 100).toFixed(2)
          return (await shop.call(paths.qrRefund, qrRefund('QR', txid, `R${count}`, value, type))).code
        }
        for (const move of moves) {
          const reserved = waiting.reduce((sum, sen) => sum + sen, 0)
          const rest = paidSen - given - reserved
          if (move === 'pay' || move === 'expire' || move === 'fail') {
            const answered = attempt(() => shop.provider.act({ action: move, reference: 'QR' }))
            expect(answered).toBe(state === '03' ? 'ok' : notAllowed)
            if (answered === 'ok') state = { pay: '00', expire: '05', fail: '06' }[move]
          } else if (move === 'refund-settle' || move === 'refund-fail') {
            const answered = attempt(() => shop.provider.act({ action: move, reference: 'QR' }))
            expect(answered).toBe(waiting.length > 0 ? 'ok' : notAllowed)
            const settled = waiting.shift() ?? 0
            if (move === 'refund-settle') given += settled
          } else {
            const sen = move === 'full' ? paidSen : move === 'pending-part' ? 99_020_200 : move * 1_000
            const answered = await refund(sen, move === 'full' ? '1' : '2')
            if (state !== '00') expect(answered).toBe('4037815')
            else if (sen > rest) expect(answered).toBe('4037802')
            else if (move === 'pending-part') {
              expect(answered).toBe('2027800')
              waiting.push(sen)
            } else {
              expect(answered).toBe('2007800')
              given += sen
            }
          }
          if (state === '00' && given === paidSen) state = '04'
          expect(given).toBeLessThanOrEqual(paidSen)
          expect(shop.provider.transactions()).toMatchObject([
            { refunded: (given / 100).toFixed(2), status: state },
          ])
          const query = await shop.call(paths.qrQuery, qrQuery('QR', txid))
          expect(query.at('latestTransactionStatus')).toBe(state)
        }
      }),
      runs,
    )
  })

  const scheduled = { reservedDt: '20261121', reservedTm: '103045' }
  const refusedMoves = { approve: '4030015', reject: '4030015', cancel: '4030015' }
  const ended = (state: string): Table[string] =>
    Object.fromEntries(Object.entries(refusedMoves).map(([name, code]) => [name, [code, state] as const]))
  /** The second letter tells states with one status apart. */
  const payout: Table = {
    '03 registered': {
      ...ended('03 registered'),
      approve: ['2000000', '00 sent'],
      reject: ['2000000', '05 rejected'],
    },
    '03 reserved': {
      ...ended('03 reserved'),
      approve: ['2000000', '03 scheduled'],
      reject: ['2000000', '05 rejected'],
    },
    '03 scheduled': { ...ended('03 scheduled'), cancel: ['2000000', '04 cancelled'] },
    '00 sent': {
      ...ended('00 sent'),
      disburse: ['ok', '00 disbursed'],
      fail: ['ok', '09 failed'],
      suspect: ['ok', '08 suspect'],
    },
    '08 suspect': { ...ended('08 suspect'), disburse: ['ok', '00 disbursed'], fail: ['ok', '09 failed'] },
    '00 disbursed': ended('00 disbursed') ?? {},
    '09 failed': ended('09 failed') ?? {},
    '05 rejected': ended('05 rejected') ?? {},
    '04 cancelled': ended('04 cancelled') ?? {},
  }
  /** The states in which the money has left. */
  const gone = ['03 scheduled', '00 sent', '08 suspect', '00 disbursed']

  it.each([
    ['at once', '03 registered', {}],
    ['at a time', '03 reserved', scheduled],
  ])('a payout %s: the balance moves once and comes back once', async (_, first, more) => {
    const move = fc.constantFrom('approve', 'reject', 'cancel', 'disburse', 'fail', 'suspect', 'pay')
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
        const shop = await openMerchant()
        const made = await shop.call(paths.register, { ...payoutRegister('PO'), ...more })
        const txid = String(made.at('originalReferenceNo'))
        let state = first
        for (const name of moves) {
          const [code, next] = payout[state]?.[name] ?? [notAllowed, state]
          const answered =
            name === 'approve' || name === 'reject' || name === 'cancel'
              ? (await shop.call(paths[name], payoutMove('PO', txid))).code
              : attempt(() => shop.provider.act({ action: name, reference: 'PO' }))
          expect([state, name, answered]).toEqual([state, name, code])
          state = next
          const inquiry = await shop.call(paths.inquiry, payoutInquiry('PO', txid))
          expect(inquiry.at('latestTransactionStatus')).toBe(state.slice(0, 2))
          const { body } = await shop.call(paths.balance, { accountNo: 'IONPAYTEST' })
          expect(body).toMatchObject({
            accountInfos: [
              { availableBalance: { value: gone.includes(state) ? '4900000.00' : '5000000.00' } },
            ],
          })
        }
      }),
      runs,
    )
  })
})
