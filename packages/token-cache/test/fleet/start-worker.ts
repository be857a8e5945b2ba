import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { TokenCacheEvent } from '../../src/index.js'
import { createChanges } from './create-changes.js'
import { CANARY } from './start-upstream.js'
import type { Called, Command, Message, Served, WorkerPlan } from './worker-protocol.js'

export interface Worker {
  readonly name: string
  /** What its cache has told, in order. */
  readonly events: readonly TokenCacheEvent[]
  /** All that it wrote to its standard output and error. */
  readonly printed: () => string
  /** Whether any event, error or answer of it held a token. */
  readonly hasToldToken: () => boolean
  readonly get: (bank: string, callers?: number) => Promise<Served>
  readonly call: (bank: string, calls?: { times?: number; atOnce?: number }) => Promise<Called>
  readonly age: (ms: number) => Promise<void>
  readonly forget: () => Promise<void>
  /** What no process expects: SIGKILL, SIGSTOP, SIGCONT. */
  readonly signal: (signal: NodeJS.Signals) => void
  /**
   * How often it has lost a lease, or given the store up, about this bank or any. A machine that stops a process for a
   * quarter of a second brings that about, and one more fetch is right then. None if it was frozen on purpose.
   */
  readonly stops: (bank?: string) => number
  readonly saw: (type: TokenCacheEvent['type'], bank?: string) => boolean
  readonly until: (isSo: () => boolean, what: string, withinMs?: number) => Promise<void>
  /** Closes its cache and its clients. `by itself`: it had nothing left to do then. `killed`: it had been before. */
  readonly stop: () => Promise<'by itself' | 'killed' | 'with something left open'>
}

/** Told at each time, where `store-paused` is told once until the store is back. */
const isStop = (event: TokenCacheEvent, bank = event.provider): boolean => {
  const isLate = event.type === 'store-failed' && event.problem === 'timeout'
  return (isLate || event.type === 'lease-lost') && event.provider === bank
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Forks one process of the fleet; ready when this resolves. One after the other: a dozen that start at once leave nothing
 * of the machine to those that run.
 */
export function startWorker(file: string, plan: WorkerPlan): Promise<Worker> {
  const started = last.then(() => startNow(file, plan))
  last = started.catch(() => {})
  return started
}

async function startNow(file: string, plan: WorkerPlan): Promise<Worker> {
  const child = fork(file, [], {
    env: { ...process.env, FLEET_WORKER: JSON.stringify(plan) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
  })
  const changes = createChanges()
  const events: TokenCacheEvent[] = []
  const answers = new Map<number, (value: unknown) => void>()
  let printed = ''
  let hasToldToken = false
  let isReady = false
  let isFrozen = false
  let asked = 0
  const ended = once(child, 'close')
  // What is sent to one that was killed is lost, and whoever waits for an answer is told by its end.
  child.on('error', () => {})
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      printed += chunk
    })
  child.on('message', (message: Message) => {
    hasToldToken ||= JSON.stringify(message).includes(CANARY)
    if ('event' in message) events.push(message.event)
    if ('isReady' in message) isReady = true
    if ('answer' in message) {
      answers.get(message.answer)?.(message.value)
      answers.delete(message.answer)
    }
    changes.notify()
  })

  const tell = async <T>(command: Command): Promise<T> => {
    asked += 1
    const id = asked
    const answer = new Promise((resolve) => answers.set(id, resolve))
    child.send({ id, command })
    const died = ended.then(() => {
      throw new Error(`worker ${plan.name} ended before it answered "${command.do}":\n${printed}`)
    })
    return (await Promise.race([answer, died])) as T
  }

  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const died = ended.then(() => {
    throw new Error(`worker ${plan.name} ended at its start:\n${printed}`)
  })
  await Promise.race([changes.until(() => isReady, `worker ${plan.name}`), died])
  died.catch(() => {})
  return {
    name: plan.name,
    events,
    printed: () => printed,
    hasToldToken: () => hasToldToken,
    get: (bank, callers = 1) => tell({ do: 'get', bank, callers }),
    call: (bank, { times = 1, atOnce = 1 } = {}) => tell({ do: 'call', bank, times, atOnce }),
    age: (ms) => tell({ do: 'age', ms }),
    forget: () => tell({ do: 'forget' }),
    signal: (signal) => {
      isFrozen ||= signal === 'SIGSTOP'
      child.kill(signal)
    },
    stops: (bank) => (isFrozen ? 0 : events.filter((event) => isStop(event, bank)).length),
    saw: (type, bank) =>
      events.some((each) => each.type === type && each.provider === (bank ?? each.provider)),
    until: changes.until,
    stop: async () => {
      if (hasEnded()) return 'killed'
      child.kill('SIGCONT')
      if (child.connected) child.send({ id: 0, command: { do: 'close' } })
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await ended
      clearTimeout(timer)
      return child.exitCode === 0 ? 'by itself' : 'with something left open'
    },
  }
}
