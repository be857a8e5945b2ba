import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Step {
  readonly commands: string
  readonly expected: string
}

/** Each `sh` block of the README and the `txt` block that follows it; `sh no-run` installs packages. */
const steps = (readme: string): readonly Step[] =>
  [...readme.matchAll(/```sh\n(.*?)```\s*```txt\n(.*?)```/gs)].map(([, commands = '', expected = '']) => ({
    commands,
    expected,
  }))

const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8')
const all = steps(readme)

let servers: ListeningSandbox
let folder: string

beforeAll(async () => {
  servers = await listen(createSandbox(), { port: 0, providerPort: 0 })
  folder = await mkdtemp(join(tmpdir(), 'sandbox-readme-'))
})

afterAll(async () => {
  await servers.close()
  await rm(folder, { recursive: true })
})

/** The README's ports are those of `npm start`; here each is a free one. */
const onOurPorts = (commands: string): string =>
  commands
    .replaceAll('http://127.0.0.1:8701/nicepay', servers.baseUrl('nicepay'))
    .replaceAll('http://127.0.0.1:8702', servers.baseUrl('bni'))
    .replaceAll('http://127.0.0.1:8787', servers.controlUrl)

const run = (commands: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const shell = spawn('sh', ['-eu', '-c', commands], {
      cwd: folder,
      env: { PATH: process.env['PATH'], SANDBOX_TOKEN: servers.controlToken, NO_PROXY: '*' },
    })
    let output = ''
    shell.stdout.on('data', (chunk) => {
      output += chunk
    })
    shell.stderr.on('data', (chunk) => {
      output += chunk
    })
    shell.on('error', reject)
    shell.on('close', () => resolve(output))
  })

/** Every piece of the expectation between two `…`, in order. */
const pattern = (expected: string): RegExp =>
  new RegExp(
    expected
      .trim()
      .split('…')
      .map((piece) => piece.split('\n').map(escapeText).join('[^]*?'))
      .join('[^]*?'),
  )

const escapeText = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// These requests are made by openssl and curl from literal strings: nothing of ours signs or sends them.
describe("the README's commands, run in order", () => {
  it('are all found', () => {
    expect(all).toHaveLength(readme.match(/```sh\n/g)?.length ?? 0)
    expect(all).toHaveLength(4)
  })

  it.each(all.map((step, index) => [index + 1, step] as const))(
    'block %i prints what it says',
    async (_, step) => {
      expect(await run(onOurPorts(step.commands))).toMatch(pattern(step.expected))
    },
  )
})
