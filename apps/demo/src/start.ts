import { parseArgs } from 'node:util'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { type FirstToken, firstTokens } from './first-tokens.js'
import { readSettings } from './settings.js'
import { table } from './table.js'

const usage = `npm start               start the sandbox and get a first token from each provider
npm start -- --exit     the same, then stop; exit code 1 if a token was not obtained

PORT                    of the control API (8787)
SANDBOX_PORT_BASE       of the first provider, the others follow (8701)
SANDBOX_TOKEN           of the control API (a random one)
`

const row = (first: FirstToken): readonly string[] => {
  const outcome = 'token' in first ? [first.token, first.expiresIn] : ['none', '–']
  return [first.name, first.environment, first.flow, ...outcome, String(first.ms)]
}

const show = (servers: ListeningSandbox, tokens: readonly FirstToken[]): void => {
  console.log(
    `\n${table(['provider', 'environment', 'flow', 'token', 'expires in', 'ms'], tokens.map(row))}\n`,
  )
  for (const first of tokens) if ('problem' in first) console.error(`${first.name}: ${first.problem}\n`)
  console.log(`NICEPAY      ${servers.baseUrl('nicepay')}`)
  console.log(`BNI          ${servers.baseUrl('bni')}`)
  console.log(`control API  ${servers.controlUrl}/_sandbox/providers`)
}

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: { exit: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) return console.log(usage)

  const { port, providerPort, controlToken } = readSettings(process.env)
  const servers = await listen(createSandbox(), {
    port,
    providerPort,
    ...(controlToken !== undefined && { controlToken }),
  })
  const tokens = await firstTokens(servers)
  show(servers, tokens)
  if (values.exit) {
    await servers.close()
    process.exitCode = tokens.every((first) => 'token' in first) ? 0 : 1
    return
  }
  if (controlToken === undefined) console.log(`its token    ${servers.controlToken}`)
  console.log('\nCtrl-C stops the sandbox and frees its ports.')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void servers.close())
}

try {
  await start()
} catch (error) {
  // A taken port or a mistyped option is the user's to mend: one sentence, no stack.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
