import { defineConfig } from 'tsup'
import { base } from '../../tsup.base.ts'

export default defineConfig({
  ...base,
  entry: {
    index: 'src/index.ts',
    nicepay: 'src/nicepay/index.ts',
    bni: 'src/bni/index.ts',
    'bni-snap': 'src/bni-snap/index.ts',
    dana: 'src/dana/index.ts',
    permata: 'src/permata/index.ts',
    'snap-standard': 'src/snap-standard/index.ts',
    schemes: 'src/schemes/index.ts',
    codes: 'src/codes/index.ts',
    testing: 'src/testing/index.ts',
  },
})
