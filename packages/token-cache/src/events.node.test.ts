import { describe, expect, it } from 'vitest'
import { settle } from '../test/virtual-world.js'
import { createReporter } from './events.js'
import { readSurroundings } from './surroundings.js'

const event = { type: 'fetch-started', provider: 'bank', clientId: 'shop' } as const

/** What a callback may return although its type says nothing. */
const returned: readonly [string, () => unknown][] = [
  ['rejects', () => Promise.reject(new Error('listener'))],
  ['throws', () => throwing()],
  ['returns what throws when it is read', () => new Proxy({}, { get: throwing })],
]

function throwing(): never {
  throw new Error('listener')
}

/** What would end a process that does not listen for it. */
async function unhandled(run: () => void): Promise<unknown[]> {
  const reasons: unknown[] = []
  const before = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  const note = (reason: unknown) => reasons.push(reason)
  process.on('unhandledRejection', note)
  try {
    run()
    await settle()
    await settle()
  } finally {
    process.off('unhandledRejection', note)
    for (const listener of before) process.on('unhandledRejection', listener)
  }
  return reasons
}

describe('a callback of the user', () => {
  it.each(returned)('that %s ends no process as onEvent', async (_, onEvent) => {
    expect(await unhandled(() => createReporter(onEvent)(event))).toEqual([])
  })

  it.each(returned)('that %s ends no process as waitUntil', async (_, waitUntil) => {
    expect(await unhandled(() => readSurroundings({ waitUntil }).waitUntil(Promise.resolve()))).toEqual([])
  })
})
