import { bni } from '@x/providers/bni'
import { describe, expect, it } from 'vitest'
import { bniClient } from '../clients.js'
import { serve } from '../loopback.js'

const payment = {
  customerReferenceNumber: '1',
  paymentMethod: '0',
  debitAccountNo: '1',
  creditAccountNo: '2',
  valueDate: '20261122000000000',
  valueCurrency: 'IDR',
  valueAmount: '100500',
} as const

const good =
  '{"r":{"parameters":{"responseCode":"0001","bankReference":"953403","previousResponse":{"transactionStatus":"Y"}}}}'

/** A bank that gives out numbered tokens and refuses the first of them as `refusal` says. */
const bank = async (refusal: { readonly status: number; readonly body: string }) => {
  const calls: string[] = []
  let tokens = 0
  const baseUrl = await serve(async (request, response) => {
    for await (const _ of request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://bank')
    const send = (status: number, body: string) => void response.writeHead(status).end(body)
    if (pathname === '/api/oauth/token') {
      tokens += 1
      return send(200, `{"access_token":"t${tokens}","token_type":"Bearer","expires_in":3599}`)
    }
    const token = searchParams.get('access_token')
    calls.push(`${pathname.slice('/H2H/v2/'.length)} ${token}`)
    return token === 't1' ? send(refusal.status, refusal.body) : send(200, good)
  })
  return { client: await withOldToken(baseUrl), calls }
}

/** A client whose token is a minute old: the cache keeps a younger one, which a server may not know yet. */
const withOldToken = async (baseUrl: string): Promise<ReturnType<typeof bniClient>> => {
  let time = Date.UTC(2026, 10, 22)
  const client = bniClient({ baseUrl, now: () => time })
  await client.accessToken()
  time += 60_000
  return client
}

// What BNI answers to a dead token is documented nowhere: any of these may be it.
const refusals = [
  { status: 401, body: '' },
  { status: 401, body: 'Unauthorized' },
  { status: 401, body: '{"error":"invalid_token"}' },
  { status: 401, body: '{"Response":{"parameters":{"responseCode":"0099"}}}' },
]

describe.each(refusals)('a dead token, refused with $status $body', (refusal) => {
  it('a read is sent once more, with another token', async () => {
    const { client, calls } = await bank(refusal)
    const { outcome } = await client.call('getbalance', { body: { accountNo: '1' } })
    expect(outcome).toBe('success')
    expect(calls).toEqual(['getbalance t1', 'getbalance t2'])
  })

  it('money is not; asking about it brings the answer and a token for the next payment', async () => {
    const { client, calls } = await bank(refusal)
    const { outcome, transaction, inquiry } = await client.call('dopayment', { body: payment })
    expect({ outcome, transaction }).toEqual({ outcome: 'unknown', transaction: 'unknown' })
    if (inquiry === undefined) throw new Error('no inquiry')
    expect((await client.inquire(JSON.parse(JSON.stringify(inquiry)))).transaction).toBe('paid')
    expect((await client.call('dopayment', { body: payment })).transaction).toBe('paid')
    expect(calls).toEqual(['dopayment t1', 'getpaymentstatus t1', 'getpaymentstatus t2', 'dopayment t2'])
  })
})

it('a read that is refused again is not sent a third time', async () => {
  const calls: string[] = []
  const baseUrl = await serve(async (request, response) => {
    for await (const _ of request);
    calls.push(request.url ?? '')
    const isToken = request.url === '/api/oauth/token'
    response.writeHead(isToken ? 200 : 401)
    response.end(isToken ? `{"access_token":"t${calls.length}","token_type":"Bearer","expires_in":3599}` : '')
  })
  const { outcome, tokenRejected } = await (await withOldToken(baseUrl)).call('getbalance', {
    body: { accountNo: '1' },
  })
  expect({ outcome, tokenRejected }).toEqual({ outcome: 'unknown', tokenRejected: true })
  expect(calls).toEqual([
    '/api/oauth/token',
    '/H2H/v2/getbalance?access_token=t1',
    '/api/oauth/token',
    '/H2H/v2/getbalance?access_token=t3',
  ])
})

it('an interbank payment stays undecided, whatever the status service says', async () => {
  const baseUrl = await serve((request, response) => {
    const isToken = request.url === '/api/oauth/token'
    const isPayment = request.url?.includes('getinterbankpayment')
    response.writeHead(isPayment ? 504 : 200)
    response.end(
      isToken ? '{"access_token":"t","token_type":"Bearer","expires_in":3599}' : isPayment ? '' : good,
    )
  })
  const client = bniClient({ baseUrl })
  const { inquiry } = await client.call('getinterbankpayment', {
    body: {
      customerReferenceNumber: '3',
      amount: '10000',
      destinationAccountNum: '3333333333',
      destinationAccountName: 'BENEFICIARY NAME',
      destinationBankCode: '014',
      destinationBankName: 'BCA',
      accountNum: '115471119',
      retrievalReffNum: '100000000097',
    },
  })
  if (inquiry === undefined) throw new Error('no inquiry')
  expect(
    bni.services.getpaymentstatus.transaction?.({
      responseCode: '0001',
      previousResponse: { transactionStatus: 'Y' },
      bankReference: '953403',
    }),
  ).toBe('paid')
  expect(await client.inquire(inquiry)).toMatchObject({ outcome: 'success', transaction: 'unknown' })
})
