import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: {
    index: 'src/index.ts',
    nicepay: 'src/nicepay/index.ts',
    bni: 'src/bni/index.ts',
    'bni-snap': 'src/bni-snap/index.ts',
    codes: 'src/codes/index.ts',
    schemes: 'src/schemes/index.ts',
  },
})
