import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Ends the run with one plain line that people and machines can read. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      // A file that does not load or a hook that throws has no test to count, and is a failure all the same.
      for (const group of [module, ...module.children.allSuites()]) count.failed += group.errors().length
      for (const test of module.children.allTests()) count[test.result().state] += 1
    }
    const withoutService = Number(process.env['SKIPPED_SERVICES'] ?? 0)
    const skipped = count.skipped + count.pending + withoutService
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${skipped} skipped\n`)
  }
}
