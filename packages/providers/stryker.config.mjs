import { mutationOf } from '../../mutation/stryker.base.mjs'

/** What decides whether money may have moved. */
const codes = ['classify', 'code-overrides', 'meaning-of', 'parse-response-code']

const folder = 'packages/providers'

export default mutationOf({
  folder,
  configFile: 'mutation/providers.vitest.config.ts',
  mutate: codes.map((name) => `${folder}/src/codes/${name}.ts`),
})
