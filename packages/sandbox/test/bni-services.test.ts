import { createSandbox } from '@x/sandbox'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { bniCaller, bniHeaderCaller, type CallBni, type Reply } from './bni-callers.js'
import { clientSecret } from './clients.js'

const sandbox = createSandbox()
const bank = sandbox.provider('bni')
let call: CallBni

beforeEach(async () => {
  sandbox.reset()
  call = await bniCaller(bank)
})

/** The one member of an envelope, and what it holds. */
const opened = ({ body }: Reply): { wrapper: string; [name: string]: unknown } => {
  const [[wrapper, inner] = ['', {}]] = Object.entries(body)
  return { wrapper, ...(inner as { parameters: Record<string, unknown> }).parameters }
}

const payment = (
  reference: string,
  members: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  customerReferenceNumber: reference,
  paymentMethod: '0',
  debitAccountNo: '115471119',
  creditAccountNo: '0115476117',
  valueDate: '20170227000000000',
  valueCurrency: 'IDR',
  valueAmount: '100500',
  ...members,
})

const balance = async (accountNo: string): Promise<number> =>
  Number(opened(await call('getbalance', { accountNo }))['accountBalance'])

describe('a payment', () => {
  it('moves the money once, whatever is asked with its reference again', async () => {
    expect(opened(await call('dopayment', payment('1')))).toMatchObject({ responseCode: '0001' })
    for (const members of [{}, { valueAmount: '1' }, { creditAccountNo: '0115476151' }]) {
      const again = await call('dopayment', payment('1', members))
      expect(again.status).toBe(400)
      expect(opened(again)).toMatchObject({ wrapper: 'doPaymentResponse', responseCode: '0000' })
    }
    expect(await balance('115471119')).toBe(999_899_500)
    expect(await balance('0115476117')).toBe(1_000_100_500)
    expect(await balance('0115476151')).toBe(1_000_000_000)
  })

  it('moves the money once when ten ask at the same time', async () => {
    const replies = await Promise.all(Array.from({ length: 10 }, () => call('dopayment', payment('1'))))
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await balance('115471119')).toBe(999_899_500)
  })

  it('is done though its answer is lost, and getpaymentstatus tells', async () => {
    bank.setFaults([{ kind: 'gateway-timeout', path: '/dopayment', after: true, times: 1 }])
    const lost = await call('dopayment', payment('1'))
    expect(lost.status).toBe(504)
    expect(opened(await call('getpaymentstatus', { customerReferenceNumber: '1' }))).toMatchObject({
      responseCode: '0001',
      previousResponse: { transactionStatus: 'Y', valueAmount: '100500' },
    })
    expect(await balance('115471119')).toBe(999_899_500)
  })

  it('belongs to its client: another has references of its own', async () => {
    const other = await bniCaller(bank, 'shop-2')
    await call('dopayment', payment('1'))
    expect(opened(await other('getpaymentstatus', { customerReferenceNumber: '1' }))).toMatchObject({
      responseCode: '0000',
      customerReference: '1',
    })
    expect(opened(await other('dopayment', payment('1')))).toMatchObject({ responseCode: '0001' })
    expect(await balance('115471119')).toBe(999_799_000)
  })

  it.each([
    ['letters in the reference', { customerReferenceNumber: 'A1' }, '0007'],
    ['a reference of 21 digits', { customerReferenceNumber: '123456789012345678901' }, '0007'],
    ['no reference', { customerReferenceNumber: '' }, '0007'],
    ['letters in an account', { creditAccountNo: '01154761x7' }, '0007'],
    ['an account as a number', { debitAccountNo: 115471119 }, '0007'],
    ['an amount with decimals', { valueAmount: '100500.00' }, '0007'],
    ['an amount of nothing', { valueAmount: '0' }, '0007'],
    ['an amount below nothing', { valueAmount: -1 }, '0007'],
    ['half a rupiah', { valueAmount: 0.5 }, '0007'],
    ['a number that no JavaScript number is', { valueAmount: 2 ** 53 }, '0007'],
    ['another currency', { valueCurrency: 'USD' }, '0007'],
    ['a day that is none', { valueDate: '20171327000000' }, '0007'],
    ['an unknown method', { paymentMethod: '3' }, '0007'],
    ['RTGS without the other bank', { paymentMethod: '1' }, '0007'],
    ['another clientId', { clientId: 'IDBNIQ29udG9oIEFwcB==' }, '0007'],
    ['a clientId that is none', { clientId: 'Contoh App' }, '0007'],
    ['an unknown debited account', { debitAccountNo: '1' }, '0000'],
    ['an unknown credited account', { creditAccountNo: '1' }, '0000'],
    ['a closed account', { creditAccountNo: '9000000018' }, '0000'],
    ['itself', { creditAccountNo: '115471119' }, '0000'],
    ['more than there is', { valueAmount: '1000000001' }, '0000'],
  ])('with %s is refused, moves nothing and leaves the reference free', async (_, members, code) => {
    const refused = await call('dopayment', payment('1', members))
    expect(refused.status).toBe(400)
    expect(refused.reason).toMatch(/ /)
    expect(opened(refused)).toMatchObject({ wrapper: 'doPaymentResponse', responseCode: code })
    expect(await balance('115471119')).toBe(1_000_000_000)
    expect((await call('dopayment', payment('1'))).status).toBe(200)
  })

  it('takes all there is, an integer for an amount, and a date without milliseconds', async () => {
    const whole = payment('1', { valueAmount: 1_000_000_000, valueDate: '20170227000000' })
    expect((await call('dopayment', whole)).status).toBe(200)
    expect(await balance('115471119')).toBe(0)
  })

  it('goes to another bank by RTGS and clearing', async () => {
    for (const [reference, paymentMethod, destinationBankCode] of [
      ['1', '1', 'CENAIDJAXXX'],
      ['2', '2', 'BRINIDJA'],
    ] as const) {
      const other = { creditAccountNo: '3333333333', beneficiaryName: 'A', beneficiaryAddress1: 'B' }
      const members = payment(reference, { ...other, paymentMethod, destinationBankCode })
      expect((await call('dopayment', members)).status).toBe(200)
    }
    expect(await balance('115471119')).toBe(999_799_000)
  })

  it('is listed, its account masked; there is nothing to act on', async () => {
    await call('dopayment', payment('20170227000000000020'))
    expect(bank.transactions()).toEqual([
      {
        kind: 'dopayment',
        clientId: 'shop-1',
        reference: '20170227000000000020',
        providerReference: '100001',
        amount: '100500.00',
        status: 'Y',
        state: 'paid',
        account: '******6117',
        createdAt: expect.stringMatching(/Z$/),
        actions: [],
      },
    ])
    expect(() => bank.act({ action: 'fail', reference: '20170227000000000020' })).toThrow(/no action/)
    sandbox.reset()
    expect(bank.transactions()).toEqual([])
  })
})

describe('an interbank payment', () => {
  const asked = {
    customerReferenceNumber: '20180930112233003',
    accountNum: '115471119',
    destinationBankCode: '014',
    destinationAccountNum: '3333333333',
  }
  const inquire = async (): Promise<string> =>
    String(opened(await call('getinterbankinquiry', asked))['retrievalReffNum'])
  const pay = async (members: Readonly<Record<string, unknown>>): Promise<Reply> =>
    call('getinterbankpayment', {
      ...asked,
      amount: '10000',
      destinationAccountName: 'BENEFICIARY NAME 1',
      destinationBankName: 'BCA',
      ...members,
    })

  it('repeats the number of its inquiry', async () => {
    const retrievalReffNum = await inquire()
    expect(retrievalReffNum).toMatch(/^\d{12}$/)
    expect(opened(await pay({ retrievalReffNum }))).toMatchObject({
      wrapper: 'getInterbankPaymentResponse',
      responseCode: '0001',
      customerReffNum: '20180930112233003',
    })
    expect(await balance('115471119')).toBe(999_990_000)
  })

  it.each([
    ['a number nobody handed out', { retrievalReffNum: '100000000009' }],
    ['a number of eleven digits', { retrievalReffNum: '10000000000' }],
    ['another bank', { destinationBankCode: '002' }],
    ['another account there', { destinationAccountNum: '9000000005' }],
    ['another account here', { accountNum: '0115476117' }],
  ])('with %s is refused with 0007 and moves nothing', async (_, members) => {
    const refused = await pay({ retrievalReffNum: await inquire(), ...members })
    expect(opened(refused)).toMatchObject({ wrapper: 'getInterbankPaymentResponse', responseCode: '0007' })
    expect(bank.transactions()).toEqual([])
  })

  it("pays an inquiry once, and never on another client's", async () => {
    const retrievalReffNum = await inquire()
    const other = await bniCaller(bank, 'shop-2')
    const members = {
      ...asked,
      amount: 1,
      destinationAccountName: 'A',
      destinationBankName: 'B',
      retrievalReffNum,
    }
    expect(opened(await other('getinterbankpayment', members))).toMatchObject({ responseCode: '0007' })
    expect((await pay({ retrievalReffNum })).status).toBe(200)
    expect(opened(await pay({ retrievalReffNum }))).toMatchObject({ responseCode: '0000' })
    expect(opened(await pay({ retrievalReffNum, customerReferenceNumber: '2' }))).toMatchObject({
      responseCode: '0007',
    })
    expect(bank.transactions()).toHaveLength(1)
  })
})

describe('accounts that answer otherwise', () => {
  it.each([
    ['9000000001', 200, 'getBalanceResponse'],
    ['9000000002', 400, 'Response'],
    ['9000000003', 400, 'response'],
    ['9000000004', 400, 'getInterbankInquiryResponse'],
    ['9000000006', 400, 'getBalanceResponse'],
  ])('%s: 0000 under %i in %s', async (accountNo, status, wrapper) => {
    const reply = await call('getbalance', { accountNo })
    expect(reply.status).toBe(status)
    expect(opened(reply)).toMatchObject({ wrapper, responseCode: '0000', errorMessage: 'Unknown Output' })
  })

  it.each(['9000000001', '9000000002', '9000000003', '9000000004'])(
    'a payment to %s fails and moves nothing',
    async (creditAccountNo) => {
      expect(opened(await call('dopayment', payment('1', { creditAccountNo })))).toMatchObject({
        responseCode: '0000',
      })
      expect(bank.transactions()).toEqual([])
    },
  )

  it('9000000005: numbers without quotes, with more digits than a JavaScript number has', async () => {
    const reference = '12345678901234567891'
    const paid = await call('dopayment', payment(reference, { creditAccountNo: '9000000005' }))
    expect(paid.text).toContain(`"customerReference":${reference}`)
    expect(paid.text).toMatch(/"creditAccountNo":9000000005,"valueAmount":100500,.*"bankReference":\d{6}/)
    const status = await call('getpaymentstatus', { customerReferenceNumber: reference })
    expect(status.text).toContain(`"customerReference":${reference}`)
    // A leading zero is no JSON number.
    const zero = payment('2', { debitAccountNo: '0115476117', creditAccountNo: '9000000005' })
    expect((await call('dopayment', zero)).text).toContain('"debitAccountNo":"0115476117"')
  })

  it('9000000006: paid, and answered as failed', async () => {
    const reply = await call('dopayment', payment('1', { creditAccountNo: '9000000006' }))
    expect([reply.status, opened(reply)['responseCode']]).toEqual([400, '0000'])
    expect(opened(await call('getpaymentstatus', { customerReferenceNumber: '1' }))).toMatchObject({
      previousResponse: { transactionStatus: 'Y' },
    })
    expect(await balance('115471119')).toBe(999_899_500)
  })
})

describe('account info of the v2.1 family', () => {
  const body = {
    request: {
      header: { companyId: 'SANDBOX', parentCompanyId: 'STI_CHS', requestUuid: 'E8C6E0027F6E429F' },
      accountNumber: '0115476117',
    },
  }
  const request = (members: Readonly<Record<string, unknown>>): typeof body =>
    ({ request: { ...body.request, ...members } }) as typeof body
  const inner = ({ body: { response } }: Reply): unknown =>
    (response as Record<string, unknown>)['responseCode']

  it('answers a call whose header signs the body and the timestamp', async () => {
    const ask = await bniHeaderCaller(bank)
    expect(inner(await ask(body))).toBe('0001')
    expect(inner(await ask(body, { timestamp: '+07:00' }))).toBe('0001')
  })

  it.each([
    [
      'another body than the signed one',
      body,
      { signed: request({ accountNumber: '115471119' }) },
      401,
      '0000',
    ],
    ['another timestamp than the signed one', body, { stamped: '2026-01-02T03:04:05.678Z' }, 401, '0000'],
    ['the whole JWS', body, { whole: true }, 401, '0000'],
    ['no signature', body, { signature: '' }, 400, '0007'],
    ['a timestamp that is none', body, { stamped: 'today' }, 400, '0007'],
    ['a timestamp ten minutes old', body, { ageMs: 600_000 }, 401, '0000'],
    ['no wrapping', body.request, {}, 400, '0007'],
    ['letters in the account', request({ accountNumber: 'A' }), {}, 400, '0007'],
    ['an unknown account', request({ accountNumber: '1' }), {}, 400, '0000'],
  ])('refuses %s', async (_, sent, change, status, expected) => {
    const ask = await bniHeaderCaller(bank)
    const reply = await ask(sent, change)
    expect([reply.status, inner(reply)]).toEqual([status, expected])
    expect(reply.source).toMatch(/^the sandbox's own/)
  })
})

describe('who may call', () => {
  it('nobody whose token is older than 3599 seconds', async () => {
    sandbox.setClock({ offsetMs: 3_590_000 })
    expect((await call('getbalance', { accountNo: '115471119' })).status).toBe(200)
    sandbox.setClock({ offsetMs: 3_600_000 })
    const reply = await call('getbalance', { accountNo: '115471119' })
    expect([reply.status, reply.body]).toEqual([401, { error: 'invalid_token' }])
    expect(reply.reason).toMatch(/expired/)
  })

  it('nobody whose secrets are not registered, and none is shown in what is recorded', async () => {
    expect(JSON.stringify(bank.calls())).not.toContain('CANARY')
    bank.registerClient({ clientId: 'shop-1', clientSecret })
    expect((await call('getbalance', { accountNo: '115471119' })).body).toEqual({ error: 'invalid_api_key' })
    expect(JSON.stringify(bank.calls())).not.toContain('CANARY')
  })
})

describe('any sequence of payments, repeats and inquiries', () => {
  const accounts = ['115471119', '0115476117', '1000161562'] as const
  const step = fc.record({
    reference: fc.constantFrom('1', '2', '3', '4'),
    from: fc.constantFrom(...accounts),
    to: fc.constantFrom(...accounts, '9000000002', '9000000006'),
    amount: fc.constantFrom(1, 50_000, 50_001, 999_999_999),
    ask: fc.boolean(),
  })

  it('moves money once a reference, and makes none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        sandbox.reset()
        call = await bniCaller(bank)
        // The model: what is on each account, and which references have paid how much.
        const held = new Map<string, number>([
          ['115471119', 1_000_000_000],
          ['0115476117', 1_000_000_000],
          ['1000161562', 50_000],
          ['9000000006', 0],
        ])
        const paid = new Map<string, number>()
        const refused = new Set<string>()
        for (const { reference, from, to, amount, ask } of steps) {
          if (ask) {
            const status = opened(await call('getpaymentstatus', { customerReferenceNumber: reference }))
            const amountPaid = paid.get(reference)
            const isKnown = amountPaid !== undefined || refused.has(reference)
            expect(status['responseCode']).toBe(isKnown ? '0001' : '0000')
            // A failure is told as what it was answered, and has no reference of the bank's.
            if (amountPaid === undefined && isKnown)
              expect(status).toEqual(
                expect.objectContaining({
                  previousResponse: expect.objectContaining({ previousResponseCode: '0000' }),
                }),
              )
            if (amountPaid === undefined) expect(status['bankReference']).toBeUndefined()
            if (amountPaid !== undefined)
              expect(status['previousResponse']).toMatchObject({ valueAmount: String(amountPaid) })
            continue
          }
          const before = held.get(from) ?? 0
          const moves = !paid.has(reference) && from !== to && to !== '9000000002' && before >= amount
          const members = payment(reference, {
            debitAccountNo: from,
            creditAccountNo: to,
            valueAmount: amount,
          })
          const reply = opened(await call('dopayment', members))
          expect(reply['responseCode']).toBe(moves && to !== '9000000006' ? '0001' : '0000')
          if (!moves) refused.add(reference)
          if (!moves) continue
          held.set(from, before - amount)
          held.set(to, (held.get(to) ?? 0) + amount)
          paid.set(reference, amount)
        }
        for (const accountNo of accounts) expect(await balance(accountNo)).toBe(held.get(accountNo))
        expect([...held.values()].reduce((sum, amount) => sum + amount)).toBe(2_000_050_000)
        expect(bank.transactions()).toHaveLength(paid.size)
      }),
      { numRuns: 60 },
    )
  })
})
