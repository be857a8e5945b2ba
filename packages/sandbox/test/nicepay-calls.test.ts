import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { pair } from './clients.js'
import {
  hmac,
  jakarta,
  openMerchant,
  paths,
  payoutInquiry,
  payoutMove,
  payoutRegister,
  qrGenerate,
  qrQuery,
  qrRefund,
  sha256,
  start,
  vaCreate,
  vaDelete,
  vaStatus,
  walletPay,
  walletRefund,
  walletStatus,
} from './nicepay-calls.js'

// Many calls or processes: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const shop = await openMerchant()

interface Described {
  readonly service: string
  readonly path: string
  readonly body: object
  readonly must: string
  readonly longest: string
}

// Written from the tables of NICEPAY's pages, apart from the tables that the sandbox reads.
const services: readonly Described[] = [
  {
    service: '27',
    path: paths.vaCreate,
    body: vaCreate('A'),
    must: 'virtualAccountName trxId totalAmount totalAmount.value totalAmount.currency additionalInfo additionalInfo.bankCd additionalInfo.goodsNm additionalInfo.dbProcessUrl',
    longest:
      'partnerServiceId=20 customerNo=40 virtualAccountNo=25 virtualAccountName=100 trxId=40 additionalInfo.goodsNm=100 additionalInfo.dbProcessUrl=255 additionalInfo.msId=20',
  },
  {
    service: '26',
    path: paths.vaStatus,
    body: vaStatus('A', 'B'),
    must: 'additionalInfo.totalAmount.value additionalInfo.totalAmount.currency additionalInfo.trxId additionalInfo.tXidVA',
    longest:
      'partnerServiceId=20 customerNo=40 virtualAccountNo=25 inquiryRequestId=128 additionalInfo.trxId=40',
  },
  {
    service: '31',
    path: paths.vaDelete,
    body: vaDelete('A', 'B', '1'),
    must: 'virtualAccountNo trxId additionalInfo.totalAmount.value additionalInfo.totalAmount.currency additionalInfo.tXidVA additionalInfo.cancelMessage',
    longest:
      'partnerServiceId=20 customerNo=40 virtualAccountNo=25 trxId=40 additionalInfo.tXidVA=40 additionalInfo.cancelMessage=255',
  },
  {
    service: '47',
    path: paths.qrGenerate,
    body: qrGenerate('A'),
    must: 'partnerReferenceNo amount.value amount.currency merchantId storeId additionalInfo.goodsNm additionalInfo.billingNm additionalInfo.billingPhone additionalInfo.billingEmail additionalInfo.billingCity additionalInfo.billingState additionalInfo.billingPostCd additionalInfo.billingCountry additionalInfo.dbProcessUrl additionalInfo.userIP additionalInfo.cartData additionalInfo.mitraCd',
    longest:
      'partnerReferenceNo=40 merchantId=10 storeId=32 additionalInfo.goodsNm=100 additionalInfo.billingNm=100 additionalInfo.billingPhone=15 additionalInfo.billingEmail=40 additionalInfo.billingCity=50 additionalInfo.billingState=50 additionalInfo.billingPostCd=10 additionalInfo.billingCountry=10 additionalInfo.billingAddr=255 additionalInfo.callBackUrl=255 additionalInfo.dbProcessUrl=255 additionalInfo.userIP=15',
  },
  {
    service: '51',
    path: paths.qrQuery,
    body: qrQuery('A', 'B'),
    must: 'originalReferenceNo originalPartnerReferenceNo merchantId externalStoreId serviceCode',
    longest: 'originalReferenceNo=40 originalPartnerReferenceNo=40 merchantId=10 externalStoreId=32',
  },
  {
    service: '78',
    path: paths.qrRefund,
    body: qrRefund('A', 'B', 'C'),
    must: 'originalReferenceNo originalPartnerReferenceNo partnerRefundNo merchantId externalStoreId refundAmount.value refundAmount.currency reason additionalInfo.cancelType',
    longest:
      'originalReferenceNo=40 originalPartnerReferenceNo=40 partnerRefundNo=40 merchantId=10 externalStoreId=32',
  },
  {
    service: '54',
    path: paths.walletPay,
    body: walletPay('A'),
    must: 'partnerReferenceNo merchantId amount.value amount.currency additionalInfo.mitraCd additionalInfo.goodsNm additionalInfo.billingNm additionalInfo.billingPhone additionalInfo.callBackUrl additionalInfo.dbProcessUrl additionalInfo.cartData',
    longest:
      'partnerReferenceNo=40 merchantId=10 subMerchantId=32 externalStoreId=32 additionalInfo.goodsNm=100 additionalInfo.billingNm=30 additionalInfo.billingPhone=15 additionalInfo.billingEmail=40 additionalInfo.callBackUrl=255 additionalInfo.dbProcessUrl=255',
  },
  {
    service: '55',
    path: paths.walletStatus,
    body: walletStatus('A', 'B'),
    must: 'merchantId originalReferenceNo originalPartnerReferenceNo serviceCode',
    longest:
      'merchantId=10 subMerchantId=32 originalReferenceNo=40 originalPartnerReferenceNo=40 externalStoreId=32',
  },
  {
    service: '58',
    path: paths.walletRefund,
    body: walletRefund('A', 'B', 'C'),
    must: 'merchantId originalReferenceNo originalPartnerReferenceNo partnerRefundNo refundAmount.value refundAmount.currency',
    longest:
      'merchantId=10 subMerchantId=32 originalReferenceNo=40 originalPartnerReferenceNo=40 partnerRefundNo=40 externalStoreId=32',
  },
  {
    service: '00',
    path: paths.register,
    body: payoutRegister('A'),
    must: 'partnerReferenceNo merchantId beneficiaryAccountNo beneficiaryName beneficiaryPhone beneficiaryCustomerResidence beneficiaryCustomerType beneficiaryBankCode amount.value amount.currency',
    longest:
      'partnerReferenceNo=40 merchantId=10 msId=20 beneficiaryAccountNo=25 beneficiaryName=100 beneficiaryPhone=20 description=100',
  },
  ...(['approve', 'reject', 'cancel'] as const).map((name) => ({
    service: '00',
    path: paths[name],
    body: payoutMove('A', 'B'),
    must: 'originalReferenceNo originalPartnerReferenceNo merchantId',
    longest: 'originalReferenceNo=40 originalPartnerReferenceNo=40 merchantId=10',
  })),
  {
    service: '00',
    path: paths.inquiry,
    body: payoutInquiry('A', 'B'),
    must: 'originalReferenceNo originalPartnerReferenceNo merchantId beneficiaryAccountNo',
    longest: 'originalReferenceNo=40 originalPartnerReferenceNo=40 merchantId=10 beneficiaryAccountNo=25',
  },
  {
    service: '11',
    path: paths.balance,
    body: { accountNo: 'IONPAYTEST' },
    must: 'accountNo',
    longest: 'accountNo=10 additionalInfo.msId=20',
  },
]

/** A copy with one member replaced, or taken away by undefined. */
const withMember = (body: object, path: string, value: unknown): object => {
  const copy = structuredClone(body) as Record<string, unknown>
  const names = path.split('.')
  const last = names.pop() ?? ''
  let inner = copy
  for (const name of names) {
    inner[name] ??= {}
    inner = inner[name] as Record<string, unknown>
  }
  inner[last] = value
  return copy
}

describe.each(services)('the fields of $path', ({ service, path, body, must, longest }) => {
  it.each(must.split(' '))('%s must be there', async (name) => {
    const leaf = name === 'totalAmount' || name === 'additionalInfo' ? /^\S+/ : name
    for (const nothing of [undefined, null, ...(typeof leaf === 'string' ? [''] : [])]) {
      const answer = await shop.call(path, withMember(body, name, nothing))
      expect([answer.status, answer.code]).toEqual([400, `400${service}02`])
      expect(answer.body['responseMessage']).toMatch(/^Invalid Mandatory Field \{[\w.]+\}$/)
      if (typeof leaf === 'string') expect(answer.body['responseMessage']).toContain(`{${name}}`)
    }
  })

  it.each(longest.split(' ').map((pair) => pair.split('=') as [string, string]))(
    '%s has at most %s characters, and is a text',
    async (name, length) => {
      for (const wrong of ['x'.repeat(Number(length) + 1), 7, true, ['x'], { x: 'x' }]) {
        const answer = await shop.call(path, withMember(body, name, wrong))
        expect([answer.status, answer.code]).toEqual([400, `400${service}01`])
        expect(answer.body['responseMessage']).toBe(`Invalid Field Format {${name}}`)
      }
      const fits = await shop.call(path, withMember(body, name, 'x'.repeat(Number(length))))
      expect(fits.body['responseMessage']).not.toContain(
        name.split('.').at(-1) === 'merchantId' ? 'Field' : `{${name}}`,
      )
    },
  )
})

describe('amounts', () => {
  it.each([
    ['1.00', '2002700'],
    ['999999999.99', '2002700'],
    ['0.01', '2002700'],
    ['0.00', '4002701'],
    ['100', '4002701'],
    ['100.0', '4002701'],
    ['100.000', '4002701'],
    ['-1.00', '4002701'],
    ['+1.00', '4002701'],
    ['1e3.00', '4002701'],
    ['1,000.00', '4002701'],
    [' 1.00', '4002701'],
    ['1000000000.00', '4002701'],
    ['٣.00', '4002701'],
  ])('%s', async (value, code) => {
    expect((await shop.call(paths.vaCreate, vaCreate(`amount ${value}`, value))).code).toBe(code)
  })

  it('are a text in an object, in rupiah', async () => {
    for (const totalAmount of [25_000, '25000.00', { value: 25_000, currency: 'IDR' }, ['25000.00']]) {
      const answer = await shop.call(paths.vaCreate, { ...vaCreate('A'), totalAmount })
      expect(answer.code).toBe('4002701')
    }
    const dollars = { ...vaCreate('A'), totalAmount: { value: '1.00', currency: 'USD' } }
    expect((await shop.call(paths.vaCreate, dollars)).code).toBe('4002701')
  })
})

describe('what else a call must be', () => {
  it('a merchantId that is not the client: 4014700', async () => {
    const answer = await shop.call(paths.qrGenerate, { ...qrGenerate('A'), merchantId: 'OTHERSHOP1' })
    expect(answer).toMatchObject({
      status: 401,
      code: '4014700',
      reason: expect.stringContaining('merchantId'),
    })
  })

  it.each(['', '[]', 'null', '"text"', '{"a":'])('the body %j: 4004700', async (text) => {
    expect(await shop.call(paths.qrGenerate, {}, { text })).toMatchObject({ status: 400, code: '4004700' })
  })

  it('a byte order mark: 4014700, for no text with one can be signed', async () => {
    expect((await shop.call(paths.qrGenerate, {}, { text: '\ufeff{}' })).code).toBe('4014700')
  })

  it('a missing field is named before a wrong one', async () => {
    const { merchantId: _, ...body } = qrGenerate('A')
    const answer = await shop.call(paths.qrGenerate, { ...body, partnerReferenceNo: 'x'.repeat(41) })
    expect(answer.body['responseMessage']).toBe('Invalid Mandatory Field {merchantId}')
  })

  it('unknown fields are passed over', async () => {
    const answer = await shop.call(paths.qrGenerate, { ...qrGenerate('unknown field'), note: { a: 1 } })
    expect(answer.code).toBe('2004700')
  })

  it.each([
    [-300_000, '2004700'],
    [-301_000, '4014700'],
    [300_000, '2004700'],
    [301_000, '4014700'],
  ])('an X-TIMESTAMP %i ms off', async (offset, code) => {
    const answer = await shop.call(paths.qrGenerate, qrGenerate(`off ${offset}`), { sentAt: start + offset })
    expect(answer.code).toBe(code)
  })

  it('another secret: 4014700, with a reason that tells how to sign', async () => {
    const answer = await shop.call(paths.qrGenerate, qrGenerate('A'), { secret: 'another' })
    expect(answer).toMatchObject({
      code: '4014700',
      reason: expect.stringMatching(/HMAC-SHA512.*without \/nicepay/),
    })
  })
})

describe('one character changed, wherever it is', () => {
  const text = JSON.stringify(qrGenerate('never made'))
  // Visible, no blank: a blank between tokens is no change of what is signed.
  const letter = fc.integer({ min: 0x21, max: 0x7e }).map((unit) => String.fromCharCode(unit))
  const change = (whole: string, index: number, by: string): string =>
    whole.slice(0, index) + by + whole.slice(index + 1)
  const places = (whole: string) =>
    fc
      .tuple(fc.nat({ max: whole.length - 1 }), letter)
      .filter(([index, by]) => whole[index] !== by)
      .map(([index, by]) => change(whole, index, by))

  it('of the body: 4014700', async () => {
    await fc.assert(
      fc.asyncProperty(places(text), async (tampered) => {
        expect((await shop.call(paths.qrGenerate, {}, { text, tampered })).code).toBe('4014700')
      }),
    )
  })

  it('of the token: 4014701', async () => {
    await fc.assert(
      fc.asyncProperty(places(shop.token), async (token) => {
        const headers = { authorization: `Bearer ${token}` }
        expect((await shop.call(paths.qrGenerate, {}, { text, headers })).code).toBe('4014701')
      }),
    )
  })

  it('of the signature, the timestamp or the partner: 4014700', async () => {
    const at = jakarta(start)
    const signature = hmac(`POST:${paths.qrGenerate}:${shop.token}:${sha256(text)}:${at}`)
    const changed = fc.oneof(
      places(signature).map((value) => ({ 'x-signature': value })),
      places(at).map((value) => ({ 'x-timestamp': value })),
      places('IONPAYTEST').map((value) => ({ 'x-partner-id': value })),
    )
    await fc.assert(
      fc.asyncProperty(changed, async (headers) => {
        expect((await shop.call(paths.qrGenerate, {}, { text, headers })).code).toBe('4014700')
      }),
    )
  })

  it('of the path: refused by the gateway or by the signature', async () => {
    // A URL reads a backslash as a slash: it would be the same path.
    const pathPlaces = places(paths.qrGenerate.slice(1)).filter((path) => !path.includes('\\'))
    await fc.assert(
      fc.asyncProperty(pathPlaces, async (path) => {
        const { code } = await shop.call(paths.qrGenerate, {}, { text, tamperedPath: `/${path}` })
        expect(['4040000', '4014700']).toContain(code)
      }),
    )
    expect(shop.provider.transactions().map(({ reference }) => reference)).not.toContain('never made')
  })
})

describe('an access token', () => {
  it('lives for 900 seconds by the sandbox clock', async () => {
    const { sandbox, call } = await openMerchant()
    const ask = () => call(paths.balance, { accountNo: 'IONPAYTEST' })
    sandbox.setClock({ offsetMs: 899_999 })
    expect((await ask()).code).toBe('2001100')
    sandbox.setClock({ offsetMs: 900_000 })
    const late = await ask()
    expect([late.status, late.body]).toEqual([
      401,
      { responseCode: '4011101', responseMessage: 'Access Token Invalid' },
    ])
    expect(late.reason).toContain('expired')
  })

  it('is not cancelled by a new one', async () => {
    const { newToken, call } = await openMerchant()
    await newToken()
    expect((await call(paths.balance, { accountNo: 'IONPAYTEST' })).code).toBe('2001100')
  })

  it("of another merchant does not open this one's door", async () => {
    const other = await openMerchant('OTHERSHOP1', shop.sandbox)
    const answer = await shop.call(paths.balance, { accountNo: 'IONPAYTEST' }, { token: other.token })
    expect(answer).toMatchObject({ code: '4011100', reason: expect.stringContaining('X-PARTNER-ID') })
  })

  it('is forgotten at a reset, and so are the transactions', async () => {
    const { sandbox, provider, call } = await openMerchant()
    await call(paths.vaCreate, vaCreate('A'))
    expect(provider.transactions()).toHaveLength(1)
    sandbox.reset()
    expect(provider.transactions()).toEqual([])
    const again = await openMerchant('IONPAYTEST', sandbox)
    expect((await again.call(paths.vaCreate, vaCreate('A'))).code).toBe('2002700')
    expect((await call(paths.vaCreate, vaCreate('B'))).code).toBe('4012701')
  })
})

describe('X-EXTERNAL-ID', () => {
  it('is used once a day, Jakarta time, by one merchant', async () => {
    const { sandbox, call, newToken } = await openMerchant()
    const ask = async (token?: string) =>
      (await call(paths.balance, { accountNo: 'IONPAYTEST' }, { externalId: 'E-1', ...(token && { token }) }))
        .code
    expect(await ask()).toBe('2001100')
    expect(await ask()).toBe('4091100')
    const other = await openMerchant('OTHERSHOP1', sandbox)
    expect((await other.call(paths.balance, { accountNo: 'OTHERSHOP1' }, { externalId: 'E-1' })).code).toBe(
      '2001100',
    )
    // The day began at 10:30:45 and ends 13 h 29 min 15 s later.
    const midnight = 13 * 3_600_000 + 29 * 60_000 + 15_000
    sandbox.setClock({ offsetMs: midnight - 1 })
    expect(await ask(await newToken())).toBe('4091100')
    sandbox.setClock({ offsetMs: midnight })
    expect(await ask(await newToken())).toBe('2001100')
  })

  it('is not used up by a call that was not let in, so that a client may send it again with a new token', async () => {
    const { call } = await openMerchant()
    const body = { accountNo: 'IONPAYTEST' }
    expect((await call(paths.balance, body, { externalId: 'E-1', token: 'old' })).code).toBe('4011101')
    expect((await call(paths.balance, body, { externalId: 'E-1', secret: 'wrong' })).code).toBe('4011100')
    expect((await call(paths.balance, {}, { externalId: 'E-1' })).code).toBe('4001102')
    expect((await call(paths.balance, body, { externalId: 'E-1' })).code).toBe('2001100')
  })
})

describe('every answer', () => {
  it("says whose words it is made of, and a refusal why; nothing shows the client's secret or token", async () => {
    const { call, provider, token } = await openMerchant()
    const answers = [
      await call(paths.vaCreate, vaCreate('A')),
      await call(paths.vaCreate, vaCreate('A')),
      await call(paths.vaCreate, {}),
      await call(paths.vaCreate, vaCreate('B'), { token: 'x'.repeat(48) }),
      await call(paths.qrQuery, qrQuery('A', 'B')),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['2002700', '4092701', '4002702', '4012701', '4045101'])
    for (const { status, source, reason } of answers) {
      expect(source).toMatch(/^(provider|standard|the sandbox's own)/)
      expect(reason === null).toBe(status === 200)
    }
    const printed = JSON.stringify([answers, provider.calls(), provider.transactions()])
    expect(printed).not.toContain('CANARY')
    expect(printed).not.toContain(token)
  })
})

describe('a client whose secret cannot sign', () => {
  it.each([' with-a-blank-before', '"quoted"', 'with\nnewline'])(
    '%j is refused at the registration',
    (clientSecret) => {
      const { publicKey } = pair()
      expect(() => shop.provider.registerClient({ clientId: 'A', clientSecret, publicKey })).toThrow(
        expect.objectContaining({ code: 'ERR_SANDBOX_CLIENT', detail: { field: 'clientSecret' } }),
      )
    },
  )
})
