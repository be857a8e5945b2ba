import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createTokenCache } from '../src/index.js'
import { key } from './virtual-world.js'

const isFull = process.env['FULL'] === '1'
/** A million under FULL=1. */
const cycles = isFull ? 1_000_000 : 50_000

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes in use when everything that can go has gone. */
async function heap(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}

it('callers who come and leave leave nothing behind, whether the fetch runs or the token is there', async () => {
  let answer: (() => void) | undefined
  const source = createTokenCache().source({
    key: key(),
    fetchTimeoutMs: 2_147_483_647,
    fetchToken: () =>
      new Promise((resolve) => {
        answer = () => resolve({ accessToken: 'first', expiresIn: 900 })
      }),
  })
  const signal = new AbortController().signal
  const leave = async (count: number) => {
    for (let cycle = 0; cycle < count; cycle += 1) {
      const own = new AbortController()
      const left = source.get({ signal: own.signal }).catch(() => {})
      own.abort()
      await left
    }
  }
  await leave(5_000)
  const waiting = await heap()
  await leave(cycles)
  const grown = (await heap()) - waiting
  answer?.()
  await source.get()
  for (let cycle = 0; cycle < 5_000; cycle += 1) await source.get({ signal })
  const kept = await heap()
  for (let cycle = 0; cycle < cycles; cycle += 1) await source.get({ signal })
  const keptGrown = (await heap()) - kept
  // Below what a single forgotten reference each would take.
  expect({ grown: grown / cycles, keptGrown: keptGrown / cycles }).toEqual({
    grown: expect.toSatisfy((bytes: number) => bytes < 8),
    keptGrown: expect.toSatisfy((bytes: number) => bytes < 8),
  })
}, 300_000)
