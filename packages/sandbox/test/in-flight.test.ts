import { connect } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { createSandbox, type Sandbox } from '@x/sandbox'
import { listen } from '@x/sandbox/node'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'

const get = (signal?: AbortSignal): Request =>
  new Request('http://127.0.0.1/api/oauth/token', signal ? { signal } : {})
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const hanging = (): { bank: ReturnType<Sandbox['provider']>; sandbox: Sandbox } => {
  const sandbox = createSandbox()
  const bank = sandbox.provider('bni')
  bank.setFaults([{ kind: 'hang' }])
  return { sandbox, bank }
}

afterEach(() => vi.restoreAllMocks())
const silence = () =>
  (['error', 'warn', 'info', 'log'] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation(() => {}),
  )

describe('a call that hangs', () => {
  it("ends like a fetch, with its signal's reason", async () => {
    const { bank } = hanging()
    const reason = new Error('the caller has gone')
    const aborter = new AbortController()
    const call = bank.fetch(get(aborter.signal))
    aborter.abort(reason)
    await expect(call).rejects.toBe(reason)
    await expect(bank.fetch(get(AbortSignal.abort('text')))).rejects.toBe('text')
  })

  it('goes on for ever without an abort, and is on record', async () => {
    const { bank } = hanging()
    let settled = false
    const settle = (): void => {
      settled = true
    }
    bank.fetch(get()).then(settle, settle)
    await turn()
    expect(settled).toBe(false)
    expect(bank.calls()).toMatchObject([{ number: 1, fault: 'hang', response: undefined }])
  })

  it('ends in spite of the garbage collector', async () => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as () => void
    const { bank } = hanging()
    const aborter = new AbortController()
    const outcome = bank.fetch(get(aborter.signal)).catch((error: unknown) => error)
    for (let i = 0; i < 3; i++) {
      await turn()
      collect()
    }
    aborter.abort('gone')
    expect(await outcome).toBe('gone')
  })

  it('is not on record after a reset', async () => {
    const { sandbox, bank } = hanging()
    const aborter = new AbortController()
    const call = bank.fetch(get(aborter.signal)).catch(() => {})
    await turn()
    sandbox.reset()
    aborter.abort()
    await call
    expect(bank.calls()).toEqual([])
  })
})

describe('a call that is still being sent', () => {
  it('is not on record after a reset', async () => {
    const sandbox = createSandbox()
    const bank = sandbox.provider('bni')
    let end = (): void => {}
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        end = () => controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half' }
    const call = bank.fetch(new Request('http://127.0.0.1/api/oauth/token', init))
    await turn()
    sandbox.reset()
    end()
    expect((await call).status).toBe(400)
    expect(bank.calls()).toEqual([])
  })

  it.each(['to a provider', 'under the control origin', 'to the control API'])(
    'prints nothing when the client hangs up: %s',
    async (where) => {
      const spies = silence()
      const sandbox = createSandbox({ providers: ['bni'] })
      const servers = await listen(sandbox, { port: 0, providerPort: 0 })
      onTestFinished(() => servers.close())
      const [url, path] = {
        'to a provider': [servers.baseUrl('bni'), '/api/oauth/token'],
        'under the control origin': [servers.controlUrl, '/providers/bni/api/oauth/token'],
        'to the control API': [servers.controlUrl, '/_sandbox/bni/clients'],
      }[where] as [string, string]
      const { hostname, port, host } = new URL(url)
      const arrived = new Promise<void>((resolve) => {
        // The interim answer tells that the handler's server has the head, and waits for the body.
        const socket = connect(Number(port), hostname, () =>
          socket.write(
            `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n` +
              `Authorization: Bearer ${servers.controlToken}\r\nExpect: 100-continue\r\nContent-Length: 99\r\n\r\n`,
          ),
        )
        socket.once('data', () => socket.write('half', () => socket.destroy()))
        socket.once('close', () => resolve())
      })
      await arrived
      await servers.close()
      for (let i = 0; i < 5; i++) await turn()
      for (const spy of spies) expect(spy.mock.calls).toEqual([])
      expect(sandbox.provider('bni').calls()).toEqual([])
    },
  )
})

describe('a sandbox that fails', () => {
  const broken = createSandbox({
    now: () => {
      throw new Error('CANARY')
    },
  })

  it('answers 500 with a reason of its own, shows no message and prints nothing', async () => {
    const spies = silence()
    const response = await broken.provider('bni').fetch(get())
    expect(response.status).toBe(500)
    expect(response.headers.get('x-sandbox-reason')).toMatch(/^The sandbox itself failed/)
    expect((await response.text()) + JSON.stringify([...response.headers])).not.toContain('CANARY')
    for (const spy of spies) expect(spy.mock.calls).toEqual([])
  })

  it('says no more by the control API', async () => {
    const spies = silence()
    const servers = await listen(broken, { port: 0, providerPort: 0 })
    onTestFinished(() => servers.close())
    const response = await fetch(`${servers.controlUrl}/_sandbox/reset`, {
      method: 'POST',
      headers: { authorization: `Bearer ${servers.controlToken}`, 'content-type': 'application/json' },
    })
    expect(response.status).toBe(500)
    expect(await response.text()).not.toContain('CANARY')
    for (const spy of spies) expect(spy.mock.calls).toEqual([])
  })
})
