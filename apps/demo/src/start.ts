import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { type DemoClients, demoClients } from './demo-clients.js'
import { firstPayment, type PaymentStep } from './first-payment.js'
import { type FirstToken, firstTokens } from './first-tokens.js'
import { readSettings } from './settings.js'
import { siteHandler } from './site-handler.js'
import { table } from './table.js'

const usage = `npm start               start the sandbox and the site, get a first token from each provider, make, pay and refund a QRIS
npm start -- --exit     the same, then stop; exit code 1 if a token was not obtained, or the QRIS went wrong

PORT                    of the site and the control API (8787)
SANDBOX_PORT_BASE       of the first provider, the others follow (8701)
SANDBOX_TOKEN           of the control API (a random one)
`

const row = (first: FirstToken): readonly string[] => {
  const outcome = 'token' in first ? [first.token, first.expiresIn] : ['none', '–']
  return [first.name, first.environment, first.flow, ...outcome, String(first.ms)]
}

const showTokens = (tokens: readonly FirstToken[]): void => {
  console.log(
    `\n${table(['provider', 'environment', 'flow', 'token', 'expires in', 'ms'], tokens.map(row))}\n`,
  )
  for (const first of tokens) if ('problem' in first) console.error(`${first.name}: ${first.problem}\n`)
}

const showPayment = (steps: readonly PaymentStep[]): void => {
  const rows = steps.map(({ step, answer, outcome, transaction, ms }) => [
    step,
    answer,
    outcome,
    transaction,
    String(ms),
  ])
  console.log(`${table(['one QRIS of NICEPAY', 'answer', 'outcome', 'transaction', 'ms'], rows)}\n`)
}

const showAddresses = (servers: ListeningSandbox, names: ReadonlyMap<string, string>): void => {
  console.log(`site         ${servers.controlUrl}`)
  for (const [id, name] of names) console.log(`${name.padEnd(13)}${servers.baseUrl(id)}`)
  console.log(`control API  ${servers.controlUrl}/_sandbox/providers`)
}

/** What goes wrong is said; the sandbox stays up, so that it can be looked into. */
const tryPayment = async (clients: DemoClients, servers: ListeningSandbox): Promise<boolean> => {
  try {
    showPayment(await firstPayment(clients, servers))
    return true
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n`)
    return false
  }
}

const start = async (): Promise<void> => {
  const { values } = parseArgs({ options: { exit: { type: 'boolean' }, help: { type: 'boolean' } } })
  if (values.help) return console.log(usage)

  const { port, providerPort, controlToken } = readSettings(process.env)
  const sandbox = createSandbox()
  const servers = await listen(sandbox, {
    port,
    providerPort,
    site: siteHandler(join(import.meta.dirname, 'site')),
    ...(controlToken !== undefined && { controlToken }),
  })
  const clients = demoClients(servers)
  const tokens = await firstTokens(Object.values(clients))
  showTokens(tokens)
  const worked = await tryPayment(clients, servers)
  showAddresses(servers, new Map(sandbox.providers.map(({ id, name }) => [id, name])))
  if (values.exit) {
    await servers.close()
    process.exitCode = worked && tokens.every((first) => 'token' in first) ? 0 : 1
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
