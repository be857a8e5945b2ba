import { type AuditedExchange, type Client, createClient, idr } from '@x/providers'
import { nicepay } from '@x/providers/nicepay'
import type { AccessToken, CachedTokenSource, TokenSource } from '@x/token-cache'
import { describe, expect, it } from 'vitest'
import { credentials } from './credentials.js'
import { fixtures } from './fixtures.js'

interface Seen {
  readonly path: string
  readonly headers: Headers
  readonly body: string
}

/** A server that gives these answers, one a call, and keeps what it was sent. Tokens it gives as often as asked. */
const answering = (
  answers: readonly (readonly [status: number, body: string])[],
  settings: {
    readonly channelId?: string
    readonly audit?: (exchange: AuditedExchange) => void
    readonly tokens?: TokenSource
  } = {},
): { readonly pay: Client<typeof nicepay>; readonly seen: readonly Seen[] } => {
  const seen: Seen[] = []
  let tokens = 0
  const pay = createClient(nicepay, {
    ...credentials,
    ...settings,
    environment: 'development',
    fetch: async (input, init) => {
      const path = String(input).replace('https://dev.nicepay.co.id/nicepay', '')
      if (path === '/v1.0/access-token/b2b') {
        tokens += 1
        const accessToken = `token-${tokens}`
        return new Response(`{"responseCode":"2007300","accessToken":"${accessToken}","tokenType":"Bearer"}`)
      }
      seen.push({ path, headers: new Headers(init?.headers), body: String(init?.body) })
      const [status, body] = answers[seen.length - 1] ?? [500, '']
      return new Response(body, { status })
    },
  })
  return { pay, seen }
}

const bodyOf = (service: string): never => fixtures.services[service]?.call.body as never

const lost = [502, '<html>Bad Gateway</html>'] as const
const tXid = 'IONPAYTEST08202611201031100002'
const query = {
  originalReferenceNo: tXid,
  originalPartnerReferenceNo: 'QR-2001',
  merchantId: 'IONPAYTEST',
  externalStoreId: 'NICEPAY',
  serviceCode: '47',
}

describe('after a lost answer to a create', () => {
  const generate = '/api/v1.0/qr/qr-mpm-generate'

  it('nothing is sent again without leave', async () => {
    const { pay, seen } = answering([lost])
    const reply = await pay.call('qr-mpm-generate', { body: bodyOf('qr-mpm-generate') })
    expect(reply).toMatchObject({ outcome: 'unknown', transaction: 'unknown', inquiry: { how: 'repeat' } })
    if (reply.inquiry === undefined) throw new Error('no inquiry')
    await expect(pay.inquire(reply.inquiry)).rejects.toThrow('{ repeat: true }')
    expect(seen).toHaveLength(1)
  })

  it('the same reference again: a duplicate says that the first one arrived', async () => {
    const duplicate = '{"responseCode":"4094701","responseMessage":"Duplicate partnerReferenceNo"}'
    const { pay, seen } = answering([lost, [409, duplicate]])
    const { inquiry } = await pay.call('qr-mpm-generate', { body: bodyOf('qr-mpm-generate') })
    if (inquiry === undefined) throw new Error('no inquiry')
    const asked = await pay.inquire(inquiry, { repeat: true })
    // It is there; who has paid meanwhile, nobody has told.
    expect(asked).toMatchObject({ transaction: 'unknown', code: { value: '4094701' } })
    expect(seen.map(({ path }) => path)).toEqual([generate, generate])
    expect(seen[1]?.body).toBe(seen[0]?.body)
    expect(seen[1]?.headers.get('x-external-id')).not.toBe(seen[0]?.headers.get('x-external-id'))
  })

  it('the same reference again, refused for another reason: that is no word about the first', async () => {
    const { pay } = answering([lost, [403, '{"responseCode":"4034702","responseMessage":"Exceeds"}']])
    const { inquiry } = await pay.call('qr-mpm-generate', { body: bodyOf('qr-mpm-generate') })
    if (inquiry === undefined) throw new Error('no inquiry')
    const asked = await pay.inquire(inquiry, { repeat: true })
    expect(asked).toMatchObject({ outcome: 'rejected', transaction: 'unknown', inquiry: { how: 'repeat' } })
  })

  it('or it is created now, and can be asked about from then on', async () => {
    const { pay, seen } = answering([
      lost,
      [200, `{"responseCode":"2004700","referenceNo":"${tXid}","qrContent":"0002"}`],
      [200, '{"responseCode":"2005100","latestTransactionStatus":"00"}'],
    ])
    const first = await pay.call('qr-mpm-generate', { body: bodyOf('qr-mpm-generate') })
    if (first.inquiry === undefined) throw new Error('no inquiry')
    // As it comes back from a queue.
    const second = await pay.inquire(JSON.parse(JSON.stringify(first.inquiry)), { repeat: true })
    expect(second).toMatchObject({ outcome: 'success', transaction: 'pending' })
    expect(second.inquiry).toMatchObject({ service: 'qr-mpm-query', how: 'status', body: query })
    if (second.inquiry === undefined) throw new Error('no inquiry')
    const third = await pay.inquire(second.inquiry)
    expect(third.transaction).toBe('paid')
    expect(JSON.parse(seen[2]?.body ?? '')).toEqual(query)
  })
})

describe('after a lost answer to a refund', () => {
  const refund = (cancelType: '1' | '2') => ({
    originalReferenceNo: tXid,
    originalPartnerReferenceNo: 'QR-2001',
    partnerRefundNo: 'RF-1',
    merchantId: 'IONPAYTEST',
    externalStoreId: 'NICEPAY',
    refundAmount: idr(5_000),
    reason: 'One item missing',
    additionalInfo: { cancelType },
  })

  it.each([
    ['1', '00', 'unknown'],
    // Maybe of an earlier part refund.
    ['1', '04', 'unknown'],
    ['1', '05', 'cancelled'],
    ['2', '00', 'unknown'],
    ['2', '04', 'unknown'],
    ['2', '06', 'failed'],
  ] as const)('of type %s, the state %s says %s', async (type, state, transaction) => {
    const { pay } = answering([
      lost,
      [200, `{"responseCode":"2005100","latestTransactionStatus":"${state}"}`],
    ])
    const { inquiry } = await pay.call('qr-mpm-refund', { body: refund(type) })
    if (inquiry === undefined) throw new Error('no inquiry')
    expect((await pay.inquire(inquiry)).transaction).toBe(transaction)
  })

  it('whose body came as text, the id is known as well', async () => {
    const { pay } = answering([lost])
    const { inquiry } = await pay.call('qr-mpm-refund', { body: JSON.stringify(refund('1')) })
    expect(inquiry?.body).toEqual(query)
  })

  it('that named no transaction, there is no way to ask', async () => {
    const { pay } = answering([lost, lost, lost, lost])
    for (const service of ['qr-mpm-refund', 'debit-refund', 'va-delete'] as const)
      expect((await pay.call(service, { body: '{}' })).inquiry).toBeUndefined()
    const account = await pay.call('payout-approve', { body: '{"beneficiaryAccountNo":"1234500001"}' })
    expect(account.inquiry).toBeUndefined()
  })
})

describe('a payout', () => {
  const decision = {
    originalReferenceNo: 'IONPAYTEST07202611201033300004',
    originalPartnerReferenceNo: 'PO-4001',
    merchantId: 'IONPAYTEST',
    beneficiaryAccountNo: '1234500001',
  }
  const state = (latest: string) =>
    [200, `{"responseCode":"2000000","latestTransactionStatus":"${latest}"}`] as const
  const registered = `{"responseCode":"2000000","originalReferenceNo":"${decision.originalReferenceNo}"}`

  it.each([
    ['none', {}, '00', 'paid'],
    ['a day', { reservedDt: '20261121', reservedTm: '103330' }, '00', 'unknown'],
    ['a day', { reservedDt: '20261121' }, '09', 'failed'],
    ['a time', { reservedTm: '103330' }, '00', 'unknown'],
    ['empty text', { reservedDt: '', reservedTm: '' }, '00', 'paid'],
  ] as const)('reserved for %s, %j: the state %s says %s', async (_, reserved, latest, transaction) => {
    const { pay } = answering([[200, registered], state(latest)])
    const body = { ...(bodyOf('payout-registration') as object), ...reserved } as never
    const { inquiry } = await pay.call('payout-registration', { body })
    if (inquiry === undefined) throw new Error('no inquiry')
    expect((await pay.inquire(inquiry)).transaction).toBe(transaction)
  })

  it.each([
    ['payout-cancel', '00', 'unknown'],
    ['payout-cancel', '03', 'pending'],
    ['payout-cancel', '04', 'cancelled'],
    ['payout-reject', '00', 'paid'],
    ['payout-reject', '05', 'cancelled'],
  ] as const)('after a lost answer to %s, the state %s says %s', async (service, latest, transaction) => {
    const { pay } = answering([lost, state(latest)])
    const { inquiry } = await pay.call(service, { body: decision })
    if (inquiry === undefined) throw new Error('no inquiry')
    expect((await pay.inquire(inquiry)).transaction).toBe(transaction)
  })

  it.each(['payout-approve', 'payout-reject', 'payout-cancel'] as const)(
    'that is paid is not failed because %s is refused, and can be asked about',
    async (service) => {
      const refused = '{"responseCode":"4030015","responseMessage":"Transaction Not Permitted [sent]"}'
      const { pay } = answering([[403, refused], state('05')])
      const reply = await pay.call(service, { body: decision })
      expect(reply).toMatchObject({ outcome: 'rejected', transaction: 'unknown' })
      if (reply.inquiry === undefined) throw new Error('no inquiry')
      expect((await pay.inquire(reply.inquiry)).transaction).toBe('cancelled')
    },
  )

  it('whose approval is lost is asked about, never approved again', async () => {
    const { pay, seen } = answering([
      lost,
      [200, '{"responseCode":"2000000","latestTransactionStatus":"08"}'],
    ])
    const reply = await pay.call('payout-approve', { body: bodyOf('payout-approve') })
    expect(reply.outcome).toBe('unknown')
    if (reply.inquiry === undefined) throw new Error('no inquiry')
    expect((await pay.inquire(reply.inquiry)).transaction).toBe('unknown')
    expect(seen.map(({ path }) => path)).toEqual(['/api/v1.0/transfer/approve', '/api/v1.0/transfer/inquiry'])
  })
})

describe('every call', () => {
  it('is sent once more with another token and the same id when the token is refused', async () => {
    // A cache keeps a token that is seconds old: it may not be known to all servers yet.
    let version = 1
    const tokens: CachedTokenSource = {
      peek: () => undefined,
      get: async () => ({ value: `token-${version}` }) as AccessToken,
      invalidate: () => {
        version += 1
        return 'renewed'
      },
      confirm: () => undefined,
    }
    const { pay, seen } = answering(
      [
        [401, '{"responseCode":"4015401","responseMessage":"Access Token Invalid"}'],
        [200, '{"responseCode":"2005400","referenceNo":"IONPAYTEST05202611201032200003"}'],
      ],
      { tokens },
    )
    const reply = await pay.call('debit-payment', { body: bodyOf('debit-payment') })
    expect(reply).toMatchObject({ outcome: 'success', transaction: 'pending' })
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
    expect(seen[1]?.headers.get('x-external-id')).toBe(seen[0]?.headers.get('x-external-id'))
    expect(seen[0]?.headers.get('x-external-id')).toMatch(/^\d{32}$/)
  })

  it('is sent only once where it is the signature that is refused', async () => {
    const { pay, seen } = answering([[401, '{"responseCode":"4015400","responseMessage":"Unauthorized"}']])
    const reply = await pay.call('debit-payment', { body: bodyOf('debit-payment') })
    expect(reply).toMatchObject({ outcome: 'rejected', transaction: 'failed', tokenRejected: false })
    expect(seen).toHaveLength(1)
  })

  it('takes an id of up to 40 digits, and a channel of your own', async () => {
    const { pay, seen } = answering([[200, '{"responseCode":"2001100"}']], { channelId: 'SHOP5' })
    const body = { accountNo: 'IONPAYTEST' }
    const externalId = '1'.repeat(40)
    await pay.call('balance-inquiry', { body, externalId })
    expect(seen[0]?.headers.get('x-external-id')).toBe(externalId)
    expect(seen[0]?.headers.get('channel-id')).toBe('SHOP5')
    for (const wrong of ['1'.repeat(41), 'A1', ''])
      await expect(pay.call('balance-inquiry', { body, externalId: wrong })).rejects.toThrow('1 to 40 digits')
  })

  it('is refused before it is sent where an amount is a number', async () => {
    const { pay, seen } = answering([])
    const body = '{"partnerReferenceNo":"QR-1","amount":{"value":15000.00,"currency":"IDR"}}'
    await expect(pay.call('qr-mpm-generate', { body })).rejects.toThrow('"value" must be a string')
    expect(seen).toEqual([])
  })

  it('shows an audit no secret, and everything else', async () => {
    const exchanges: AuditedExchange[] = []
    const { pay } = answering([[200, '{"responseCode":"2001100"}']], {
      audit: (exchange) => exchanges.push(exchange),
    })
    await pay.call('balance-inquiry', { body: { accountNo: 'IONPAYTEST' } })
    const text = JSON.stringify(exchanges)
    expect(text).toContain('IONPAYTEST')
    expect(text).not.toContain('token-1')
    expect(text).not.toContain(credentials.clientSecret)
  })
})
