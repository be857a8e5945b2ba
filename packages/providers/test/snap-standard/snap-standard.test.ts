import { createClient, defineProfile } from '@x/providers'
import { snapStandard } from '@x/providers/snap-standard'
import { describe, expect, it } from 'vitest'
import { privateKey } from '../clients.js'

const mine = defineProfile({
  extends: snapStandard,
  id: 'mine',
  name: 'My bank',
  environments: { test: { baseUrl: 'https://bank.example' } },
  evidence: [{ source: 'a page', checked: '2026-11-22', grade: 'documentation' }],
})
const credentials = { clientId: 'client', clientSecret: 'not-a-real-secret', privateKey, channelId: '95051' }
const tokens = {
  get: async () => ({ value: 'token', expiresAt: Number.MAX_SAFE_INTEGER }),
  peek: () => undefined,
} as never
const client = createClient(mine, {
  ...credentials,
  environment: 'test',
  tokens,
  now: () => Date.parse('2026-11-22T10:00:00+07:00'),
})
type Name = keyof typeof mine.services

/** What the client makes of an answer to a call, without a network. */
const ask = async (name: Name, given: { body: object; status?: number; answer?: object }) => {
  const { status = 200, answer = {} } = given
  const { read } = await client.prepare(name, { body: given.body, externalId: '777' } as never)
  return read({ status, body: JSON.stringify(answer) })
}

describe('the services of the standard', () => {
  // ASPI, SNAP API portal (June 2025): code, method and path of each.
  it.each([
    ['balance-inquiry', '11', 'POST', '/v1.0/balance-inquiry', 'read'],
    ['transaction-history-list', '12', 'POST', '/v1.0/transaction-history-list', 'read'],
    ['bank-statement', '14', 'POST', '/v1.0/bank-statement', 'read'],
    ['account-inquiry-internal', '15', 'POST', '/v1.0/account-inquiry-internal', 'read'],
    ['account-inquiry-external', '16', 'POST', '/v1.0/account-inquiry-external', 'read'],
    ['transfer-intrabank', '17', 'POST', '/v1.0/transfer-intrabank', 'money'],
    ['transfer-interbank', '18', 'POST', '/v1.0/transfer-interbank', 'money'],
    ['transfer-rtgs', '22', 'POST', '/v1.0/transfer-rtgs', 'money'],
    ['transfer-skn', '23', 'POST', '/v1.0/transfer-skn', 'money'],
    ['va-status', '26', 'POST', '/v1.0/transfer-va/status', 'read'],
    ['va-create', '27', 'POST', '/v1.0/transfer-va/create-va', 'other'],
    ['va-update', '28', 'PUT', '/v1.0/transfer-va/update-va', 'other'],
    ['va-inquiry', '30', 'POST', '/v1.0/transfer-va/inquiry-va', 'read'],
    ['va-delete', '31', 'DELETE', '/v1.0/transfer-va/delete-va', 'other'],
    ['transfer-status', '36', 'POST', '/v1.0/transfer/status', 'read'],
    ['qr-mpm-generate', '47', 'POST', '/v1.0/qr/qr-mpm-generate', 'other'],
    ['qr-mpm-query', '51', 'POST', '/v1.0/qr/qr-mpm-query', 'read'],
    ['debit-payment', '54', 'POST', '/v1.0/debit/payment-host-to-host', 'money'],
    ['debit-status', '55', 'POST', '/v1.0/debit/status', 'read'],
    ['debit-cancel', '57', 'POST', '/v1.0/debit/cancel', 'money'],
    ['debit-refund', '58', 'POST', '/v1.0/debit/refund', 'money'],
    ['qr-mpm-cancel', '77', 'POST', '/v1.0/qr/qr-mpm-cancel', 'money'],
    ['qr-mpm-refund', '78', 'POST', '/v1.0/qr/qr-mpm-refund', 'money'],
  ])('%s is %s, %s %s, %s', (name, code, method, path, kind) => {
    expect(Object.keys(mine.services)).toHaveLength(23)
    expect(mine.services[name as Name]).toMatchObject({ code, method, path, kind })
  })

  it('go out signed: HMAC-SHA512 with the client secret, the client as partner, and an origin if there is one', async () => {
    const { request } = await client.prepare('balance-inquiry', {
      body: { accountNo: '1' },
      externalId: '777',
    })
    // HASH=$(printf %s '{"accountNo":"1"}' | openssl dgst -sha256 -hex | sed 's/.* //')
    // printf %s "POST:/v1.0/balance-inquiry:token:$HASH:2026-11-22T10:00:00+07:00" |
    //   openssl dgst -sha512 -hmac not-a-real-secret -binary | base64 -w0
    expect(request()).toEqual({
      method: 'POST',
      url: 'https://bank.example/v1.0/balance-inquiry',
      headers: {
        'content-type': 'application/json',
        authorization: 'Bearer token',
        'x-timestamp': '2026-11-22T10:00:00+07:00',
        'x-signature':
          'a6hV3JU+I69Y16oB/bU/cIkp5zNjdLu4JOSupBfx32AcljGZzTB37egNHhr2FzAq5UvrqkVbftgzsgZ3rPJ2YA==',
        'x-partner-id': 'client',
        'x-external-id': '777',
        'channel-id': '95051',
      },
      body: '{"accountNo":"1"}',
    })
    const other = createClient(mine, {
      ...credentials,
      environment: 'test',
      tokens,
      partnerId: 'partner',
      origin: 'shop.example',
    })
    const { headers } = (await other.prepare('balance-inquiry', { body: {} })).request()
    expect(headers).toMatchObject({ 'x-partner-id': 'partner', origin: 'shop.example' })
  })

  it('ask for their token where the standard has it', async () => {
    const paths: string[] = []
    const fetch = async (url: string | URL | Request) => {
      paths.push(String(url))
      return Response.json({
        responseCode: '2007300',
        accessToken: 't',
        tokenType: 'Bearer',
        expiresIn: '900',
      })
    }
    await createClient(mine, { ...credentials, environment: 'test', fetch }).accessToken()
    expect(paths).toEqual(['https://bank.example/v1.0/access-token/b2b'])
  })
})

describe('what became of the money', () => {
  const status = { latestTransactionStatus: '06' }
  it.each([
    ['transfer-intrabank', { referenceNo: 'R1' }, 'paid'],
    ['transfer-intrabank', {}, 'unknown'],
    ['transfer-interbank', { referenceNo: 'R1' }, 'paid'],
    ['transfer-interbank', { referenceNo: '' }, 'unknown'],
    ['transfer-rtgs', { transactionStatus: '03' }, 'pending'],
    ['transfer-rtgs', { transactionStatus: '00' }, 'paid'],
    ['transfer-rtgs', {}, 'unknown'],
    ['transfer-skn', { transactionStatus: '06' }, 'failed'],
    ['transfer-skn', { transactionStatus: 0 }, 'unknown'],
    ['transfer-status', status, 'failed'],
    ['qr-mpm-query', status, 'failed'],
    ['debit-status', status, 'failed'],
    ['va-status', { virtualAccountData: { paymentFlagStatus: '00' } }, 'paid'],
    ['va-status', { virtualAccountData: { paymentFlagStatus: '01' } }, 'unknown'],
    ['va-status', { virtualAccountData: {} }, 'unknown'],
    ['va-status', {}, 'unknown'],
    ['va-create', {}, 'pending'],
    ['qr-mpm-generate', {}, 'pending'],
    ['debit-payment', {}, 'pending'],
    ['debit-cancel', {}, 'cancelled'],
    ['qr-mpm-cancel', {}, 'cancelled'],
    ['debit-refund', {}, 'refunded'],
    ['qr-mpm-refund', {}, 'refunded'],
    ['va-update', {}, undefined],
    ['va-inquiry', {}, undefined],
    ['va-delete', {}, undefined],
    ['balance-inquiry', {}, undefined],
  ] as const)('%s, answered with success and %o: %s', async (name, answer, transaction) => {
    const { code } = mine.services[name]
    const reply = await ask(name, { body: {}, answer: { ...answer, responseCode: `200${code}00` } })
    expect(reply).toMatchObject({ outcome: 'success', transaction })
    if (mine.services[name].kind !== 'money') return
    expect(await ask(name, { body: {}, answer: { responseCode: `202${code}00` } })).toMatchObject({
      outcome: 'pending',
      transaction: 'pending',
    })
    expect(await ask(name, { body: {}, status: 504 })).toMatchObject({ transaction: 'unknown' })
  })
})

describe('what a clear refusal says of the money', () => {
  const starting = ['transfer-intrabank', 'transfer-interbank', 'transfer-rtgs', 'transfer-skn'] as const
  const waiting = ['va-create', 'qr-mpm-generate', 'debit-payment'] as const
  it.each([...starting, ...waiting])('%s: it failed, unless the bill is paid', async (name) => {
    const { code } = mine.services[name]
    const refused = (status: number, caseCode: string) =>
      ask(name, { body: {}, status, answer: { responseCode: `${status}${code}${caseCode}` } })
    expect(await refused(403, '14')).toMatchObject({ outcome: 'rejected', transaction: 'failed' })
    expect(await refused(404, '14')).toMatchObject({ outcome: 'rejected', transaction: 'unknown' })
  })

  it.each(['debit-cancel', 'debit-refund', 'qr-mpm-cancel', 'qr-mpm-refund'] as const)(
    '%s: nothing',
    async (name) => {
      const { code } = mine.services[name]
      const answer = { responseCode: `403${code}15` }
      expect(await ask(name, { body: {}, status: 403, answer })).toMatchObject({
        outcome: 'rejected',
        transaction: 'unknown',
      })
    },
  )
})

describe('how to ask later', () => {
  const va = { partnerServiceId: '   88899', customerNo: '01', virtualAccountNo: '   8889901' }
  const amount = { value: '1.00', currency: 'IDR' }
  const original = { originalPartnerReferenceNo: 'order-1' }
  const before = ['paid', 'pending']
  const refund = ['paid', 'pending', 'refunded', 'cancelled']
  const sent = { originalPartnerReferenceNo: 'order-1', originalExternalId: '777' }
  const day = '2026-11-22T10:00:00+07:00'
  it.each([
    ...(['17', '18', '22', '23'] as const).map(
      (code, index) =>
        [
          (['transfer-intrabank', 'transfer-interbank', 'transfer-rtgs', 'transfer-skn'] as const)[index] ??
            'transfer-skn',
          { partnerReferenceNo: 'order-1', amount, transactionDate: day, remark: 'not for the status' },
          { service: 'transfer-status', body: { ...sent, serviceCode: code, transactionDate: day, amount } },
        ] as const,
    ),
    ['transfer-intrabank', { amount }, undefined],
    ['transfer-intrabank', { partnerReferenceNo: null, amount }, undefined],
    ['va-create', { ...va, virtualAccountName: 'A', trxId: 'x' }, { service: 'va-status', body: va }],
    ['va-create', { partnerServiceId: '   88899', customerNo: '' }, undefined],
    ['va-update', { ...va, trxId: 'x' }, { service: 'va-inquiry', body: { ...va, trxId: 'x' } }],
    ['va-delete', { ...va, trxId: 'x' }, { service: 'va-inquiry', body: { ...va, trxId: 'x' } }],
    ['va-delete', va, undefined],
    [
      'qr-mpm-generate',
      { partnerReferenceNo: 'order-1', merchantId: 'm', subMerchantId: 'u', storeId: 's', terminalId: 't' },
      {
        service: 'qr-mpm-query',
        body: { ...sent, serviceCode: '47', merchantId: 'm', subMerchantId: 'u', externalStoreId: 's' },
      },
    ],
    [
      'debit-payment',
      { partnerReferenceNo: 'order-1', merchantId: 'm', externalStoreId: 's' },
      {
        service: 'debit-status',
        body: { ...sent, serviceCode: '54', merchantId: 'm', externalStoreId: 's' },
      },
    ],
    [
      'debit-cancel',
      { ...original, merchantId: 'm' },
      {
        service: 'debit-status',
        body: { ...original, serviceCode: '54', merchantId: 'm' },
        undecided: before,
      },
    ],
    [
      'debit-refund',
      { ...original, partnerRefundNo: 'r' },
      { service: 'debit-status', body: { ...original, serviceCode: '54' }, undecided: refund },
    ],
    [
      'qr-mpm-cancel',
      { originalReferenceNo: 'theirs', merchantId: 'm' },
      {
        service: 'qr-mpm-query',
        body: { originalReferenceNo: 'theirs', serviceCode: '47', merchantId: 'm' },
        undecided: before,
      },
    ],
    [
      'qr-mpm-refund',
      { ...original, partnerRefundNo: 'r' },
      { service: 'qr-mpm-query', body: { ...original, serviceCode: '47' }, undecided: refund },
    ],
    ['qr-mpm-refund', {}, undefined],
  ] as const)('%s with %o: %o', async (name, body, plan) => {
    const { inquiry } = await ask(name, { body, status: 504 })
    expect(inquiry).toEqual(
      plan && { provider: 'mine', environment: 'test', account: 'client', of: name, how: 'status', ...plan },
    )
  })

  it('names the bank’s reference too, where it has said one', async () => {
    const answer = { responseCode: '2021700', referenceNo: 'theirs' }
    const { inquiry } = await ask('transfer-intrabank', { body: { partnerReferenceNo: 'order-1' }, answer })
    expect(inquiry?.body).toEqual({ ...sent, originalReferenceNo: 'theirs', serviceCode: '17' })
  })

  it('takes the number that the bank gave', async () => {
    const answer = { responseCode: '2002700', virtualAccountData: { ...va, virtualAccountName: 'A' } }
    const { inquiry } = await ask('va-create', { body: { virtualAccountName: 'A', trxId: 'x' }, answer })
    expect(inquiry?.body).toEqual(va)
  })

  it.each([null, [], 'text', { virtualAccountData: null }, { virtualAccountData: [va] }])(
    'makes nothing of an answer like %o',
    async (answer) => {
      const reply = await ask('va-create', {
        body: {},
        answer: { responseCode: '2002700', virtualAccountData: answer },
      })
      expect(reply.inquiry).toBeUndefined()
    },
  )
})
