import type { RedisConnection } from '../../src/redis/index.js'
import type { WorkerPlan } from './worker-protocol.js'

/** A client as its documentation starts one: with its own defaults, which wait for ever. */
export interface Connected {
  readonly connection: RedisConnection
  /** Resolves once commands are answered. */
  readonly ready: Promise<unknown>
  readonly end: () => void
}

/** Loads the one client that is wanted: half of what a worker takes to start. */
export async function connectRedis(plan: WorkerPlan): Promise<Connected> {
  if (plan.client === 'ioredis') return (await import('./connect-ioredis.js')).connectIoredis(plan)
  return (await import('./connect-node-redis.js')).connectNodeRedis(plan)
}
