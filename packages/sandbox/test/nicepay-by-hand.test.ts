import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findProgram, php } from '../../../scripts/find-program.mjs'
import { clientSecret } from './clients.js'
import { openMerchant } from './nicepay-calls.js'

// Many calls or processes: a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

const sandbox = createSandbox()
const phpProgram = findProgram(php)
let servers: ListeningSandbox
let folder: string

beforeAll(async () => {
  servers = await listen(sandbox, { port: 0, providerPort: 0 })
  folder = await mkdtemp(join(tmpdir(), 'sandbox-by-hand-'))
})

afterAll(async () => {
  await servers.close()
  await rm(folder, { recursive: true })
})

const run = (program: string, ...argv: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, argv, {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        NO_PROXY: '*',
        NICEPAY_URL: servers.baseUrl('nicepay'),
        CONTROL_URL: servers.controlUrl,
        SANDBOX_TOKEN: servers.controlToken,
      },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
      })
    child.on('error', reject)
    child.on('close', () => resolve(output.trim().split('\n')))
  })

const script = (name: string): string => join(import.meta.dirname, 'by-hand', name)

// These requests are made by openssl and curl from literal strings: nothing of ours signs or sends them.
describe('NICEPAY by hand', () => {
  it('a QRIS and a virtual account, from the token to the end', async () => {
    expect(await run('sh', script('nicepay.sh'))).toEqual([
      'token 2007300',
      'generate 2004700',
      'query 2005100 03',
      'refund before payment 4037815',
      'pay 200',
      'query 2005100 00',
      'refund 2007800',
      'refund again 4097801',
      'query 2005100 04',
      'create-va 2002700',
      'status 2002600 03',
      'delete-va 2003100',
      'status 2002600 05',
      'delete-va again 4033115',
    ])
  })

  it('a copy with any one thing changed is refused with its code', async () => {
    expect(await run('sh', script('nicepay-changed.sh'))).toEqual([
      'token 2007300',
      'no Authorization: 4014701',
      'another token: 4014701',
      'another scheme: 4014701',
      'no X-TIMESTAMP: 4004702',
      'another second: 4014700',
      'no X-SIGNATURE: 4004702',
      'another signature: 4014700',
      'a signature cut short: 4014700',
      'no X-PARTNER-ID: 4004702',
      'another partner: 4014700',
      'no X-EXTERNAL-ID: 4004702',
      'an X-EXTERNAL-ID of 41: 4004701',
      'a blank in X-EXTERNAL-ID: 4004701',
      'no CHANNEL-ID: 4004702',
      'another CHANNEL-ID: 4004701',
      'no Content-Type: 4004702',
      'another Content-Type: 4004701',
      'another amount: 4014700',
      'a blank in a text: 4014700',
      'a letter less: 4014700',
      'another path: 4040000',
      'the path of another service: 4015100',
      'no /nicepay: 4040000',
      'a query: 4014700',
      'another method: 4054700',
      'signed with /nicepay: 4014700',
      'signed in UTC: 4004701',
      'signed long ago: 4014700',
      'a blank between tokens: 2004700',
      'nothing: 4094700',
      'another X-EXTERNAL-ID: 4094701',
    ])
  })

  it.runIf(phpProgram)('PHP, whose JSON escapes slashes and letters', async () => {
    const { token } = await openMerchant('IONPAYTEST', sandbox)
    const [answer = ''] = await run(
      phpProgram ?? '',
      script('nicepay.php'),
      servers.baseUrl('nicepay'),
      token,
      clientSecret,
    )
    expect(JSON.parse(answer)).toMatchObject({ responseCode: '2004700' })
    expect(sandbox.provider('nicepay').calls().at(-1)?.request.body).toContain('Caf\\u00e9 \\/ Teh')
  })
})
