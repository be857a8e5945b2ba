/** What decides which bytes are signed and what is accepted. */
const strings = [
  'token-string-to-sign',
  'symmetric-string-to-sign',
  'asymmetric-string-to-sign',
  'transaction-slots',
  'sorted-query',
  'without-query',
]
const minify = ['minify-json', 'squeeze-json', 'body-hash', 'is-well-formed']
const verify = [
  'received-hash',
  'read-signature',
  'signature-encoding',
  '*-claim',
  '*-problem',
  'verify-*',
  'assert-*',
]

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  // Paths are the repository's: the tests read files of other folders.
  mutate: [
    ...[...strings, ...minify, ...verify].map((name) => `packages/snap-signature/src/${name}.ts`),
    '!**/*.test.ts',
  ],
  ignorePatterns: [
    '**',
    '!packages/snap-signature/**',
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
  vitest: { configFile: 'mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  tempDirName: 'temp/stryker',
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 2,
}
