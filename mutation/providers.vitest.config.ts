import { defineConfig } from 'vitest/config'

// What an answer means, alone: the rest of the package waits for sockets.
export default defineConfig({
  root: `${import.meta.dirname}/../packages/providers`,
  ssr: { resolve: { conditions: ['@x/source', 'module', 'node', 'development|production'] } },
  test: { testTimeout: 60_000, include: ['src/codes/*.test.ts'] },
})
