import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const notOurs = /^(node_modules|dist|temp|coverage|\.turbo|\.git|__screenshots__)$|\.tsbuildinfo$/

/**
 * The full paths of all files in a folder, sorted. Files that the repository does not hold are left out, unless `all`.
 * @param {string} folder
 * @param {{ all?: boolean }} [options]
 * @returns {readonly string[]}
 */
export const listFiles = (folder, { all = false } = {}) =>
  (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => all || !notOurs.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? listFiles(path, { all }) : [path]
    })
