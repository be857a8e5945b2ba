import { createSandbox, SandboxError } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Merchant,
  openMerchant,
  paths,
  qrGenerate,
  qrQuery,
  qrRefund,
  vaCreate,
  walletPay,
} from './nicepay-calls.js'

let shop: Merchant
beforeEach(async () => {
  shop = await openMerchant()
})

describe('act', () => {
  it.each([
    ['null', null],
    ['text', 'pay'],
    ['a list', []],
    ['no reference', { action: 'pay' }],
    ['an empty reference', { action: 'pay', reference: '' }],
    ['no action', { reference: 'A' }],
    ['a number for a reference', { action: 'pay', reference: 5 }],
    ['a number for an amount', { action: 'pay', reference: 'A', amount: 5 }],
    ['an amount without decimals', { action: 'pay', reference: 'A', amount: '5' }],
    ['another field', { action: 'pay', reference: 'A', times: 2 }],
    ['an unknown reference', { action: 'pay', reference: 'B' }],
    ['the name of a member of every object', { action: 'pay', reference: '__proto__' }],
    ['an action that is none', { action: 'constructor', reference: 'A' }],
    ['another amount', { action: 'pay', reference: 'A', amount: '25000.01' }],
  ])('refuses %s, and changes nothing', async (_, action) => {
    await shop.call(paths.vaCreate, vaCreate('A'))
    const before = shop.provider.transactions()
    expect(() => shop.provider.act(action as never)).toThrow(SandboxError)
    expect(() => shop.provider.act(action as never)).toThrow(
      expect.objectContaining({ code: 'ERR_SANDBOX_ACTION', detail: { allowed: expect.any(Array) } }),
    )
    expect(shop.provider.transactions()).toEqual(before)
  })

  it('says what is possible instead', async () => {
    await shop.call(paths.vaCreate, vaCreate('A'))
    expect(() => shop.provider.act({ action: 'refund', reference: 'A' })).toThrow(
      expect.objectContaining({
        message: 'This transaction is pending; possible: pay, expire',
        detail: { allowed: ['pay', 'expire'] },
      }),
    )
  })

  it("takes the provider's reference where two transactions have the client's", async () => {
    await shop.call(paths.vaCreate, vaCreate('A'))
    const qris = await shop.call(paths.qrGenerate, qrGenerate('A'))
    expect(() => shop.provider.act({ action: 'pay', reference: 'A' })).toThrow(/provider's own/)
    const reference = String(qris.at('referenceNo'))
    expect(shop.provider.act({ action: 'pay', reference, amount: '15000.00' })).toEqual({
      kind: 'qris',
      clientId: 'IONPAYTEST',
      reference: 'A',
      providerReference: reference,
      amount: '15000.00',
      refunded: '0.00',
      status: '00',
      state: 'paid',
      createdAt: '2026-11-20T03:30:45.000Z',
      actions: [],
    })
  })

  it('lists the oldest first, with account numbers masked', async () => {
    await shop.call(paths.qrGenerate, qrGenerate('1'))
    await shop.call(paths.walletPay, walletPay('2'))
    const { at } = await shop.call(paths.vaCreate, vaCreate('3'))
    const all = shop.provider.transactions()
    expect(all.map(({ reference, kind }) => [reference, kind])).toEqual([
      ['1', 'qris'],
      ['2', 'ewallet'],
      ['3', 'va'],
    ])
    expect(all[2]?.account).toBe('**************0003')
    expect(at('virtualAccountData.virtualAccountNo')).toBe('999900001030450003')
  })
})

describe('over the control API', () => {
  let servers: ListeningSandbox
  beforeEach(async () => {
    servers = await listen(shop.sandbox, { port: 0, providerPort: 0 })
  })
  afterEach(() => servers.close())

  const ask = async (path: string, body?: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(`${servers.controlUrl}/_sandbox${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${servers.controlToken}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    })
    return [response.status, await response.json()]
  }

  it('a transaction is acted on and listed', async () => {
    await shop.call(paths.vaCreate, vaCreate('A'))
    const [status, summary] = await ask('/nicepay/actions', '{"action":"pay","reference":"A"}')
    expect([status, summary]).toMatchObject([200, { reference: 'A', status: '00', state: 'paid' }])
    expect(await ask('/nicepay/transactions')).toEqual([200, [summary]])
    expect(await ask('/nicepay/actions', '{"action":"pay","reference":"A"}')).toMatchObject([
      400,
      { error: { code: 'ERR_SANDBOX_ACTION', message: expect.stringContaining('paid') } },
    ])
    expect(await ask('/nobody/transactions')).toMatchObject([404, {}])
    expect(await ask('/nobody/actions', '{}')).toMatchObject([404, {}])
    expect(await ask('/nicepay/actions', '{')).toMatchObject([400, { error: { code: 'bad-body' } }])
  })

  it('needs the control token', async () => {
    for (const [method, path] of [
      ['GET', 'transactions'],
      ['POST', 'actions'],
    ] as const) {
      const response = await fetch(`${servers.controlUrl}/_sandbox/nicepay/${path}`, { method })
      expect(response.status).toBe(401)
    }
  })
})

describe('faults after the effect', () => {
  it.each([
    ['gateway-timeout', 504],
    ['html', 502],
    ['unavailable', 503],
  ] as const)('%s: the refund was done, and its answer is lost', async (kind, status) => {
    const made = await shop.call(paths.qrGenerate, qrGenerate('A'))
    shop.provider.act({ action: 'pay', reference: 'A' })
    shop.provider.setFaults([{ kind, times: 1, path: '/qr/qr-mpm-refund', after: true }])
    // Neither a token nor a query is touched.
    await shop.newToken()
    const txid = String(made.at('referenceNo'))
    expect((await shop.call(paths.qrQuery, qrQuery('A', txid))).code).toBe('2005100')
    const refund = qrRefund('A', txid, 'R-1')
    const lost = await shop.call(paths.qrRefund, refund).catch((error: unknown) => error)
    expect(lost).toBeInstanceOf(kind === 'unavailable' ? Object : SyntaxError)
    expect(shop.provider.calls().at(-1)).toMatchObject({ fault: kind, response: { status } })
    expect(shop.provider.transactions()).toMatchObject([{ refunded: '15000.00', status: '04' }])
    expect((await shop.call(paths.qrRefund, refund)).code).toBe('4097801')
  })

  it('without "after" nothing was done', async () => {
    shop.provider.setFaults([{ kind: 'unavailable', times: 1, path: '/create-va' }])
    await shop.call(paths.vaCreate, vaCreate('A'))
    expect(shop.provider.transactions()).toEqual([])
    expect((await shop.call(paths.vaCreate, vaCreate('A'))).code).toBe('2002700')
  })

  it('hang and reset: done, on record, and nobody hears of it', async () => {
    shop.provider.setFaults([
      { kind: 'hang', times: 1, path: '/create-va', after: true },
      { kind: 'reset', times: 1, path: '/create-va', after: true },
    ])
    let settled = false
    void shop.call(paths.vaCreate, vaCreate('A')).finally(() => {
      settled = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    await expect(shop.call(paths.vaCreate, vaCreate('B'))).rejects.toThrow()
    expect(settled).toBe(false)
    expect(shop.provider.transactions().map(({ reference }) => reference)).toEqual(['A', 'B'])
    expect(shop.provider.calls().slice(-2)).toMatchObject([
      { fault: 'hang', response: undefined },
      { fault: 'reset' },
    ])
  })

  it('a cut connection over HTTP', async () => {
    const sandbox = createSandbox()
    const merchant = await openMerchant('IONPAYTEST', sandbox)
    const servers = await listen(sandbox, { port: 0, providerPort: 0 })
    merchant.provider.setFaults([{ kind: 'reset', times: 1, after: true }])
    await expect(
      fetch(`${servers.baseUrl('nicepay')}/v1.0/access-token/b2b`, { method: 'POST' }),
    ).rejects.toThrow()
    await servers.close()
  })
})
