import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pnpm, root } from './pnpm.mjs'

/** Breaks each listed line of a package in turn, and fails where too few breaks are noticed (stryker.config.mjs). */
const packages = ['snap-signature', 'token-cache', 'providers']

const install = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent']
if (pnpm(install, { cwd: join(root, 'mutation') }) !== 0)
  throw new Error('The tools of mutation/ could not be installed.')

const stryker = join(root, 'mutation/node_modules/@stryker-mutator/core/bin/stryker.js')
for (const name of packages) {
  const config = join('packages', name, 'stryker.config.mjs')
  const args = [stryker, 'run', config, ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
rmSync(join(root, 'temp/stryker'), { recursive: true, force: true })
