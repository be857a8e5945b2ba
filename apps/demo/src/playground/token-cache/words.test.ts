import { describe, expect, it } from 'vitest'
import { scenarioIds } from './fleet-run.js'
import { runFleet } from './run-fleet.js'
import { summarise } from './summarise.js'
import { words } from './words.js'

describe.each(['en', 'id'] as const)('the words in %s', (language) => {
  const { sees, tell } = words[language]

  it('tell each moment of each scenario, with a number wherever one is meant', async () => {
    for (const scenario of scenarioIds) {
      const run = await runFleet({ scenario, processes: 3, lifetimeSeconds: 300, fetchMs: 1_000, seed: 5 })
      const told = run.entries.map((entry) => tell(entry, entry.process))
      expect(told.join('\n')).not.toMatch(/undefined|NaN|token 0|proses 0|process 0/)
      expect(sees(scenario, { ...summarise(run), processes: 3 })).toMatch(
        new RegExp(`${run.providerCalls.length} `),
      )
    }
  })
})

it('a wait for a lease names its owner and what is left', () => {
  expect(words.en.tell({ type: 'waiting', heldMs: 2_900, owner: 1 }, 2)).toBe(
    'waits for the lease of process 1 (2.900 s left)',
  )
  expect(words.id.tell({ type: 'waiting', heldMs: 2_900, owner: 1 }, 2)).toBe(
    'menunggu lease milik proses 1 (sisa 2,900 dtk)',
  )
})
