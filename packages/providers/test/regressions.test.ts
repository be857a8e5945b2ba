import { createHash, createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { createClient, type ProviderEvent, type SignScheme } from '@x/providers'
import { snapReply } from '@x/providers/schemes'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { privateKey } from './clients.js'
import { killBank } from './kill/profile.js'
import { serve } from './loopback.js'
import { bankClient, bankSecret, type Recorded, recordingBank, thrownBy, transfer } from './recording-bank.js'

/** By `node:crypto`, from what came over the wire. */
const signatureOf = ({ method, path, headers, body }: Recorded, secret = bankSecret): string => {
  const token = String(headers['authorization']).replace('Bearer ', '')
  const hash = createHash('sha256').update(body).digest('hex')
  const text = `${method}:${path}:${token}:${hash}:${headers['x-timestamp']}`
  return createHmac('sha512', secret).update(text).digest('base64')
}

const refusedPort = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}`
}

// Each was seen in somebody's client of an Indonesian bank.
describe('what other clients got wrong', () => {
  it('a clock that is read once, when the client is made', async () => {
    const bank = await recordingBank()
    let now = Date.UTC(2026, 0, 1)
    const client = bankClient(bank.baseUrl, { now: () => now })
    await client.call('transfer-intrabank', { body: transfer })
    now += 1_500
    await client.call('transfer-intrabank', { body: transfer })
    expect(bank.calls.map(({ headers }) => headers['x-timestamp'])).toEqual([
      '2026-01-01T07:00:00.000+07:00',
      '2026-01-01T07:00:01.500+07:00',
    ])
  })

  it('a header and a signature from two readings of the clock', async () => {
    const bank = await recordingBank()
    // Each reading is in another second.
    let now = Date.UTC(2026, 0, 1)
    const client = bankClient(bank.baseUrl, {
      now: () => {
        now += 999
        return now
      },
    })
    for (let n = 0; n < 5; n += 1) await client.call('transfer-intrabank', { body: transfer })
    for (const call of bank.calls) expect(call.headers['x-signature']).toBe(signatureOf(call))
  })

  it('a timestamp from before the token was there', async () => {
    const bank = await recordingBank()
    let now = Date.UTC(2026, 0, 1)
    const client = bankClient(bank.baseUrl, {
      now: () => now,
      fetch: async (...request) => {
        const response = await fetch(...request)
        if (String(request[0]).endsWith('/token')) now += 20_000
        return response
      },
    })
    await client.call('transfer-intrabank', {
      body: transfer,
      beforeSend: () => {
        now += 5_000
      },
    })
    expect(bank.calls[0]?.headers['x-timestamp']).toBe('2026-01-01T07:00:25.000+07:00')
  })

  it('two tenants in one process, mixed', async () => {
    const bank = await recordingBank()
    const tenants = ['anna', 'budi'].map((clientId) => ({
      clientId,
      client: bankClient(bank.baseUrl, { clientId, clientSecret: `secret of ${clientId}` }),
    }))
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        tenants[n % 2]?.client.call('transfer-intrabank', {
          body: { ...transfer, partnerReferenceNo: `${tenants[n % 2]?.clientId}-${n}` },
        }),
      ),
    )
    expect(bank.calls).toHaveLength(40)
    for (const call of bank.calls) {
      const { partnerReferenceNo } = JSON.parse(call.body) as { partnerReferenceNo: string }
      const [tenant] = partnerReferenceNo.split('-')
      expect(call.headers['x-partner-id']).toBe(tenant)
      expect(call.headers['x-signature']).toBe(signatureOf(call, `secret of ${tenant}`))
    }
  })

  it('a constructor that goes to the network', async () => {
    const fetch = vi.fn(() => Promise.reject(new Error('no network')))
    bankClient(await refusedPort(), { fetch })
    await new Promise(setImmediate)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('a token for every call', async () => {
    const bank = await recordingBank()
    const client = bankClient(bank.baseUrl)
    const call = () => client.call('transfer-intrabank', { body: transfer })
    await Promise.all(Array.from({ length: 20 }, call))
    await call()
    expect(bank.tokens).toHaveLength(1)
    expect(bank.calls).toHaveLength(21)
  })

  it.each(['POST', 'DELETE'] as const)('an aborted %s that is sent again as a POST', async (method) => {
    const controller = new AbortController()
    const seen: string[] = []
    const bank = await recordingBank()
    const silent = await serve((request) => {
      seen.push(`${request.method} ${request.url}`)
      controller.abort(new Error('enough'))
    })
    const tokens = { get: () => bankClient(bank.baseUrl).accessToken(), peek: () => undefined }
    const reply = await bankClient(silent, { tokens }).fetch('/v1.0/virtual-account', {
      method,
      body: { virtualAccountNo: '1' },
      signal: controller.signal,
    })
    expect(reply).toMatchObject({ outcome: 'unknown', problem: 'aborted' })
    await new Promise(setImmediate)
    expect(seen).toEqual([`${method} /v1.0/virtual-account`])
  })

  it('a call that never settles: a bank, a signer, a source of tokens that say nothing', async () => {
    const silent = await serve(() => {})
    const bank = await recordingBank()
    const own = { get: () => bankClient(bank.baseUrl).accessToken(), peek: () => undefined }
    const call = { body: transfer, timeoutMs: 30 }
    expect(await bankClient(silent, { tokens: own }).call('transfer-intrabank', call)).toMatchObject({
      outcome: 'unknown',
      problem: 'timeout',
    })
    const never: SignScheme<object> = {
      flow: 'a key service',
      prepare: () => ({ sign: () => new Promise(() => {}) }),
    }
    const options = { environment: 'test', clientId: 'a', privateKey, baseUrl: bank.baseUrl } as const
    const far = createClient({ ...killBank, sign: never }, options)
    expect(await thrownBy(far.call('transfer-intrabank', call))).toMatchObject({
      code: 'ERR_PROVIDER_SIGN',
      phase: 'sign',
      detail: { reason: 'TIMEOUT', retryable: true },
    })
    const controller = new AbortController()
    const source = { get: () => new Promise<never>(() => {}), peek: () => undefined }
    const waiting = bankClient(bank.baseUrl, { tokens: source }).call('transfer-intrabank', {
      body: transfer,
      signal: controller.signal,
    })
    controller.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
  })

  it.each([
    [202, '2021700'],
    [200, '2021700'],
    [202, '2001700'],
  ])('HTTP %i with %s as a failure, or as a success', async (status, responseCode) => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, { status, body: JSON.stringify({ responseCode }) })
    const reply = await bankClient(bank.baseUrl).call('transfer-intrabank', { body: transfer })
    expect(reply).toMatchObject({ outcome: 'pending', transaction: 'pending' })
    expect(reply.inquiry).toMatchObject({ service: 'transfer-status', how: 'status' })
  })

  it('a token in the URL, printed', async () => {
    const bank = await recordingBank()
    const queryToken: SignScheme<object> = {
      flow: 'a token in the query',
      prepare: () => ({
        sign: ({ accessToken }) => ({
          headers: {},
          query: { access_token: accessToken },
          secrets: [accessToken],
        }),
      }),
    }
    const profile = { ...killBank, sign: queryToken }
    const printed: unknown[] = []
    const value = 'CANARY+token/1='
    const options = {
      environment: 'test',
      clientId: 'a',
      privateKey,
      tokens: {
        get: async () => ({ value, expiresAt: Date.now() + 900_000, version: '1' }),
        peek: () => undefined,
      },
      audit: (exchange: unknown) => void printed.push(exchange),
      onEvent: (event: ProviderEvent) => void printed.push(event),
    } as const
    const client = createClient(profile, { ...options, baseUrl: bank.baseUrl })
    const unreachable = createClient(profile, { ...options, baseUrl: await refusedPort() })
    printed.push(client, await client.call('transfer-intrabank', { body: transfer }))
    printed.push(await client.prepare('transfer-intrabank', { body: transfer }))
    bank.answers.splice(0, 1, { status: 302, body: '', headers: { location: `/?access_token=${value}` } })
    printed.push(await client.call('transfer-intrabank', { body: transfer }))
    const error = await thrownBy(unreachable.call('transfer-intrabank', { body: transfer }))
    printed.push(error, error.stack)
    expect(bank.calls[0]?.path).toContain(`access_token=${encodeURIComponent(value)}`)
    const text = inspect(printed, { depth: 20, showHidden: true, getters: true }) + JSON.stringify(printed)
    expect(text).not.toContain('CANARY')
    expect(text).toContain('access_token=[masked]')
  })

  it('a key file that is read again for every call', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'key-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    writeFileSync(join(folder, 'key.pem'), privateKey)
    // The client takes a key and no path, so that a file can be taken away.
    expect(() =>
      createClient(killBank, {
        environment: 'test',
        clientId: 'a',
        clientSecret: 'b',
        privateKey: join(folder, 'key.pem'),
        baseUrl: 'https://bank.example',
      }),
    ).toThrow('the path of a file and not a key')
    let reads = 0
    const bank = await recordingBank()
    const client = createClient(killBank, {
      environment: 'test',
      clientId: 'a',
      clientSecret: 'b',
      baseUrl: bank.baseUrl,
      get privateKey() {
        reads += 1
        return privateKey
      },
    })
    const readsAtFirst = reads
    for (let n = 0; n < 3; n += 1) await client.call('transfer-intrabank', { body: transfer })
    expect(reads).toBe(readsAtFirst)
  })

  it('errors as data: a body called rejected is a reply, and a refused connection is thrown', async () => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, { status: 403, body: '{"responseCode":"4031714"}' })
    const client = bankClient(bank.baseUrl)
    const reply = await client.call('transfer-intrabank', { body: transfer })
    expect(reply).toMatchObject({ outcome: 'rejected', transaction: 'failed', code: { value: '4031714' } })
    const tokens = { get: () => client.accessToken(), peek: () => undefined }
    const error = await thrownBy(
      bankClient(await refusedPort(), { tokens }).call('transfer-intrabank', { body: transfer }),
    )
    expect(error).toMatchObject({
      code: 'ERR_PROVIDER_TRANSPORT',
      phase: 'send',
      detail: { reason: 'ECONNREFUSED', retryable: true },
    })
  })

  it('a cancel by fetch is refused: the payment it is about did not fail', async () => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, { status: 403, body: '{"responseCode":"4035715"}' })
    const reply = await bankClient(bank.baseUrl).fetch('/v1.0/debit/cancel', { body: transfer, code: '57' })
    expect(reply).toMatchObject({ outcome: 'rejected', transaction: 'unknown', code: { value: '4035715' } })
  })

  it.each([
    [undefined, '14', 'unknown'],
    [undefined, '13', 'failed'],
    [{ '404xx13': { alreadyPaid: true } }, '13', 'unknown'],
    [{ '404xx14': { alreadyPaid: false } }, '14', 'failed'],
  ] as const)('a bill that is paid, by %j and 404xx%s: %s', async (overrides, caseCode, transaction) => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, { status: 404, body: `{"responseCode":"40417${caseCode}"}` })
    const client = createClient(
      { ...killBank, reply: snapReply(overrides) },
      { environment: 'test', baseUrl: bank.baseUrl, clientId: 'a', clientSecret: 'b', privateKey },
    )
    const reply = await client.call('transfer-intrabank', { body: transfer })
    expect(reply).toMatchObject({ outcome: 'rejected', transaction })
  })

  it('a process that exits when a connection is refused', async () => {
    const unhandled = vi.fn()
    process.on('unhandledRejection', unhandled)
    onTestFinished(() => void process.off('unhandledRejection', unhandled))
    const client = bankClient(await refusedPort())
    const errors = [client.accessToken(), client.call('transfer-intrabank', { body: transfer })].map(thrownBy)
    for (const error of await Promise.all(errors))
      expect(error).toMatchObject({ code: 'ERR_PROVIDER_TRANSPORT' })
    await new Promise(setImmediate)
    expect(unhandled).not.toHaveBeenCalled()
  })

  it('a server in another time zone', async () => {
    const before = process.env['TZ']
    onTestFinished(() => {
      if (before === undefined) delete process.env['TZ']
      else process.env['TZ'] = before
    })
    const bank = await recordingBank()
    const offsets = new Set<number>()
    for (const zone of ['UTC', 'Asia/Jakarta', 'America/St_Johns', 'Asia/Kolkata']) {
      process.env['TZ'] = zone
      offsets.add(new Date(0).getTimezoneOffset())
      const client = bankClient(bank.baseUrl, { now: () => Date.UTC(2026, 0, 1, 20) })
      await client.call('transfer-intrabank', { body: transfer })
    }
    expect(offsets.size).toBe(4)
    const times = [...bank.tokens, ...bank.calls].map(({ headers }) => headers['x-timestamp'])
    expect(new Set(times)).toEqual(new Set(['2026-01-02T03:00:00+07:00', '2026-01-02T03:00:00.000+07:00']))
  })

  it('an external id from Math.random', async () => {
    const bank = await recordingBank()
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5)
    onTestFinished(() => random.mockRestore())
    const client = bankClient(bank.baseUrl)
    const replies = await Promise.all(
      Array.from({ length: 50 }, () => client.call('transfer-intrabank', { body: transfer })),
    )
    expect(new Set(replies.map(({ externalId }) => externalId)).size).toBe(50)
    expect(new Set(bank.calls.map(({ headers }) => headers['x-external-id'])).size).toBe(50)
  })

  it('an order whose object is filled anew for the next one while the first is on its way', async () => {
    const bank = await recordingBank()
    bank.answers.splice(0, 1, { status: 504, body: '' })
    const body = { ...transfer, partnerReferenceNo: 'first' }
    const calling = bankClient(bank.baseUrl).call('transfer-intrabank', { body })
    body.partnerReferenceNo = 'second'
    const reply = await calling
    expect(bank.calls[0]?.body).toContain('"first"')
    expect(reply.inquiry?.body).toEqual({ originalPartnerReferenceNo: 'first', serviceCode: '17' })
  })
})
