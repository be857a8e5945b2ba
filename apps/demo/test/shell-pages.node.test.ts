import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { patternOf, runInOneShell, shellStepsOf } from './shell-steps.js'

// Pages whose commands need no server. Each is read and run as a whole: a reader has one shell open.
describe.each(['docs/keys.md', 'docs/mistakes.md'])('the commands of %s', (page) => {
  it('print what the page says', async () => {
    const steps = shellStepsOf(page)
    const cwd = await mkdtemp(join(tmpdir(), 'shell-page-'))
    onTestFinished(() => rm(cwd, { recursive: true }))
    const printed = await runInOneShell(
      steps.map(({ commands }) => commands),
      { cwd, env: {} },
    )
    expect(printed).toHaveLength(steps.length)
    for (const [index, { line, expected }] of steps.entries())
      expect(printed[index], `${page}:${line}`).toMatch(patternOf(expected))
  }, 60_000)
})
