import { defineConfig } from 'vitest/config'

// The node project of the root's configuration, alone. What reads keys and starts other programs is left out: a break
// in what all code loads would run it hundreds of times.
export default defineConfig({
  root: `${import.meta.dirname}/../packages/snap-signature`,
  ssr: { resolve: { conditions: ['@x/source', 'module', 'node', 'development|production'] } },
  test: {
    provide: { backend: 'node' },
    // Instrumented code is several times slower.
    testTimeout: 60_000,
    exclude: [
      '**/node_modules/**',
      'test/{backend,fuzz,key-shapes}.test.ts',
      'test/*.node.test.ts',
      'src/{import-*key,jwk,key*,parse-encrypted*,recognise-key,crypto-key,rsa-numbers,der}.test.ts',
    ],
  },
})
