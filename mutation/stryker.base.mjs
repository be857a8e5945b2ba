/**
 * What mutation testing of every package has in common: `mutate` names the sources to break, from the root, since the
 * tests of one package read files of other folders.
 * @returns {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export const mutationOf = ({ folder, configFile, mutate }) => ({
  mutate,
  ignorePatterns: [
    '**',
    `!${folder}/**`,
    '!mutation/*.ts',
    '!scripts/**',
    '!*.json',
    '**/node_modules',
    '**/dist',
  ],
  plugins: [`${import.meta.dirname}/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js`],
  testRunner: 'vitest',
  vitest: { configFile, related: false },
  coverageAnalysis: 'perTest',
  tempDirName: 'temp/stryker',
  reporters: ['clear-text'],
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 85 },
  concurrency: 2,
})
