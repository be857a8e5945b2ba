import { describe, expect, it } from 'vitest'
import { scenarioIds } from './fleet-run.js'
import { layOutTimeline } from './layout-timeline.js'
import { runFleet } from './run-fleet.js'

describe.each(scenarioIds)('the drawing of %s', (scenario) => {
  it('stays within its width, has a row for each process, call and token, and a mark for each event', async () => {
    const run = await runFleet({ scenario, processes: 5, lifetimeSeconds: 60, fetchMs: 300, seed: 3 })
    for (const width of [300, 1_100]) {
      const { rows, lines, height, scale } = layOutTimeline(run, width)
      const bars = rows.flatMap((row) => row.bars)
      expect(Math.min(...bars.map(({ x }) => x))).toBeGreaterThanOrEqual(0)
      expect(Math.max(...bars.map(({ x, width: wide }) => x + wide))).toBeLessThanOrEqual(width + 1e-6)
      expect(rows.filter(({ about }) => about === 'process')).toHaveLength(5)
      expect(rows.filter(({ about }) => about === 'token')).toHaveLength(run.providerCalls.length)
      expect(rows[0]?.bars).toHaveLength(run.providerCalls.length)
      expect(lines).toHaveLength(run.entries.filter(({ process }) => process === 0).length)
      expect(height).toBeGreaterThan(rows.at(-1)?.y ?? 0)
      expect(scale.x(run.endMs)).toBeCloseTo(width, 6)
    }
  })
})
