import { createClient, idr } from '@x/providers'
import { dana } from '@x/providers/dana'
import { createSandbox, SandboxError } from '@x/sandbox'
import { listen } from '@x/sandbox/node'
import { assert, describe, expect, it, onTestFinished } from 'vitest'
import { pair, privateKey, publicKey } from './clients.js'
import { handlerOf, inquiryOf, openDana } from './clients-in-process.js'

const merchantId = '216620010016033632482'
const start = Date.parse('2026-11-22T10:00:00+07:00')
const order = {
  partnerReferenceNo: 'order-1',
  merchantId,
  amount: idr(150_000),
  validUpTo: '2026-11-22T11:00:00+07:00',
  urlParams: [{ url: 'https://shop.example/thanks', type: 'PAY_RETURN', isDeeplink: 'N' }],
} as const
const original = { originalPartnerReferenceNo: 'order-1', merchantId }
const refund = { ...original, partnerRefundNo: 'refund-1', refundAmount: idr(50_000) }

const open = (at: { ms: number } = { ms: start }) => {
  const { client, provider } = openDana(() => at.ms)
  const status = async () =>
    (await client.call('debit-status', { body: { ...original, serviceCode: '54' } })).transaction
  const last = () => provider.calls().at(-1)?.response
  return { at, client, provider, status, last }
}

describe('DANA by its client', () => {
  it('an order is made, started, paid, refunded in parts, and is told of throughout', async () => {
    const { client, provider, status } = open()
    const made = await client.call('debit-payment', { body: order })
    expect(made).toMatchObject({ outcome: 'success', transaction: 'pending', code: { value: '2005400' } })
    assert(made.outcome === 'success', 'it is made')
    expect(made.body.referenceNo).toMatch(/^20261122\d{14}$/)
    expect(made.body.webRedirectUrl).toContain(made.body.referenceNo)
    expect((await client.inquire(inquiryOf(made))).transaction).toBe('pending')

    expect(provider.transactions()).toMatchObject([
      { kind: 'order', reference: 'order-1', state: 'created', actions: ['start', 'pay', 'expire'] },
    ])
    expect(provider.act({ action: 'start', reference: 'order-1' })).toMatchObject({ status: '02' })
    expect(await status()).toBe('pending')
    provider.act({ action: 'pay', reference: String(made.body.referenceNo), amount: '150000.00' })
    expect((await client.inquire(inquiryOf(made))).transaction).toBe('paid')

    const given = await client.call('debit-refund', { body: refund })
    expect(given).toMatchObject({ outcome: 'success', transaction: 'refunded', code: { value: '2005800' } })
    expect(provider.transactions()).toMatchObject([{ state: 'paid', refunded: '50000.00' }])
    const tooMuch = { ...refund, partnerRefundNo: 'refund-2', refundAmount: idr(100_001) }
    expect(await client.call('debit-refund', { body: tooMuch })).toMatchObject({
      outcome: 'rejected',
      code: { value: '4035802' },
    })
    const rest = { ...refund, partnerRefundNo: 'refund-3', refundAmount: idr(100_000) }
    expect(await client.call('debit-refund', { body: rest })).toMatchObject({ outcome: 'success' })
    expect(provider.transactions()).toMatchObject([
      { state: 'refunded', status: '00', refunded: '150000.00', actions: [] },
    ])
  })

  it('says the same again for the same again, and moves nothing twice', async () => {
    const { client, provider } = open()
    const first = await client.call('debit-payment', { body: order })
    const { amount, ...others } = order
    const again = await client.call('debit-payment', { body: { amount, ...others } })
    expect(again.body).toEqual(first.body)
    expect(await client.call('debit-payment', { body: { ...order, amount: idr(150_001) } })).toMatchObject({
      outcome: 'unknown',
      code: { value: '4045418' },
    })
    provider.act({ action: 'pay', reference: 'order-1' })
    const given = await client.call('debit-refund', { body: refund })
    expect((await client.call('debit-refund', { body: refund })).body).toEqual(given.body)
    expect(
      await client.call('debit-refund', { body: { ...refund, refundAmount: idr(60_000) } }),
    ).toMatchObject({ outcome: 'unknown', code: { value: '4045818' } })
    expect(provider.transactions()).toMatchObject([{ refunded: '50000.00' }])
  })

  it.each(['unpaid', 'paid'])('cancels an order that is %s, whole, once', async (state) => {
    const { client, provider, status } = open()
    await client.call('debit-payment', { body: order })
    if (state === 'paid') provider.act({ action: 'pay', reference: 'order-1' })
    const cancelled = await client.call('debit-cancel', { body: original })
    expect(cancelled).toMatchObject({ transaction: 'cancelled', code: { value: '2005700' } })
    expect(await status()).toBe('cancelled')
    expect((await client.call('debit-cancel', { body: original })).body).toEqual(cancelled.body)
    expect(provider.transactions()).toMatchObject([
      { status: '05', refunded: state === 'paid' ? '150000.00' : '0.00', actions: [] },
    ])
    expect(await client.call('debit-refund', { body: refund })).toMatchObject({
      outcome: 'rejected',
      code: { value: '4035815' },
    })
  })

  it('cancels nothing that was refunded, even in part', async () => {
    const { client, provider } = open()
    await client.call('debit-payment', { body: order })
    provider.act({ action: 'pay', reference: 'order-1' })
    await client.call('debit-refund', { body: refund })
    expect(await client.call('debit-cancel', { body: original })).toMatchObject({
      code: { value: '4035715' },
    })
    expect(provider.transactions()).toMatchObject([{ state: 'paid', refunded: '50000.00' }])
  })

  it('an order ends with its time, or by the action expire', async () => {
    const { at, client, provider, status } = open()
    await client.call('debit-payment', { body: order })
    at.ms = start + 3_599_999
    expect(await status()).toBe('pending')
    at.ms = start + 3_600_000
    expect(await status()).toBe('cancelled')
    expect(await client.call('debit-cancel', { body: original })).toMatchObject({
      code: { value: '4035715' },
    })
    at.ms = start
    provider.act({ action: 'expire', reference: 'order-1' })
    expect(await status()).toBe('cancelled')
    expect(() => provider.act({ action: 'pay', reference: 'order-1' })).toThrow(SandboxError)
  })

  it('lists methods to pay with, QRIS for a store only', async () => {
    const { client } = open()
    const additionalInfo = { envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' } }
    const ask = async (externalStoreId?: string) => {
      const body = {
        merchantId,
        amount: idr(1_000),
        additionalInfo,
        ...(externalStoreId && { externalStoreId }),
      }
      const reply = await client.call('consult-pay', { body })
      expect(reply).toMatchObject({ outcome: 'success', code: { value: '2000000' } })
      return JSON.stringify(reply.body)
    }
    expect(await ask()).not.toContain('QRIS')
    expect(await ask('store-1')).toContain('NETWORK_PAY_PG_QRIS')
  })

  it.each([
    ['991305', '4035405', 'rejected', 0],
    ['991429', '4295400', 'rejected', 0],
    ['991500', '5005400', 'unknown', 0],
    ['991501', '5005401', 'unknown', 1],
  ])('an order of %s is answered %s: %s, and leaves %i', async (rupiah, code, outcome, left) => {
    const { client, provider } = open()
    const reply = await client.call('debit-payment', { body: { ...order, amount: idr(Number(rupiah)) } })
    expect(reply).toMatchObject({ outcome, code: { value: code } })
    expect(provider.transactions()).toHaveLength(left)
  })

  it.each([
    ['990202', '2025800', 'pending', '0.00'],
    ['990305', '4035805', 'rejected', '0.00'],
    ['990500', '5005800', 'unknown', '0.00'],
    ['990501', '5005801', 'unknown', '990501.00'],
  ])('a refund of %s is answered %s: %s, and gives back %s', async (rupiah, code, outcome, given) => {
    const { client, provider } = open()
    await client.call('debit-payment', { body: { ...order, amount: idr(1_000_000) } })
    provider.act({ action: 'pay', reference: 'order-1' })
    const reply = await client.call('debit-refund', {
      body: { ...refund, refundAmount: idr(Number(rupiah)) },
    })
    expect(reply).toMatchObject({ outcome, code: { value: code } })
    expect(provider.transactions()).toMatchObject([{ refunded: given }])
  })

  it('a refund in progress holds its money until it is settled or fails', async () => {
    const { client, provider } = open()
    await client.call('debit-payment', { body: { ...order, amount: idr(1_000_000) } })
    provider.act({ action: 'pay', reference: 'order-1' })
    const first = { ...refund, refundAmount: idr(990_202) }
    await client.call('debit-refund', { body: first })
    const second = { ...refund, partnerRefundNo: 'refund-2', refundAmount: idr(10_000) }
    expect(await client.call('debit-refund', { body: second })).toMatchObject({ code: { value: '4035802' } })
    expect(provider.act({ action: 'refund-fail', reference: 'order-1' })).toMatchObject({
      refunded: '0.00',
      actions: [],
    })
    expect(await client.call('debit-refund', { body: second })).toMatchObject({ code: { value: '2005800' } })
    const third = { ...first, partnerRefundNo: 'refund-3' }
    expect(await client.call('debit-refund', { body: third })).toMatchObject({ code: { value: '4035802' } })
    expect(await client.call('debit-refund', { body: first })).toMatchObject({ code: { value: '4035815' } })
  })

  it('keeps merchants and clients apart', async () => {
    const { client, provider } = open()
    await client.call('debit-payment', { body: order })
    const body = { ...original, serviceCode: '54' }
    const elsewhere = { ...body, merchantId: 'another' }
    expect(await client.call('debit-status', { body: elsewhere })).toMatchObject({
      code: { value: '4045501' },
      transaction: 'not-found',
    })
    const apart = { ...body, originalReferenceNo: '2026112200000000000009' }
    expect((await client.call('debit-status', { body: apart })).code?.value).toBe('4045501')
    const [made] = provider.transactions()
    const byNumber = { originalReferenceNo: String(made?.providerReference), merchantId, serviceCode: '54' }
    expect((await client.call('debit-status', { body: byNumber })).transaction).toBe('pending')

    provider.registerClient({ clientId: 'shop-2', publicKey, partnerId: 'merchant-2' })
    const other = createClient(dana, {
      environment: 'sandbox',
      clientId: 'shop-2',
      channelId: '95221',
      privateKey,
      now: () => start,
      fetch: handlerOf(provider),
    })
    expect((await other.call('debit-payment', { body: order })).code?.value).toBe('4045408')
    await other.call('debit-payment', { body: { ...order, merchantId: 'merchant-2' } })
    expect(() => provider.act({ action: 'pay', reference: 'order-1' })).toThrow("give the provider's own")
  })

  it.each([
    ['partnerReferenceNo', { partnerReferenceNo: '' }, '4005402'],
    ['merchantId', { merchantId: 'x'.repeat(65) }, '4005401'],
    ['amount.value', { amount: { value: '0.00', currency: 'IDR' } }, '4005401'],
    ['amount.value', { amount: { value: '1000', currency: 'IDR' } }, '4005401'],
    ['validUpTo', { validUpTo: '2026-11-22T10:00:00+07:00' }, '4005401'],
    ['validUpTo', { validUpTo: '2026-11-29T10:00:01+07:00' }, '4005401'],
    ['validUpTo', { validUpTo: '2026-11-22T04:00:00Z' }, '4005401'],
    ['validUpTo', { validUpTo: '2026-13-22T04:00:00+07:00' }, '4005401'],
    ['urlParams', { urlParams: null }, '4005402'],
    ['urlParams', { urlParams: [{ url: 'https://a.example', type: 'OTHER', isDeeplink: 'N' }] }, '4005401'],
    [
      'PAY_RETURN',
      { urlParams: [{ url: 'https://a.example', type: 'NOTIFICATION', isDeeplink: 'N' }] },
      '4005402',
    ],
  ])('an order whose %s is wrong is refused, and says where', async (field, wrong, code) => {
    const { client, provider, last } = open()
    const reply = await client.call('debit-payment', { body: JSON.stringify({ ...order, ...wrong }) })
    expect(reply.code?.value).toBe(code)
    expect(last()?.headers['x-sandbox-reason']).toContain(field)
    expect(last()?.headers['x-sandbox-source']).toMatch(/^provider: DANA/)
    expect(provider.transactions()).toEqual([])
  })
})

describe('DANA refuses', () => {
  const body = { ...original, serviceCode: '54' } as const
  const withKey = (
    key: string,
    { now = Date.now, without }: { now?: () => number; without?: string } = {},
  ) => {
    const provider = createSandbox().provider('dana')
    provider.registerClient({ clientId: 'shop-1', publicKey })
    const client = createClient(dana, {
      environment: 'sandbox',
      clientId: 'shop-1',
      channelId: '95221',
      privateKey: key,
      now,
      fetch: (url, init) => {
        const request = new Request(url, init)
        if (without !== undefined) request.headers.delete(without)
        return provider.fetch(request)
      },
    })
    return { client, reason: () => provider.calls().at(-1)?.reason }
  }

  it('another key, and names the registered one', async () => {
    const { client, reason } = withKey(pair().privateKey)
    expect(await client.call('debit-status', { body })).toMatchObject({
      outcome: 'rejected',
      code: { value: '4015500' },
    })
    expect(reason()).toMatch(
      /^X-SIGNATURE does not verify: .* registered key SHA256:.*no access token in it$/,
    )
  })

  it.each([
    [-301, 'behind'],
    [301, 'ahead of'],
  ])('a clock %i s off, and says so', async (seconds, side) => {
    const { client, reason } = withKey(privateKey, { now: () => Date.now() + seconds * 1_000 })
    expect((await client.call('debit-status', { body })).code?.value).toBe('4015500')
    expect(reason()).toMatch(
      new RegExp(`^X-TIMESTAMP is 30[0-2] s ${side} the sandbox's clock; 300 s are allowed$`),
    )
  })

  it.each(['X-TIMESTAMP', 'X-SIGNATURE', 'X-PARTNER-ID', 'X-EXTERNAL-ID', 'CHANNEL-ID', 'Content-Type'])(
    'a call without %s',
    async (without) => {
      const { client, reason } = withKey(privateKey, { without })
      expect((await client.call('debit-status', { body })).code?.value).toBe('4005502')
      expect(reason()).toBe(`${without} is missing or empty`)
    },
  )

  it('an X-EXTERNAL-ID of the same day in Jakarta, not of the next', async () => {
    const { at, client } = open()
    const ask = async () => (await client.call('debit-status', { body, externalId: '7' })).code?.value
    expect(await ask()).toBe('4045501')
    expect(await ask()).toBe('4095500')
    at.ms = Date.parse('2026-11-22T23:59:59+07:00')
    expect(await ask()).toBe('4095500')
    at.ms = Date.parse('2026-11-23T00:00:00+07:00')
    expect(await ask()).toBe('4045501')
  })

  it('to give a token: there is none, and no path for it', async () => {
    const { client, provider } = open()
    expect(provider.tokenPath).toBeUndefined()
    await expect(client.accessToken()).rejects.toThrow('DANA gives no access token')
    const response = await provider.fetch(
      new Request('http://127.0.0.1/v1.0/access-token/b2b', { method: 'POST' }),
    )
    expect([response.status, response.headers.get('x-sandbox-reason')]).toEqual([
      404,
      expect.stringContaining('No service has this path'),
    ])
  })
})

it('DANA over HTTP takes the ORIGIN of a merchant, which is no page', async () => {
  const sandbox = createSandbox({ providers: ['dana'] })
  const servers = await listen(sandbox, { port: 0, providerPort: 0 })
  onTestFinished(() => servers.close())
  sandbox.provider('dana').registerClient({ clientId: 'shop-1', publicKey })
  const client = createClient(dana, {
    environment: 'sandbox',
    baseUrl: servers.baseUrl('dana'),
    clientId: 'shop-1',
    channelId: 'shop-1-SERVER',
    origin: 'shop.example',
    privateKey,
  })
  const { code } = await client.call('debit-status', { body: { ...original, serviceCode: '54' } })
  expect(code?.value).toBe('4045501')
  expect(sandbox.provider('dana').calls()[0]?.request.headers['origin']).toBe('shop.example')
})
