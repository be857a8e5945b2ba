import { createSandbox } from '@x/sandbox'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bniSnapCaller, type CallBniSnap, type Reply } from './bni-callers.js'

const sandbox = createSandbox()
const bank = sandbox.provider('bni-snap')
let call: CallBniSnap

beforeEach(async () => {
  sandbox.reset()
  call = await bniSnapCaller(bank, { now: sandbox.now })
})

const code = ({ body }: Reply): unknown => body['responseCode']

type Members = Readonly<Record<string, unknown>>

const transfer = (partnerReferenceNo: string, members: Members = {}): Members => ({
  partnerReferenceNo,
  amount: { value: '55000.00', currency: 'IDR' },
  beneficiaryAccountNo: '0115476151',
  sourceAccountNo: '0115476117',
  transactionDate: '2022-04-26T17:07:36+07:00',
  ...members,
})
const abroad: Members = {
  beneficiaryAccountNo: '3333333333',
  beneficiaryAccountName: 'SAN',
  beneficiaryBankCode: 'CENAIDJA',
}
const clearing: Members = {
  ...abroad,
  beneficiaryCustomerResidence: '1',
  beneficiaryCustomerType: '2',
  customerReference: '1',
}
const rupiah = (value: string): Members => ({ amount: { value, currency: 'IDR' } })
const status = (members: Members): Promise<Reply> =>
  call('transfer/status', { serviceCode: '17', ...members })
const balance = async (accountNo: string): Promise<unknown> => {
  const { body } = await call('balance-inquiry', { accountNo })
  return (body['additionalInfo'] as Record<string, unknown>)['accountBalance']
}

describe('a transfer', () => {
  it('moves the money once, whatever is asked with its reference again', async () => {
    expect(code(await call('transfer-intrabank', transfer('1')))).toBe('2001700')
    expect(code(await call('transfer-intrabank', transfer('1')))).toBe('4091701')
    expect(code(await call('transfer-intrabank', transfer('1', rupiah('1.00'))))).toBe('4091701')
    expect(code(await call('transfer-interbank', transfer('1', abroad)))).toBe('4091801')
    expect(await balance('0115476117')).toBe('999945000.00')
    expect(await balance('0115476151')).toBe('1000055000.00')
  })

  it('moves the money once when ten ask at the same time', async () => {
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => call('transfer-intrabank', transfer('1'))),
    )
    expect(replies.map(code).sort()).toEqual(['2001700', ...Array<string>(9).fill('4091701')])
    expect(await balance('0115476117')).toBe('999945000.00')
  })

  it.each([
    ['letters in the reference', { partnerReferenceNo: 'A1' }, '4001702'],
    ['no reference', { partnerReferenceNo: '' }, '4001702'],
    ['letters in an account', { beneficiaryAccountNo: '01154761x' }, '4001702'],
    ['an account as a number', { sourceAccountNo: 115476117 }, '4001702'],
    ['no amount', { amount: undefined }, '4001702'],
    ['an amount as text', { amount: '55000.00' }, '4001701'],
    ['an empty amount', { amount: {} }, '4001702'],
    ['an amount in a list', { amount: ['55000.00'] }, '4001701'],
    ['a number for an amount', { amount: { value: 55000, currency: 'IDR' } }, '4001701'],
    ['one decimal', rupiah('55000.0'), '4001701'],
    ['an amount below nothing', rupiah('-1.00'), '4001701'],
    ['no currency', { amount: { value: '55000.00' } }, '4001702'],
    ['another currency', { amount: { value: '55000.00', currency: 'USD' } }, '4001701'],
    ['no date', { transactionDate: '' }, '4001702'],
    ['a date alone', { transactionDate: '2022-04-26' }, '4001701'],
    ['an unknown feeType', { feeType: 'US' }, '4001701'],
    ['a remark of 51', { remark: 'x'.repeat(51) }, '4001701'],
    ['an amount of nothing', rupiah('0.00'), '4041713'],
    ['an unknown beneficiary', { beneficiaryAccountNo: '1' }, '4041711'],
    ['an unknown source', { sourceAccountNo: '1' }, '4041711'],
    ['a closed beneficiary', { beneficiaryAccountNo: '9000000018' }, '4031718'],
    ['itself', { beneficiaryAccountNo: '0115476117' }, '4031715'],
    ['one sen more than there is', rupiah('1000000000.01'), '4031714'],
    ['the amount that is refused', rupiah('990305.00'), '4031705'],
    ['the amount that finds nobody', rupiah('990311.00'), '4041711'],
    ['the amount that breaks', rupiah('990500.00'), '5001700'],
  ])('with %s is refused, moves nothing and leaves the reference free', async (_, members, expected) => {
    const refused = await call('transfer-intrabank', transfer('1', members))
    expect(code(refused)).toBe(expected)
    expect(refused.status).toBe(Number(expected.slice(0, 3)))
    expect(refused.reason).toMatch(/ /)
    expect(await balance('0115476117')).toBe('1000000000.00')
    expect(code(await status({ originalPartnerReferenceNo: '1' }))).toBe('4043601')
    expect(code(await call('transfer-intrabank', transfer('1')))).toBe('2001700')
  })

  it.each([
    ['transfer-interbank', '18', transfer('1', abroad)],
    ['transfer-interbank', '18', transfer('1', { ...abroad, beneficiaryBankCode: '014' })],
    ['transfer-rtgs', '22', transfer('1', { ...clearing, kodePos: '-', recieverPhone: '-' })],
    ['transfer-skn', '23', transfer('1', { ...clearing, kodepos: '1', receiverPhone: '2' })],
    ['transfer-skn', '23', transfer('1', { ...clearing, senderCustomerType: '-' })],
  ])('%s', async (service, digits, body) => {
    expect(code(await call(service, body))).toBe(`200${digits}00`)
    expect(await balance('0115476117')).toBe('999945000.00')
    expect((await status({ serviceCode: digits, originalPartnerReferenceNo: '1' })).body).toMatchObject({
      responseCode: '2003600',
      latestTransactionStatus: '00',
      serviceCode: digits,
    })
  })

  it.each([
    ['transfer-interbank', 'beneficiaryAccountName', { beneficiaryAccountName: '' }, '4001802'],
    ['transfer-interbank', 'beneficiaryBankCode', { beneficiaryBankCode: '' }, '4001802'],
    ['transfer-interbank', 'a bank code of two', { beneficiaryBankCode: '14' }, '4001801'],
    ['transfer-interbank', 'an unknown bank', { beneficiaryBankCode: '999' }, '4041803'],
    ['transfer-interbank', 'an account of BNI', { beneficiaryAccountNo: '0115476151' }, '4041811'],
    ['transfer-rtgs', 'residence', { beneficiaryCustomerResidence: '' }, '4002202'],
    ['transfer-rtgs', 'residence 3', { beneficiaryCustomerResidence: '3' }, '4002201'],
    ['transfer-skn', 'customerReference', { customerReference: '' }, '4002302'],
  ])('%s refuses %s', async (service, _, members, expected) => {
    expect(code(await call(service, transfer('1', { ...clearing, ...members })))).toBe(expected)
    expect(bank.transactions()).toEqual([])
  })

  it('is done though it is answered with 504', async () => {
    const lost = await call('transfer-intrabank', transfer('1', rupiah('990504.00')))
    expect([lost.status, code(lost)]).toEqual([504, '5041700'])
    expect((await status({ originalPartnerReferenceNo: '1' })).body).toMatchObject({
      latestTransactionStatus: '00',
    })
    expect(await balance('0115476117')).toBe('999009496.00')
  })

  it('is done though its connection is cut, and its number is used', async () => {
    bank.setFaults([{ kind: 'gateway-timeout', path: '/transfer-intrabank', after: true, times: 1 }])
    expect((await call('transfer-intrabank', transfer('1'), '77')).status).toBe(504)
    expect(code(await call('transfer-intrabank', transfer('1'), '77'))).toBe('4091700')
    expect((await status({ originalExternalId: '77' })).body).toMatchObject({
      originalPartnerReferenceNo: '1',
      latestTransactionStatus: '00',
    })
    expect(await balance('0115476117')).toBe('999945000.00')
  })
})

describe('a transfer in progress', () => {
  const pending = transfer('1', rupiah('990202.00'))

  it('has left its account, and comes to the other when it is settled', async () => {
    const accepted = await call('transfer-intrabank', pending)
    expect([accepted.status, code(accepted)]).toEqual([202, '2021700'])
    expect(await balance('0115476117')).toBe('999009798.00')
    expect(await balance('0115476151')).toBe('1000000000.00')
    expect((await status({ originalPartnerReferenceNo: '1' })).body).toMatchObject({
      latestTransactionStatus: '03',
      previousResponseCode: '2021700',
    })
    expect(bank.act({ action: 'settle', reference: '1' })).toMatchObject({ status: '00', state: 'paid' })
    expect((await status({ originalPartnerReferenceNo: '1' })).body).toMatchObject({
      latestTransactionStatus: '00',
    })
    expect(await balance('0115476151')).toBe('1000990202.00')
  })

  it('comes back when it fails, and its reference stays used', async () => {
    const { body } = await call('transfer-intrabank', pending)
    const reference = String(body['referenceNo'])
    expect(bank.act({ action: 'fail', reference })).toMatchObject({ status: '06', actions: [] })
    expect((await status({ originalReferenceNo: reference })).body).toMatchObject({
      responseCode: '2003600',
      latestTransactionStatus: '06',
    })
    expect(await balance('0115476117')).toBe('1000000000.00')
    expect(code(await call('transfer-intrabank', pending))).toBe('4091701')
  })

  it.each([
    ['another action', { action: 'pay', reference: '1' }],
    ['a part of it', { action: 'settle', reference: '1', amount: '1.00' }],
    ['an unknown reference', { action: 'settle', reference: '2' }],
  ])('takes no %s', async (_, action) => {
    await call('transfer-intrabank', pending)
    expect(() => bank.act(action)).toThrow(expect.objectContaining({ code: 'ERR_SANDBOX_ACTION' }))
    expect(bank.transactions()).toMatchObject([{ state: 'pending', actions: ['settle', 'fail'] }])
  })

  it('is settled once', async () => {
    await call('transfer-intrabank', pending)
    bank.act({ action: 'settle', reference: '1' })
    for (const action of ['settle', 'fail'])
      expect(() => bank.act({ action, reference: '1' })).toThrow(
        expect.objectContaining({ code: 'ERR_SANDBOX_ACTION', detail: { allowed: [] } }),
      )
    expect(await balance('0115476117')).toBe('999009798.00')
  })
})

describe('transfer status', () => {
  it('takes the first reference that is given, of this client and this service', async () => {
    const { body } = await call('transfer-intrabank', transfer('1'), '555')
    const originalReferenceNo = String(body['referenceNo'])
    for (const members of [
      { originalPartnerReferenceNo: '1' },
      { originalReferenceNo },
      { originalExternalId: '555' },
      { originalPartnerReferenceNo: '', originalReferenceNo: '', originalExternalId: '555' },
      { originalPartnerReferenceNo: '1', originalReferenceNo: '2', originalExternalId: '3' },
    ])
      expect((await status(members)).body).toMatchObject({
        responseCode: '2003600',
        originalReferenceNo,
        originalPartnerReferenceNo: '1',
        originalExternalId: '555',
      })
    const other = await bniSnapCaller(bank, { clientId: 'shop-2' })
    for (const answer of [
      await status({ originalPartnerReferenceNo: '2', originalReferenceNo }),
      await status({ originalPartnerReferenceNo: '1', serviceCode: '18' }),
      await other('transfer/status', { originalPartnerReferenceNo: '1', serviceCode: '17' }),
    ])
      expect([answer.status, answer.body]).toEqual([
        404,
        { responseCode: '4043601', responseMessage: 'Transaction Not Found' },
      ])
  })

  it.each([
    ['no reference', {}, '4003602'],
    ['letters in it', { originalPartnerReferenceNo: 'A' }, '4003602'],
    ['no serviceCode', { originalPartnerReferenceNo: '1', serviceCode: '' }, '4003602'],
    ['a serviceCode of one', { originalPartnerReferenceNo: '1', serviceCode: '1' }, '4003601'],
  ])('refuses %s', async (_, members, expected) => {
    expect(code(await status(members))).toBe(expected)
  })
})

describe('inquiries', () => {
  it.each([
    ['balance-inquiry', { accountNo: '1' }, '4041111'],
    ['balance-inquiry', { accountNo: 'A' }, '4001102'],
    ['balance-inquiry', { accountNo: '1', partnerReferenceNo: 'A' }, '4001102'],
    ['account-inquiry-internal', { beneficiaryAccountNo: '1' }, '4041511'],
    ['account-inquiry-internal', { beneficiaryAccountNo: '9000000018' }, '4031518'],
    ['account-inquiry-internal', {}, '4001502'],
    ['account-inquiry-external', { beneficiaryAccountNo: '3333333333' }, '4001602'],
    ['account-inquiry-external', { beneficiaryAccountNo: '1', beneficiaryBankCode: '014' }, '4041611'],
    ['account-inquiry-external', { beneficiaryAccountNo: '1', beneficiaryBankCode: '999' }, '4041603'],
    [
      'account-inquiry-external',
      { beneficiaryAccountNo: '3333333333', beneficiaryBankCode: '002' },
      '2001600',
    ],
    ['bank-statement', { accountNo: '0115476117' }, '4001402'],
  ])('%s with %o: %s', async (service, body, expected) => {
    expect(code(await call(service, body))).toBe(expected)
  })

  it('bank-statement lists what moved, newest first', async () => {
    sandbox.setClock({ stoppedAt: Date.UTC(2026, 0, 31, 5) })
    call = await bniSnapCaller(bank, { now: sandbox.now })
    await call('transfer-intrabank', transfer('1'))
    sandbox.setClock({ stoppedAt: Date.UTC(2026, 0, 31, 5, 10) })
    await call(
      'transfer-intrabank',
      transfer('2', { sourceAccountNo: '0115476151', beneficiaryAccountNo: '0115476117', ...rupiah('1.00') }),
    )
    const asked = { accountNo: '0115476117', partnerReferenceNo: '9' }
    const day = { fromDateTime: '2026-01-31T00:00:00+07:00', toDateTime: '2026-01-31T23:59:59+07:00' }
    expect((await call('bank-statement', { ...asked, ...day })).body).toMatchObject({
      responseCode: '2001400',
      balance: [
        {
          startingBalance: { value: '1000000000.00', currency: 'IDR', dateTime: '2026-01-31T00:00:00+07:00' },
          endingBalance: { value: '999945001.00', currency: 'IDR' },
        },
      ],
      detailData: [
        {
          type: 'CREDIT',
          amount: { value: '1.00' },
          transactionDate: '2026-01-31T12:10:00+07:00',
          transactionId: '2',
        },
        {
          type: 'DEBIT',
          amount: { value: '55000.00' },
          transactionDate: '2026-01-31T12:00:00+07:00',
          transactionId: '1',
        },
      ],
    })
    const before = { fromDateTime: '2026-01-01T00:00:00+07:00', toDateTime: '2026-01-31T12:05:00+07:00' }
    expect((await call('bank-statement', { ...asked, ...before })).body).toMatchObject({
      balance: [{ endingBalance: { value: '999945000.00' } }],
      detailData: [{ type: 'DEBIT' }],
    })
    const long = { fromDateTime: '2025-12-30T00:00:00+07:00', toDateTime: '2026-01-31T12:05:00+07:00' }
    expect(code(await call('bank-statement', { ...asked, ...long }))).toBe('4001401')
  })
})

describe('X-EXTERNAL-ID', () => {
  const asked = { accountNo: '0115476117' }

  it('is good once a day in Jakarta, for each client', async () => {
    // 23:59:50 in Jakarta.
    sandbox.setClock({ stoppedAt: Date.UTC(2026, 0, 31, 16, 59, 50) })
    call = await bniSnapCaller(bank, { now: sandbox.now })
    const other = await bniSnapCaller(bank, { clientId: 'shop-2', now: sandbox.now })
    expect(code(await call('balance-inquiry', asked, '1'))).toBe('2001100')
    expect(code(await call('balance-inquiry', asked, '1'))).toBe('4091100')
    expect(code(await call('transfer-intrabank', transfer('1'), '1'))).toBe('4091700')
    expect(code(await other('balance-inquiry', asked, '1'))).toBe('2001100')
    sandbox.setClock({ stoppedAt: Date.UTC(2026, 0, 31, 17) })
    expect(code(await call('balance-inquiry', asked, '1'))).toBe('2001100')
  })

  it('is used by a call that is refused for its body, and not by one whose token has expired', async () => {
    expect(code(await call('balance-inquiry', {}, '1'))).toBe('4001102')
    expect(code(await call('balance-inquiry', asked, '1'))).toBe('4091100')
    sandbox.setClock({ offsetMs: 900_000 })
    expect(code(await call('balance-inquiry', asked, '2'))).toBe('4011101')
    const renewed = await bniSnapCaller(bank, { now: sandbox.now })
    expect(code(await renewed('balance-inquiry', asked, '2'))).toBe('2001100')
  })
})

it('shows no secret in what is recorded, and forgets all on reset', async () => {
  await call('transfer-intrabank', transfer('1'))
  expect(JSON.stringify(bank.calls())).not.toContain('CANARY')
  expect(bank.transactions()).toMatchObject([
    { kind: 'intrabank', amount: '55000.00', account: '******6151' },
  ])
  sandbox.reset()
  expect(bank.transactions()).toEqual([])
})

describe('any sequence of transfers, repeats, inquiries and outcomes', () => {
  const accounts = ['0115476117', '0115476151', '1000161562'] as const
  const reference = fc.constantFrom('1', '2', '3', '4')
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('transfer' as const),
      reference,
      from: fc.constantFrom(...accounts),
      to: fc.constantFrom(...accounts),
      value: fc.constantFrom('0.01', '50000.00', '50000.01', '990202.00', '990504.00', '990305.00'),
    }),
    fc.record({ kind: fc.constant('status' as const), reference }),
    fc.record({ kind: fc.constantFrom('settle' as const, 'fail' as const), reference }),
  )

  /** In sen, by hand: `1.50` is 150. */
  const sen = (value: unknown): number => Number(String(value).replace('.', ''))

  it('moves money once a reference, and makes none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        sandbox.reset()
        call = await bniSnapCaller(bank, { now: sandbox.now })
        const held = new Map<string, number>([
          ['0115476117', 100_000_000_000],
          ['0115476151', 100_000_000_000],
          ['1000161562', 5_000_000],
        ])
        const known = new Map<
          string,
          { state: '00' | '03' | '06'; from: string; to: string; amount: number }
        >()
        const add = (account: string, amount: number): void => {
          held.set(account, (held.get(account) ?? 0) + amount)
        }
        for (const one of steps) {
          const before = known.get(one.reference)
          if (one.kind === 'status') {
            const { body } = await status({ originalPartnerReferenceNo: one.reference })
            expect(body['latestTransactionStatus']).toBe(before?.state)
          } else if (one.kind === 'transfer') {
            const { from, to, value } = one
            const amount = sen(value)
            const expected =
              before !== undefined
                ? '4091701'
                : from === to
                  ? '4031715'
                  : value === '990305.00'
                    ? '4031705'
                    : (held.get(from) ?? 0) < amount
                      ? '4031714'
                      : value === '990202.00'
                        ? '2021700'
                        : value === '990504.00'
                          ? '5041700'
                          : '2001700'
            const members = { sourceAccountNo: from, beneficiaryAccountNo: to, ...rupiah(value) }
            expect(code(await call('transfer-intrabank', transfer(one.reference, members)))).toBe(expected)
            if (expected.startsWith('4')) continue
            const pending = expected === '2021700'
            add(from, -amount)
            if (!pending) add(to, amount)
            known.set(one.reference, { state: pending ? '03' : '00', from, to, amount })
          } else if (before?.state === '03') {
            const settles = one.kind === 'settle'
            bank.act({ action: one.kind, reference: one.reference })
            add(settles ? before.to : before.from, before.amount)
            known.set(one.reference, { ...before, state: settles ? '00' : '06' })
          } else expect(() => bank.act({ action: one.kind, reference: one.reference })).toThrow()
        }
        for (const accountNo of accounts) expect(sen(await balance(accountNo))).toBe(held.get(accountNo))
        const waiting = [...known.values()].filter(({ state }) => state === '03')
        const total = [...held.values(), ...waiting.map(({ amount }) => amount)]
        expect(total.reduce((sum, amount) => sum + amount)).toBe(200_005_000_000)
        expect(bank.transactions()).toHaveLength(known.size)
      }),
      { numRuns: 60 },
    )
  })
})
