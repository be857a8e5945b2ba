import { mutationOf } from '../../mutation/stryker.base.mjs'

/** Every rule of the cache; what carries it out is tried by the simulation, the model and the scheduler. */
const rules = [
  'decide',
  'take-off',
  'consult-store',
  'judge-minted',
  'judge-token',
  'flight-state',
  'pause',
  'freshness',
  'state',
]

const folder = 'packages/token-cache'

export default mutationOf({
  folder,
  configFile: 'mutation/token-cache.vitest.config.ts',
  mutate: rules.map((name) => `${folder}/src/${name}.ts`),
})
