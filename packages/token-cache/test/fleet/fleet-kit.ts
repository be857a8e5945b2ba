import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findProgram, redis } from '../../../../scripts/find-program.mjs'
import { startCluster } from '../start-cluster.js'
import { type RedisServer, type RedisSettings, startRedis } from '../start-redis.js'
import { type BuiltWorker, buildWorker } from './build-worker.js'
import { type FaultyProxy, startProxy } from './start-proxy.js'
import { type Bank, type BankManners, startUpstream, type Upstream } from './start-upstream.js'
import { startWorker, type Worker } from './start-worker.js'
import type { Served, WorkerPlan } from './worker-protocol.js'

/** Undefined where no Redis is installed: then these tests are skipped, and counted as such. */
export const program: string | undefined = findProgram(redis)

/** The long form, a matter of minutes; without it a matter of seconds. */
export const isFull: boolean = 'FULL' in process.env

/** How long a lease lasts that nobody renews. */
export const LEASE_MS = 3_000

/** What a machine with other work may add to a time that is under test. */
export const BUSY_MS = 3_000

/** What a test starts ends with it. */
export interface FleetKit {
  readonly redis: (settings?: RedisSettings) => Promise<RedisServer>
  /** Three nodes, each of which goes on with its own slots when another is gone. */
  readonly cluster: () => Promise<readonly RedisServer[]>
  readonly proxy: (target: number) => Promise<FaultyProxy>
  readonly bank: (manners?: Partial<BankManners>) => Bank
  /** As many processes as there are plans, each of another kind unless its plan says so; on these servers. */
  readonly workers: <const P extends readonly Partial<WorkerPlan>[]>(
    ports: readonly number[],
    plans: P,
  ) => Promise<{ -readonly [At in keyof P]: Worker }>
  /**
   * Tells a story about processes that run, anew if it went wrong and the machine had stopped one of them: for that one
   * the store was gone, which is another story. They say so themselves; whatever else goes wrong is the end.
   */
  readonly undisturbed: (story: () => Promise<void>) => Promise<void>
}

/** How often a story is told that the machine spoils. */
const TRIES = 5

/** So many of one plan. */
export const many = (count: number, plan: Partial<WorkerPlan> = {}): Partial<WorkerPlan>[] =>
  Array.from({ length: count }, () => plan)

/** The ways to be connected, dealt out in turn: a fleet is rarely of one kind while it is being rolled out. */
export const KINDS = [
  { client: 'ioredis', subscribes: true },
  { client: 'node-redis', subscribes: false },
  { client: 'node-redis', subscribes: true },
  { client: 'ioredis', subscribes: false },
] as const

const kindOf = (at: number): (typeof KINDS)[number] => KINDS[at % KINDS.length] ?? KINDS[0]

const sealedWith = randomBytes(32).toString('base64')
let shared: { readonly built: BuiltWorker; readonly upstream: Upstream } | undefined
let banks = 0

if (program !== undefined) {
  beforeAll(async () => {
    const [built, upstream] = await Promise.all([buildWorker(), startUpstream()])
    shared = { built, upstream }
  })
  afterAll(async () => {
    await Promise.all([shared?.built.remove(), shared?.upstream.stop()])
  })
}

/**
 * A test with a kit. Whatever it is about, each of its processes must end by itself when it is closed, and must have
 * said nothing, least of all a token.
 */
export const it = test.extend<{ kit: FleetKit }>({
  kit: async ({ task }, use) => {
    if (shared === undefined) throw new Error(`"${task.name}" runs without a Redis`)
    const { built, upstream } = shared
    const started: Worker[] = []
    const ends: (() => Promise<void>)[] = []
    await use({
      redis: async (settings) => {
        const server = await startRedis(program ?? '', settings)
        ends.push(server.stop)
        return server
      },
      cluster: async () => {
        const settings = { arguments: ['--cluster-require-full-coverage', 'no'] }
        const nodes = await startCluster(program ?? '', settings)
        ends.push(...nodes.map((node) => node.stop))
        return nodes
      },
      proxy: async (target) => {
        const proxy = await startProxy(target)
        ends.push(proxy.stop)
        return proxy
      },
      bank: (manners) => {
        banks += 1
        return upstream.bank(`bank-${banks}`, manners)
      },
      workers: async <const P extends readonly Partial<WorkerPlan>[]>(ports: readonly number[], plans: P) => {
        const common = { ports, upstream: upstream.port, rotation: 'unknown', sealedWith } as const
        const start = async (plan: WorkerPlan): Promise<Worker> => {
          const worker = await startWorker(built.file, plan)
          started.push(worker)
          return worker
        }
        const whole = plans.map((plan, at) => ({ ...common, name: `w${at}`, ...kindOf(at), ...plan }))
        const workers = await Promise.all(whole.map(start))
        return workers as { -readonly [At in keyof P]: Worker }
      },
      undisturbed: async (story) => {
        const stops = (): number => started.reduce((sum, { stops }) => sum + stops(), 0)
        for (let tries = 1; ; tries += 1) {
          const before = stops()
          try {
            return await story()
          } catch (error) {
            if (stops() === before || tries === TRIES) throw error
          }
        }
      },
    })
    const stopped = await Promise.all(started.map(async (worker) => ({ worker, how: await worker.stop() })))
    await Promise.all(ends.map((end) => end()))
    for (const { worker, how } of stopped) {
      expect(worker.printed(), `what ${worker.name} printed`).toBe('')
      expect(worker.hasToldToken(), `${worker.name} has told a token`).toBe(false)
      expect(how, `the end of ${worker.name}`).toMatch(/^by itself$|^killed$/)
    }
  },
})

/** Ends a server without a word, as a power cut does; resolves when its port is free again. */
export async function crash({ process }: RedisServer): Promise<void> {
  const ended = once(process, 'close')
  process.kill('SIGKILL')
  await ended
}

/** Everybody asks at once. */
export const everybody = (
  workers: readonly Worker[],
  { name }: Pick<Bank, 'name'>,
  callers = 10,
): Promise<Served[]> => Promise.all(workers.map((worker) => worker.get(name, callers)))

/** What those got who were served; fails if anybody was not. */
export function tokensOf(served: readonly Pick<Served, 'tokens' | 'errors'>[]): string[] {
  expect(served.flatMap(({ errors }) => errors)).toEqual([])
  return [...new Set(served.flatMap(({ tokens }) => tokens))]
}

/** Asks again and again, since nobody tells when it becomes true. */
export async function eventually(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 25_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`waited 25 s for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** How often the machine has stopped one of them while they were about this bank. */
export const stopsOf = (workers: readonly Worker[], { name }: Pick<Bank, 'name'>): number =>
  workers.reduce((sum, worker) => sum + worker.stops(name), 0)

/** A bank whose one token all of them have. */
export async function sharedBank(
  kit: Pick<FleetKit, 'bank'>,
  workers: readonly Worker[],
  manners?: Partial<BankManners>,
): Promise<{ readonly bank: Bank; readonly token: string }> {
  for (let tries = 0; tries < 10; tries += 1) {
    const bank = kit.bank(manners)
    const tokens = tokensOf(await everybody(workers, bank))
    const [mint] = bank.mints
    if (mint !== undefined && tokens.length === 1 && bank.mints.length === 1)
      return { bank, token: mint.token }
    expect(stopsOf(workers, bank), 'a second fetch, and nobody said why').toBeGreaterThan(0)
  }
  throw new Error('a machine too slow for a store that answers within 250 ms')
}

/** Resolves once the whole fleet fetches one token for a new key, as it does when all can talk to the store. */
export const isSharedAgain = (kit: Pick<FleetKit, 'bank'>, workers: readonly Worker[]): Promise<void> =>
  eventually(async () => {
    const bank = kit.bank({ delayMs: 20 })
    await everybody(workers, bank)
    return bank.mints.length === 1
  }, 'the fleet to share again')
