import { defineConfig } from 'tsup'

export default defineConfig({
  entry: { start: 'src/start.ts', 'site-handler': 'src/site-handler.ts' },
  format: 'esm',
  target: 'es2022',
  removeNodeProtocol: false,
})
