import { mutationOf } from '../../mutation/stryker.base.mjs'

/** What decides which bytes are signed and what is accepted. */
const strings = [
  'token-string-to-sign',
  'symmetric-string-to-sign',
  'asymmetric-string-to-sign',
  'transaction-slots',
  'sorted-query',
  'without-query',
]
const minify = ['minify-json', 'squeeze-json', 'body-hash', 'is-well-formed']
const verify = [
  'received-hash',
  'read-signature',
  'signature-encoding',
  '*-claim',
  '*-problem',
  'verify-*',
  'assert-*',
]

const folder = 'packages/snap-signature'

export default mutationOf({
  folder,
  configFile: 'mutation/vitest.config.ts',
  mutate: [...[...strings, ...minify, ...verify].map((name) => `${folder}/src/${name}.ts`), '!**/*.test.ts'],
})
