import { defineConfig, type Options } from 'tsup'
import { base } from '../../tsup.base.ts'

/** One whole build a backend: a second file and the search for it cost a third of an import. */
const build = (entry: string, platform: 'node' | 'neutral'): Options => ({
  ...base,
  entry: { [entry]: 'src/index.ts' },
  platform,
})
const node = build('node', 'node')
const portable = build('index', 'neutral')

export default defineConfig([
  // The types are the same for every consumer: no declaration mentions a backend.
  { ...node, dts: false },
  { ...portable, format: 'esm' },
  {
    ...portable,
    format: 'cjs',
    // ESM-only: a CommonJS loader without require(esm), such as Jest's, must never meet it.
    noExternal: ['@noble/hashes'],
    banner: { js: '/*! Contains @noble/hashes, MIT License, (c) Paul Miller */' },
  },
])
