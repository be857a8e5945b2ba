import type { Options } from 'tsup'

/** What every package's build has in common: readable output, source maps, types, ESM and CommonJS. */
export const base: Options = {
  tsconfig: 'tsconfig.src.json',
  target: 'es2022',
  format: ['esm', 'cjs'],
  dts: true,
  sourcemap: true,
  // The sources are in the package.
  esbuildOptions: (options) => {
    options.sourcesContent = false
  },
  // tsup would write `crypto` for `node:crypto`, which some runtimes do not know.
  removeNodeProtocol: false,
}
