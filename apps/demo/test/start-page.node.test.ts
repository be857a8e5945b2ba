import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { patternOf, runInOneShell, shellStepsOf } from './shell-steps.js'

const page = 'docs/start.md'
const steps = shellStepsOf(page)

let servers: ListeningSandbox
let folder: string
let printed: readonly string[]

/** The page's ports are those of `npm start`; here each is a free one. */
const onOurPorts = (commands: string): string =>
  commands
    .replaceAll('http://127.0.0.1:8701/nicepay', servers.baseUrl('nicepay'))
    .replaceAll('http://127.0.0.1:8702', servers.baseUrl('bni'))
    .replaceAll('http://127.0.0.1:8787', servers.controlUrl)

beforeAll(async () => {
  servers = await listen(createSandbox(), { port: 0, providerPort: 0 })
  folder = await mkdtemp(join(tmpdir(), 'start-page-'))
  printed = await runInOneShell(
    steps.map(({ commands }) => onOurPorts(commands)),
    { cwd: folder, env: { SANDBOX_TOKEN: servers.controlToken } },
  )
  // Two keys are made, and each request is a process of its own.
}, 60_000)

afterAll(async () => {
  await servers.close()
  await rm(folder, { recursive: true })
})

// openssl and curl make these requests from literal strings: nothing of ours signs or sends them.
describe(`the commands of ${page}, in the one shell of a reader`, () => {
  it('are all run', () => {
    expect(steps).toHaveLength(5)
    expect(printed).toHaveLength(5)
  })

  it.each(steps.map(({ line, expected }, index) => [line, expected, index] as const))(
    'line %i prints what the page says',
    (_, expected, index) => {
      expect(printed[index]).toMatch(patternOf(expected))
    },
  )
})
