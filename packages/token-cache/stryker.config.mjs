/** Every rule of the cache; what carries it out is tried by the simulation, the model and the scheduler. */
const rules = ['decide', 'judge-token', 'pause', 'freshness', 'state']

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: rules.map((name) => `packages/token-cache/src/${name}.ts`),
  ignorePatterns: [
    '**',
    '!packages/token-cache/**',
    '!mutation/*.ts',
    '!scripts/**',
    '!*.json',
    '**/node_modules',
    '**/dist',
  ],
  plugins: [
    `${import.meta.dirname}/../../mutation/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js`,
  ],
  testRunner: 'vitest',
  vitest: { configFile: 'mutation/token-cache.vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  tempDirName: 'temp/stryker',
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 2,
}
