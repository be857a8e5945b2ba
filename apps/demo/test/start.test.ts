import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'

/** The built program, as `npm start` runs it after the build. */
const program = join(import.meta.dirname, '../dist/start.js')

interface Run {
  readonly child: ChildProcess
  /** Resolves with all that was printed so far once `pattern` is in it. */
  readonly until: (pattern: RegExp) => Promise<string>
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>
}

const start = (args: readonly string[], environment: Record<string, string> = {}): Run => {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', SANDBOX_PORT_BASE: '0', ...environment },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
      for (const listener of listeners) listener()
    })
  return {
    child,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(output)) resolve(output)
        }
        listeners.add(look)
        child.once('close', () => reject(new Error(`it ended before ${pattern}:\n${output}`)))
        look()
      }),
    ended: once(child, 'close').then(([code]) => ({ code, output })),
  }
}

describe('npm start -- --exit', () => {
  it('prints a token of each provider, masked, and exits 0', async () => {
    const { code, output } = await start(['--exit']).ended
    expect(output).toMatch(/^provider +environment +flow +token +expires in +ms$/m)
    expect(output).toMatch(/^NICEPAY +development +SNAP B2B +[\w-]{4}… \(48 characters\) +(899|900) s +\d+$/m)
    expect(output).toMatch(/^BNI +sandbox +OAuth 2\.0 Basic +[\w-]{4}… \(48 characters\) +359[89] s +\d+$/m)
    expect(output).toMatch(/^BNI SNAP +sandbox +SNAP B2B +[\w-]{4}… \(48 characters\) +(899|900) s +\d+$/m)
    expect(output).toMatch(
      /^Permata +test +OAuth 2\.0 Basic \+ HMAC-SHA256 +[\w-]{4}… \(48 characters\) +(3599|3600) s +\d+$/m,
    )
    expect(output).toMatch(/^DANA +http:\/\/127\.0\.0\.1:\d+$/m)
    expect(output).not.toMatch(/[\w-]{40}/)
    expect(output).toMatch(/^QRIS made +2004700 +success +pending +\d+$/m)
    expect(output).toMatch(/^inquired +2005100 +success +paid +\d+$/m)
    expect(output).toMatch(/^refunded +2007800 +success +refunded +\d+$/m)
    expect(output).toMatch(/^inquired again +2005100 +success +refunded +\d+$/m)
    expect(code).toBe(0)
  })

  it('exits 1 where a token was not obtained, and says whose', async () => {
    // A network that answers BNI's token call itself, put before the program as a preload.
    const preload = `const send = globalThis.fetch
globalThis.fetch = (url, init) =>
  String(url).endsWith('/api/oauth/token') ? new Response('maintenance', { status: 503 }) : send(url, init)`
    const { code, output } = await start(['--exit'], {
      NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(preload).toString('base64')}`,
    }).ended
    expect(output).toMatch(/^NICEPAY +development +SNAP B2B +[\w-]{4}… /m)
    expect(output).toMatch(/^BNI +sandbox +OAuth 2\.0 Basic +none +– +\d+$/m)
    expect(output).toMatch(/^BNI: .*503/m)
    expect(code).toBe(1)
  })

  it('exits 1 where the payment went wrong, and says at which step', async () => {
    const preload = `const send = globalThis.fetch
globalThis.fetch = (url, init) =>
  String(url).endsWith('/qr/qr-mpm-refund')
    ? Response.json({ responseCode: '4037815', responseMessage: 'Transaction Not Permitted' }, { status: 403 })
    : send(url, init)`
    const { code, output } = await start(['--exit'], {
      NODE_OPTIONS: `--import=data:text/javascript;base64,${Buffer.from(preload).toString('base64')}`,
    }).ended
    expect(output).toMatch(/^NICEPAY: refunded was to be refunded, and is rejected, unknown: 4037815 /m)
    expect(code).toBe(1)
  })

  it('names a taken port, in one line, and exits 1', async () => {
    const squatter = createServer()
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void squatter.close())
    const { port } = squatter.address() as AddressInfo
    const { code, output } = await start(['--exit'], { PORT: String(port) }).ended
    expect(output).toBe(`Port ${port} is taken: stop what listens there, or choose another\n`)
    expect(code).toBe(1)
  })

  it.each([
    ['an unknown option', ['--exti'], {}, /--exti/],
    ['a port that is none', [], { PORT: 'x' }, /^PORT must be a port/],
    ['a control token that is too short', [], { SANDBOX_TOKEN: 'short' }, /at least 16/],
  ])('refuses %s', async (_, args, environment, sentence) => {
    const { code, output } = await start(args, environment).ended
    expect(output).toMatch(sentence)
    expect(output).not.toMatch(/\n +at /)
    expect(code).toBe(1)
  })

  it('explains itself', async () => {
    const { code, output } = await start(['--help']).ended
    expect(output).toContain('npm start -- --exit')
    expect(code).toBe(0)
  })
})

describe('npm start', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('stays up until %s, then frees its ports', async (signal) => {
    const token = 'a-control-token-for-this-test'
    const run = start([], { SANDBOX_TOKEN: token })
    const output = await run.until(/Ctrl-C/)
    expect(output).not.toContain(token)
    const control = /control API +(\S+)/.exec(output)?.[1] ?? ''
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(control, { headers })).status).toBe(200)

    run.child.kill(signal)
    expect((await run.ended).code).toBe(0)
    await expect(fetch(control, { headers })).rejects.toThrow()
  })

  it('prints the control token it made', async () => {
    const run = start([])
    const output = await run.until(/Ctrl-C/)
    const [, control = '', token = ''] = /control API +(\S+)\nits token +(\S+)/.exec(output) ?? []
    expect((await fetch(control, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
  })
})
