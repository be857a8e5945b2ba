import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run with one plain line that people and machines can read. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      // A file that does not load has no tests to count, and is a failure all the same.
      if (module.errors().length > 0) count.failed += 1
      for (const test of module.children.allTests()) count[test.result().state] += 1
    }
    const withoutService = Number(process.env['SKIPPED_SERVICES'] ?? 0)
    const skipped = count.skipped + count.pending + withoutService
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${skipped} skipped\n`)
  }
}
