import { defineConfig, type Options } from 'tsup'
import { base } from '../../tsup.base.ts'

// `#backend` is chosen by the consumer's conditions, not now.
const shared: Options = { ...base, external: [/^#/] }
const backends: Options = {
  ...shared,
  entry: { 'backend/node': 'src/backend/node/index.ts', 'backend/portable': 'src/backend/portable.ts' },
  // No declaration may mention a backend: the types are the same for every consumer.
  dts: false,
}

export default defineConfig([
  { ...shared, entry: { index: 'src/index.ts' } },
  { ...backends, format: 'esm' },
  {
    ...backends,
    format: 'cjs',
    // ESM-only: a CommonJS loader without require(esm), such as Jest's, must never meet it.
    noExternal: ['@noble/hashes'],
    banner: { js: '/*! backend/portable contains @noble/hashes, MIT License, (c) Paul Miller */' },
  },
])
