import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {import('./find-program.d.mts').Program} Program */

/** @type {Program} */
export const chromium = {
  name: 'Chromium',
  variable: 'CHROMIUM',
  package: 'chromium',
  candidates: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
}

/** A browser for tests: alone on its machine, and silent on the network. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** @type {Program} */
export const redis = {
  name: 'Redis',
  variable: 'REDIS_SERVER',
  package: 'redis-server',
  candidates: ['redis-server', 'valkey-server'],
}

/** A second server that speaks as Redis does, where it is installed beside it. @type {Program} */
export const valkey = {
  name: 'Valkey',
  variable: 'VALKEY_SERVER',
  package: 'valkey-server',
  candidates: ['valkey-server'],
}

/** @type {Program} */
export const php = {
  name: 'PHP',
  variable: 'PHP',
  package: 'php-cli',
  candidates: ['php'],
}

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The full path of an installed program, or undefined. Its environment variable wins over PATH.
 * @param {Program} program
 * @returns {string | undefined}
 */
export const findProgram = (program) => {
  const named = process.env[program.variable]
  if (named) return named
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : ['']
  for (const candidate of program.candidates)
    for (const folder of folders)
      for (const ending of endings) {
        const path = join(folder, candidate + ending)
        if (isExecutable(path)) return path
      }
  return undefined
}
