import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser, type SiteBrowser } from './kit.js'

let browser: SiteBrowser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe('the site', () => {
  it.each(['/', '/replies', '/playground/keys', '/packages/snap-signature', '/reference/'])(
    '%s',
    async (path) => {
      const { page, faults } = await browser.open({ path })
      expect(await page.locator('h1').count()).toBe(1)
      expect(faults).toEqual([])
      await page.context().close()
    },
  )
})
