import { expect, it } from 'vitest'
import { drawLife } from './draw-life.js'

/** `vitest run -u` draws it anew. */
it('the picture in the README shows what the rules do', async () => {
  await expect(drawLife()).toMatchFileSnapshot('../docs/life.svg')
})
