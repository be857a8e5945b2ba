import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inspect } from 'node:util'
import { createControl, createSandbox, SandboxError, type SandboxErrorCode } from '@x/sandbox'
import { listen } from '@x/sandbox/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clientSecret } from './clients.js'

const sandbox = createSandbox()
const bank = sandbox.provider('bni')
const token = 'a-control-token-for-this-test'

describe('misuse is a TypeError with a sentence', () => {
  it.each([
    ['options', () => createSandbox(null as never)],
    ['options', () => createSandbox('bni' as never)],
    ['now', () => createSandbox({ now: 5 } as never)],
    ['seed', () => createSandbox({ seed: Number.NaN })],
    ['seed', () => createSandbox({ seed: 1.5 })],
    ['providers', () => createSandbox({ providers: 'bni' } as never)],
    ['providers', () => createSandbox({ providers: ['bni', 'bni'] })],
    ['sandbox', () => createControl(undefined as never, { token, baseUrl: String })],
    ['options', () => createControl(sandbox, undefined as never)],
    ['baseUrl', () => createControl(sandbox, { token } as never)],
    ['token', () => createControl(sandbox, { token: 'short', baseUrl: String })],
  ])('%s', (field, act) => {
    expect(act).toThrow(TypeError)
    expect(act).toThrow(new RegExp(`^"${field}" must `))
  })
})

describe('faults that are none', () => {
  it.each([
    ['null', null],
    ['text', 'html'],
    ['a null in the list', [null]],
    ['text in the list', ['html']],
    ['an unknown kind', [{ kind: 'earthquake' }]],
    ['an inherited kind', [{ kind: 'constructor' }]],
    ['a mistyped field', [{ kind: 'html', time: 2 }]],
    ['times 0', [{ kind: 'html', times: 0 }]],
    ['half a time', [{ kind: 'html', times: 1.5 }]],
    ['a path that begins with no slash', [{ kind: 'html', path: 'token' }]],
    ['a path that is none', [{ kind: 'html', path: 5 }]],
    ['after in words', [{ kind: 'html', after: 'yes' }]],
    ['endless times, in so many words', [{ kind: 'html', times: Number.POSITIVE_INFINITY }]],
  ])('%s', async (_, faults) => {
    bank.setFaults([{ kind: 'unavailable', times: 1 }])
    expect(() => bank.setFaults(faults as never)).toThrow(SandboxError)
    expect(() => bank.setFaults(faults as never)).toThrow(/ must | is one of /)
    // The faults from before are still there.
    expect((await bank.fetch(new Request('http://127.0.0.1/'))).status).toBe(503)
  })
})

describe('every error', () => {
  const canary = 'CANARY-in-every-argument'
  const squat = async (): Promise<number> => {
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void squatter.close())
    return (squatter.address() as AddressInfo).port
  }
  const acts: Readonly<Record<SandboxErrorCode, () => unknown>> = {
    ERR_SANDBOX_UNKNOWN_PROVIDER: () => sandbox.provider(canary),
    ERR_SANDBOX_CLIENT: () =>
      sandbox
        .provider('nicepay')
        .registerClient({ clientId: canary, clientSecret: canary, publicKey: canary }),
    ERR_SANDBOX_FAULT: () => bank.setFaults([{ kind: canary as never }]),
    ERR_SANDBOX_ACTION: () => bank.act({ action: canary, reference: canary }),
    ERR_SANDBOX_CLOCK: () => sandbox.setClock({ stoppedAt: canary } as never),
    ERR_SANDBOX_PORT_TAKEN: async () =>
      listen(sandbox, { port: await squat(), providerPort: 0, controlToken: canary }),
  }

  it.each(Object.entries(acts))('%s has a sentence and shows nothing secret', async (code, act) => {
    const error = await (async () => act())().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SandboxError)
    expect(error).toMatchObject({ name: 'SandboxError', code, message: expect.stringMatching(/ /) })
    const printed = [
      String(error),
      (error as Error).stack,
      JSON.stringify(error),
      inspect(error, { depth: 9, showHidden: true }),
    ].join('\n')
    expect(printed).not.toContain('CANARY')
  })

  it.each(['clientId', 'clientSecret'])('nor does a client whose %s is wrong', (field) => {
    const client = { clientId: 'a', clientSecret, apiKey: clientSecret, [field]: '' }
    const printed = (() => {
      try {
        return inspect(bank.registerClient(client))
      } catch (error) {
        return inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
      }
    })()
    expect(printed).toContain(field)
    expect(printed).not.toContain(clientSecret)
  })
})
