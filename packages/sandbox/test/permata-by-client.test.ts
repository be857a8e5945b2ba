import { createClient, ProviderError } from '@x/providers'
import { permata } from '@x/providers/permata'
import { createSandbox, SandboxError } from '@x/sandbox'
import { assert, describe, expect, it } from 'vitest'
import { openPermata, permataKeys } from './clients-in-process.js'

const [payer, receiver] = ['701075323', '701075331']
const MsgRqHdr = { RequestTimestamp: '2026-11-22T10:00:00.000+07:00', CustRefID: '0878987654323' }
const transfer = {
  XferAddRq: { MsgRqHdr, XferInfo: { FromAccount: payer, ToAccount: receiver, Amount: '10000' } },
}

const open = () => {
  const { client, provider } = openPermata()
  const last = () => {
    const response = provider.calls().at(-1)?.response
    return { status: response?.status, reason: response?.headers['x-sandbox-reason'] }
  }
  const balanceOf = async (AccountNumber: string) => {
    const reply = await client.call('balance-inquiry', {
      body: { BalInqRq: { MsgRqHdr, InqInfo: { AccountNumber } } },
    })
    assert(reply.outcome === 'success', 'the balance is told')
    return JSON.parse(JSON.stringify(reply.body)).BalInqRs.InqInfo.AccountBalanceAmount
  }
  return { client, provider, last, balanceOf }
}

describe('Permata by its client', () => {
  it('gets one token, and tells a balance with it', async () => {
    const { provider, client, balanceOf } = open()
    const token = await client.accessToken()
    expect(token.value).toMatch(/^[\w-]{48}$/)
    expect(await balanceOf(payer)).toBe('1000000000.00')
    expect(provider.calls().map(({ path }) => path)).toEqual([
      '/apiservice/oauth/token',
      '/apiservice/InquiryServices/BalanceInfo_V2/inq',
    ])
    const printed = JSON.stringify(provider.calls())
    for (const secret of [token.value, permataKeys.clientSecret, permataKeys.apiKey, permataKeys.staticKey])
      expect(printed).not.toContain(secret)
  })

  it('a transfer moves its money once, under one reference', async () => {
    const { provider, client, last, balanceOf } = open()
    // What 00 means for a transfer is not published, so the client does not take it for paid.
    const paid = await client.call('transfer', { body: transfer })
    expect(paid).toMatchObject({ outcome: 'unknown', code: { value: '00' } })
    expect(paid.body).toMatchObject({
      XferAddRs: { MsgRsHdr: { CustRefID: '0878987654323' }, TrxReffNo: expect.stringMatching(/^\d{12}$/) },
    })
    const again = await client.call('transfer', { body: transfer })
    expect(again.code?.value).toBe('94')
    expect(last().reason).toContain('moves it no second time')
    expect([await balanceOf(payer), await balanceOf(receiver)]).toEqual(['999990000.00', '10000.00'])
    expect(provider.transactions()).toMatchObject([
      { kind: 'transfer', reference: '0878987654323', amount: '10000.00', state: 'paid', actions: [] },
    ])
    expect(() => provider.act({ action: 'settle', reference: '0878987654323' })).toThrow(SandboxError)

    const asked = { StatusTransactionRq: { CorpID: 'Toko Satu', CustRefID: '0878987654323' } }
    const status = await client.call('transaction-status', { body: asked })
    expect(status.body).toMatchObject({
      StatusTransactionRs: { StatusCode: '00', TrxReffNo: provider.transactions()[0]?.providerReference },
    })
    const unknown = { StatusTransactionRq: { CorpID: 'Toko Dua', CustRefID: '0878987654323' } }
    const none = await client.call('transaction-status', { body: unknown })
    expect(none.body).toMatchObject({ StatusTransactionRs: { StatusCode: '25' } })
  })

  it('names an account at another bank, and pays it', async () => {
    const { client, provider } = open()
    const XferInfo = { ToAccount: receiver, BankId: '014', BankName: 'BCA' }
    const named = await client.call('online-transfer-inquiry', {
      body: { OlXferInqRq: { MsgRqHdr, XferInfo } },
    })
    expect(named.outcome).toBe('success')
    expect(named.body).toMatchObject({
      OlXferInqRs: { XferInfo: { ToAccountFullName: 'SARI DEWI', BankName: 'BCA' } },
    })
    const { XferAddRq } = transfer
    const body = { OlXferAddRq: { MsgRqHdr, XferInfo: { ...XferAddRq.XferInfo, ToBankId: '014' } } }
    expect((await client.call('interbank-transfer', { body })).code?.value).toBe('00')
    expect(provider.transactions()).toMatchObject([{ kind: 'interbank', account: '*****5331' }])
  })

  it.each([
    ['14', { ToAccount: '1' }],
    ['14', { FromAccount: '1' }],
    ['12', { ToAccount: payer }],
    ['13', { Amount: '0' }],
    ['51', { Amount: '1000000000.01' }],
  ])('StatusCode %s for %o, and nothing moves', async (code, wrong) => {
    const { client, provider, last } = open()
    const XferInfo = { ...transfer.XferAddRq.XferInfo, ...wrong }
    const reply = await client.call('transfer', { body: { XferAddRq: { MsgRqHdr, XferInfo } } })
    expect(reply).toMatchObject({ outcome: 'unknown', code: { value: code } })
    expect(last().reason).toBeDefined()
    expect(provider.transactions()).toEqual([])
  })

  it.each([
    ['XferAddRq.XferInfo.Amount is missing or empty', { Amount: '' }],
    ['XferAddRq.XferInfo.Amount must be text', { Amount: '1e4' }],
    ['XferAddRq.XferInfo.ToAccount must be text', { ToAccount: 'A' }],
  ])('400: %s', async (reason, wrong) => {
    const { client, last } = open()
    const XferInfo = { ...transfer.XferAddRq.XferInfo, ...wrong }
    await client.call('transfer', { body: JSON.stringify({ XferAddRq: { MsgRqHdr, XferInfo } }) })
    expect(last()).toEqual({ status: 400, reason: expect.stringContaining(reason) })
  })

  it('keeps the money of a call whose answer is lost', async () => {
    const { client, provider, balanceOf } = open()
    await client.accessToken()
    provider.setFaults([{ kind: 'reset', times: 1, path: '/FundsTransfer/add', after: true }])
    expect((await client.call('transfer', { body: transfer })).outcome).toBe('unknown')
    expect(await balanceOf(receiver)).toBe('10000.00')
  })

  it('lets in no client that it could never verify', () => {
    const provider = createSandbox().provider('permata')
    for (const field of ['clientSecret', 'apiKey', 'staticKey', 'organizationName']) {
      const { [field as 'apiKey']: _, ...others } = permataKeys
      expect(() => provider.registerClient(others)).toThrow(field)
    }
    expect(() => provider.registerClient({ ...permataKeys, organizationName: 'Toko\nSatu' })).toThrow('ASCII')
    expect(() => provider.registerClient({ ...permataKeys, clientId: 'a:b' })).toThrow('colon')
  })
})

describe('Permata refuses', () => {
  const balance = { BalInqRq: { MsgRqHdr, InqInfo: { AccountNumber: payer } } }
  const withKeys = (
    wrong: Partial<typeof permataKeys | Record<string, string>>,
    { off = 0, edit = () => {} }: { off?: number; edit?: (headers: Headers, url: string) => void } = {},
  ) => {
    const provider = createSandbox().provider('permata')
    provider.registerClient(permataKeys)
    const client = createClient(permata, {
      environment: 'test',
      ...permataKeys,
      ...wrong,
      now: () => Date.now() + off,
      fetch: (url, init) => {
        const request = new Request(url, init)
        edit(request.headers, request.url)
        return provider.fetch(request)
      },
    })
    return { client, provider, last: () => provider.calls().at(-1) }
  }

  it.each([
    ['clientId', '401', 'No client with this id'],
    ['clientSecret', '401', 'The client secret is not the registered one'],
    ['apiKey', '401', 'API-Key is not the registered apiKey'],
    ['staticKey', '403', 'OAUTH-Signature does not verify'],
  ])('a token to another %s: %s', async (field, responseCode, reason) => {
    const { client, last } = withKeys({ [field]: 'another' })
    const error = await client.accessToken().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProviderError)
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_REFUSED',
      detail: { status: Number(responseCode), responseCode },
    })
    expect(last()?.reason).toContain(reason)
    expect(last()?.response?.headers['x-sandbox-source']).toMatch(/^third party: /)
  })

  it.each([
    ['Authorization', 401],
    ['API-Key', 401],
    ['OAUTH-Timestamp', 403],
    ['OAUTH-Signature', 403],
    ['Content-Type', 400],
  ])('a token asked for without %s: %i', async (name, status) => {
    const { client, last } = withKeys({}, { edit: (headers) => headers.delete(name) })
    await expect(client.accessToken()).rejects.toThrow(ProviderError)
    expect(last()).toMatchObject({ response: { status }, reason: expect.stringContaining(name) })
  })

  it.each([
    [-301_000, 'behind'],
    [301_000, 'ahead of'],
  ])('a clock %i ms off, and says so', async (off, side) => {
    const { client, last } = withKeys({}, { off })
    await expect(client.accessToken()).rejects.toMatchObject({ detail: { responseCode: '403' } })
    expect(last()?.reason).toMatch(new RegExp(`^OAUTH-Timestamp is 30[0-2] s ${side} the sandbox's clock`))
  })

  it.each([
    ['Authorization', 401],
    ['organizationname', 403],
    ['permata-timestamp', 403],
    ['permata-signature', 403],
    ['Content-Type', 400],
  ])('a call without %s: %i', async (name, status) => {
    const edit = (headers: Headers, url: string): void => {
      if (!url.endsWith('/oauth/token')) headers.delete(name)
    }
    const { client, last } = withKeys({}, { edit })
    expect((await client.call('balance-inquiry', { body: balance })).outcome).not.toBe('success')
    expect(last()).toMatchObject({ response: { status }, reason: expect.stringContaining(name) })
  })

  it.each(['permata-timestamp', 'permata-signature', 'organizationname'])(
    'a call whose %s is another, which the client takes for a refusal',
    async (name) => {
      const other: Readonly<Record<string, string>> = {
        'permata-timestamp': '2026-11-22T10:00:00+07:00',
        'permata-signature': 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
        organizationname: 'Toko Dua',
      }
      const edit = (headers: Headers): void => {
        if (headers.has(name)) headers.set(name, other[name] ?? '')
      }
      const { client, provider, last } = withKeys({}, { edit })
      expect(await client.call('transfer', { body: transfer })).toMatchObject({
        outcome: 'rejected',
        transaction: 'failed',
        code: { value: '403' },
      })
      expect(last()?.reason).toContain(name)
      expect(provider.transactions()).toEqual([])
    },
  )

  it('a token that a reset forgot: the client asks for another to read, and not to pay', async () => {
    const at = { ms: Date.parse('2026-11-22T10:00:00+07:00') }
    const { client, provider } = openPermata(() => at.ms)
    // Of a token that is seconds old, or was never taken, another would be no remedy.
    const forget = async (): Promise<void> => {
      await client.call('balance-inquiry', { body: balance })
      at.ms += 600_000
      provider.reset()
      provider.registerClient(permataKeys)
    }
    await forget()
    expect((await client.call('balance-inquiry', { body: balance })).outcome).toBe('success')
    expect(provider.calls().map(({ response }) => response?.status)).toEqual([401, 200, 200])
    await forget()
    expect((await client.call('transfer', { body: transfer })).outcome).toBe('unknown')
    expect(provider.calls().map(({ response }) => response?.status)).toEqual([401])
    expect(provider.calls()[0]?.reason).toContain('a reset forgot it')
  })

  it('a token of an hour ago, and says that it expired', async () => {
    const at = { ms: Date.parse('2026-11-22T10:00:00+07:00') }
    const { client, provider } = openPermata(() => at.ms)
    const { value } = await client.accessToken()
    const ask = async () => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${value}` }
      const url = 'http://127.0.0.1/apiservice/InquiryServices/BalanceInfo_V2/inq'
      const response = await provider.fetch(new Request(url, { method: 'POST', headers, body: '{}' }))
      return [response.status, response.headers.get('x-sandbox-reason')]
    }
    at.ms += 3_599_999
    expect(await ask()).toEqual([403, 'organizationname is missing or empty'])
    at.ms += 1
    expect(await ask()).toEqual([401, 'This access token has expired: get another'])
  })
})
