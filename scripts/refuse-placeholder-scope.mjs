import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './pnpm.mjs'
import { readWorkspace } from './workspace.mjs'

const placeholder = '@x/'
const here = JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8'))
const names = [here.name, ...readWorkspace(root).packages.map(({ manifest }) => manifest.name)]
const refused = [...new Set(names)].filter((name) => name.startsWith(placeholder))

if (refused.length > 0) {
  console.error(
    `Nothing is published under the placeholder scope "${placeholder}": rename ${refused.join(', ')} to a scope you own first.`,
  )
  process.exitCode = 1
}
