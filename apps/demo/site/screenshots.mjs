import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { serve } from '@hono/node-server'
import { chromium as driver } from 'playwright-core'
import { chromium, chromiumArguments, findProgram } from '../../../scripts/find-program.mjs'
import { siteHandler } from '../dist/site-handler.js'

/**
 * Takes a picture of each page at each size, English pages light and Indonesian ones dark, for whoever changes the looks.
 * The reference is one kind of page, and so are those that lead to English ones.
 */
const built = join(import.meta.dirname, '../dist/site')
const folder = join(import.meta.dirname, '../screenshots')
const sizes = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
]

const pages = readdirSync(built, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.html$/.test(name) && name !== '404.html')
  .filter(
    (name) =>
      !/^(?:id\/)?reference\/|^id\/(?:packages|decisions|repository|contributing|security-policy)/.test(name),
  )
  .map((name) => name.replace(/(?:index)?\.html$/, ''))
  .concat('reference/@x/snap-signature')
  .sort()

/** Until a page says the same for a while: a tool may still be asking for a token. */
const settled = async (page) => {
  const text = () => page.evaluate(() => document.body.innerText.replace(/\d/g, ''))
  for (let before, now = await text(); before !== now; now = await text()) {
    before = now
    await page.waitForTimeout(400)
  }
}

const executablePath = findProgram(chromium)
if (executablePath === undefined)
  throw new Error('Chromium was not found: install it, or set CHROMIUM to its path')
const server = await new Promise((resolve) => {
  const made = serve({ fetch: siteHandler(built), port: 0, hostname: '127.0.0.1' }, () => resolve(made))
})
const browser = await driver.launch({ executablePath, args: [...chromiumArguments] })
rmSync(folder, { recursive: true, force: true })
for (const size of sizes)
  for (const path of pages) {
    const context = await browser.newContext({
      viewport: size,
      colorScheme: path.startsWith('id/') ? 'dark' : 'light',
      timezoneId: 'Asia/Jakarta',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`)
    await page.waitForFunction(
      () => '__vue_app__' in document.querySelector('#app') && !document.querySelector('.tool-waiting'),
    )
    await page.evaluate(() => document.fonts.ready)
    await settled(page)
    const file = join(
      folder,
      String(size.width),
      `${path || 'index'}${path.endsWith('/') ? 'index' : ''}.jpg`,
    )
    mkdirSync(dirname(file), { recursive: true })
    await page.screenshot({ path: file, type: 'jpeg', quality: 40 })
    await context.close()
  }
await browser.close()
server.close()
console.log(`${pages.length * sizes.length} pictures`)
