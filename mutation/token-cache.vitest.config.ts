import { defineConfig } from 'vitest/config'

// The rules alone, each test in a millisecond: a broken rule in the simulation could run for ever.
export default defineConfig({
  root: `${import.meta.dirname}/../packages/token-cache`,
  ssr: { resolve: { conditions: ['@x/source', 'module', 'node', 'development|production'] } },
  test: {
    testTimeout: 60_000,
    include: ['src/{decide,consult-store,judge-token,pause,freshness}.test.ts'],
  },
})
