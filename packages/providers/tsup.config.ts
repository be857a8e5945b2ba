import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: {
    index: 'src/index.ts',
    nicepay: 'src/nicepay/index.ts',
    bni: 'src/bni/index.ts',
    codes: 'src/codes/index.ts',
    testing: 'src/testing/index.ts',
  },
})
