import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chromium, findProgram, php, redis } from './find-program.mjs'

/** @typedef {import('./find-program.mjs').Program} Program */

export const isCi = !['', '0', 'false'].includes(process.env['CI'] ?? '')

const listOf = (programs) => programs.map((program) => program.name).join(' and ')

const isDebian = () => {
  try {
    return /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

const mayInstall = () => process.getuid?.() === 0 && !process.env['NO_INSTALL'] && isDebian()

const aptGet = (...args) => {
  const result = spawnSync('apt-get', args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (result.status === 0) return true
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}apt-get ${args.join(' ')} failed.\n`)
  return false
}

const install = (programs) => {
  const packages = programs.map((program) => program.package)
  console.log(`Installing ${packages.join(' and ')} with apt-get, for the tests. NO_INSTALL=1 prevents this.`)
  return aptGet('update') && aptGet('install', '-y', '--no-install-recommends', ...packages)
}

/**
 * Makes sure that the programs the tests need are there: installs what is missing where that is harmless
 * (root on Debian or Ubuntu), says in one sentence what stays missing, and returns it.
 * @param {readonly Program[]} [programs]
 * @returns {readonly Program[]}
 */
export const ensureServices = (programs = [redis, chromium, php]) => {
  const isMissing = (program) => findProgram(program) === undefined
  let missing = programs.filter(isMissing)
  if (missing.length > 0 && mayInstall() && install(missing)) missing = missing.filter(isMissing)
  if (missing.length > 0) {
    const names = missing.map((program) => program.package).join(' ')
    const paths = missing.map((program) => program.variable).join(' and ')
    const effect = isCi ? 'and under CI no test may be skipped' : 'so their tests are skipped'
    console.log(
      `${listOf(missing)} not found, ${effect}: install ${names}, or set ${paths} to a program's path.`,
    )
  }
  return missing
}

if (process.argv[1] === import.meta.filename && ensureServices().length > 0 && isCi) process.exitCode = 1
