import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

// Only `node` knows Node's types; one build, so that both entries share their code.
export default defineConfig({
  ...base,
  tsconfig: 'src/node/tsconfig.json',
  entry: { index: 'src/index.ts', node: 'src/node/index.ts' },
})
