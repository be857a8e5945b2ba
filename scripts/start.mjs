import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pnpm, root } from './pnpm.mjs'

/** What `npm start` is: install what is missing, build what changed, then run the demo in this very process. */
const prepare = (step, args) => {
  const startedAt = performance.now()
  process.stdout.write(`${step} … `)
  const code = pnpm(args, { quiet: true })
  if (code !== 0) {
    console.error(`${step} failed; the lines above say why.`)
    process.exit(code)
  }
  console.log(`${((performance.now() - startedAt) / 1_000).toFixed(1)} s`)
}

prepare('Installing', ['install', '--prefer-offline'])
prepare('Building', ['run', 'build'])
// One process, so that Ctrl-C reaches the server and nobody else.
await import(pathToFileURL(join(root, 'apps/demo/dist/start.js')).href)
