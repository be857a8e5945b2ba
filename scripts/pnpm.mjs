import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** `npx-cli.js` of the npm that belongs to this Node: run by Node itself, it needs no shell on any system. */
export const findNpx = () => {
  const running = process.env['npm_execpath']
  const folders = [
    ...(running && basename(running) === 'npm-cli.js' ? [dirname(running)] : []),
    join(dirname(process.execPath), 'node_modules/npm/bin'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin'),
  ]
  return folders.map((folder) => join(folder, 'npx-cli.js')).find((path) => existsSync(path))
}

/**
 * Runs the pnpm that `packageManager` in the root `package.json` names, and returns its exit code.
 * It needs only Node and npm; once fetched, that version starts without a network.
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, quiet?: boolean }} [options] `quiet` prints only what fails
 * @returns {number}
 */
export const pnpm = (args, { env = {}, cwd = root, quiet = false } = {}) => {
  const { packageManager } = readJson(join(root, 'package.json'))
  // Without `--prefer-offline` npx asks the registry about a version it already has, for a minute if there is none.
  const npxArgs = ['--yes', '--prefer-offline', packageManager, ...args]
  const npx = findNpx()
  // An npm that does not lie beside Node (a distribution's, a version manager's shim) is left to PATH.
  const [command, ...first] = npx ? [process.execPath, npx] : ['npx']
  const result = spawnSync(command, [...first, ...npxArgs], {
    cwd,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    // Only without npm's own script beside Node: there `npx` is a batch file, which needs a shell.
    shell: process.platform === 'win32' && npx === undefined,
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env },
  })
  if (result.error)
    throw new Error(`npx could not be started (${result.error.message}): install npm, then run again.`)
  if (quiet && result.status !== 0) process.stderr.write(`${result.stdout}${result.stderr}`)
  return result.status ?? 1
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = pnpm(process.argv.slice(2), { cwd: process.cwd() })
