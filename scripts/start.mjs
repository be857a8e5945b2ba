import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { pnpm, root } from './pnpm.mjs'

/** What `npm start` is: install what is missing, build what changed, then run the demo in this very process. */
const prepare = (step, args) => {
  console.log(`${step} …`)
  const code = pnpm(args)
  if (code === 0) return
  console.error(`\n${step} failed; the lines above say why.`)
  process.exit(code)
}

// The terminal sends Ctrl-C to every process; a child that dies of it is no failure to report.
process.once('SIGINT', () => process.exit(130))

prepare('Installing', ['install', '--prefer-offline', '--reporter=silent'])
prepare('Building', ['run', '--silent', 'build', '--output-logs=errors-only'])
process.removeAllListeners('SIGINT')
// One process, so that Ctrl-C reaches the server and nobody else.
await import(pathToFileURL(join(root, 'apps/demo/dist/start.js')).href)
