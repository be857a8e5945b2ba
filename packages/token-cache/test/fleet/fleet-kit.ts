import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { findProgram, redis } from '../../../../scripts/find-program.mjs'
import { type RedisServer, type RedisSettings, startRedis } from '../start-redis.js'
import { type BuiltWorker, buildWorker } from './build-worker.js'
import { type FaultyProxy, startProxy } from './start-proxy.js'
import { type Bank, type BankManners, CANARY, startUpstream, type Upstream } from './start-upstream.js'
import { startWorker, type Worker } from './start-worker.js'
import type { WorkerPlan } from './worker-protocol.js'

/** Undefined where no Redis is installed: then these tests are skipped, and counted as such. */
export const program: string | undefined = findProgram(redis)

/** Ends with the long form, a matter of minutes; without it a matter of seconds. */
export const isFull: boolean = 'FULL' in process.env

export interface FleetKit {
  readonly redis: (settings?: RedisSettings) => Promise<RedisServer>
  readonly proxy: (target: number) => Promise<FaultyProxy>
  readonly bank: (manners?: Partial<BankManners>) => Bank
  /** As many processes as there are plans, each of another kind unless its plan says so; on these servers. */
  readonly workers: <const P extends readonly Partial<WorkerPlan>[]>(
    ports: readonly number[],
    plans: P,
  ) => Promise<{ -readonly [At in keyof P]: Worker }>
}

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

/**
 * Starts what a test asks for and ends it with the test. Whatever a test is about, each of its processes must end by
 * itself when it is closed, and must not have said a token.
 */
export function fleetKit(): FleetKit {
  let built: BuiltWorker | undefined
  let upstream: Upstream | undefined
  let banks = 0
  beforeAll(async () => {
    ;[built, upstream] = await Promise.all([buildWorker(), startUpstream()])
  })
  afterAll(async () => {
    await built?.remove()
    await upstream?.stop()
  })
  return {
    redis: async (settings) => {
      const server = await startRedis(program ?? '', settings)
      onTestFinished(server.stop)
      return server
    },
    proxy: async (target) => {
      const proxy = await startProxy(target)
      onTestFinished(proxy.stop)
      return proxy
    },
    bank: (manners) => {
      banks += 1
      if (upstream === undefined) throw new Error('the kit is not ready')
      return upstream.bank(`bank-${banks}`, manners)
    },
    workers: async <const P extends readonly Partial<WorkerPlan>[]>(ports: readonly number[], plans: P) => {
      if (built === undefined || upstream === undefined) throw new Error('the kit is not ready')
      const { file } = built
      const common = { ports, upstream: upstream.port, rotation: 'unknown', sealedWith: fleetKey } as const
      const kinds = plans.map((plan, at) => ({ ...common, name: `w${at}`, ...kindOf(at), ...plan }))
      const workers = await Promise.all(kinds.map((plan) => startWorker(file, plan)))
      onTestFinished(async () => {
        const ends = await Promise.all(workers.map((worker) => worker.stop()))
        for (const [at, worker] of workers.entries()) {
          expect(worker.printed(), `what ${worker.name} printed`).toBe('')
          expect(JSON.stringify(worker.events)).not.toContain(CANARY)
          expect(ends[at], `the end of ${worker.name}`).toMatch(/^by itself$|^killed$/)
        }
      })
      return workers as { -readonly [At in keyof P]: Worker }
    },
  }
}

const fleetKey = randomBytes(32).toString('base64')

const kindOf = (at: number): (typeof KINDS)[number] => KINDS[at % KINDS.length] ?? KINDS[0]

/** Ends a server without a word, as a power cut does; resolves when its port is free again. */
export async function crash({ process }: RedisServer): Promise<void> {
  const ended = once(process, 'close')
  process.kill('SIGKILL')
  await ended
}

/** Those who were served, as one list of tokens; fails if anybody was not. */
export function tokensOf(
  served: readonly { tokens: readonly string[]; errors: readonly unknown[] }[],
): string[] {
  expect(served.flatMap(({ errors }) => errors)).toEqual([])
  return [...new Set(served.flatMap(({ tokens }) => tokens))]
}
