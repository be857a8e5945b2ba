import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListeningSandbox } from '@x/sandbox/node'

/** Runs a script of `by-hand` against a listening sandbox; what it prints, both streams, line by line. */
export const runByHand = async (
  script: string,
  { servers, provider }: { readonly servers: ListeningSandbox; readonly provider: string },
): Promise<readonly string[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-by-hand-'))
  try {
    return (await output(join(import.meta.dirname, 'by-hand', script), folder, servers, provider))
      .trim()
      .split('\n')
  } finally {
    await rm(folder, { recursive: true })
  }
}

const output = (script: string, cwd: string, servers: ListeningSandbox, provider: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const shell = spawn('sh', [script], {
      cwd,
      env: {
        PATH: process.env['PATH'],
        NO_PROXY: '*',
        BANK_URL: servers.baseUrl(provider),
        CONTROL_URL: servers.controlUrl,
        SANDBOX_TOKEN: servers.controlToken,
      },
    })
    let printed = ''
    shell.stdout.on('data', (chunk) => {
      printed += chunk
    })
    shell.stderr.on('data', (chunk) => {
      printed += chunk
    })
    shell.on('error', reject)
    shell.on('close', () => resolve(printed))
  })
