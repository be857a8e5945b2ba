import { readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { listFiles } from './list-files.mjs'
import { showPath } from './show-path.mjs'

/** @typedef {import('../workspace.mjs').Workspace} Workspace */

/** Folders of one machine. A web address may contain such a word, but not straight after a space or a quote. */
const machinePath = /(?<![\w.~$}*-])\/(?:work|tmp|root|home|Users)\/[\w.]|(?<!\w)[A-Z]:\\Users\\/

const binary = /\.(png|jpe?g|gif|ico|woff2?|der|p12|gz|tgz)$/

const checkMachinePaths = (root) =>
  listFiles(root)
    .filter((file) => !binary.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) => {
          const found = machinePath.exec(line)
          if (!found) return []
          const shown = showPath(root, file)
          return [
            `${shown}:${index + 1}: "${found[0]}…" is a path of one machine; say it relative to the repository`,
          ]
        }),
    )

/** A tarball address would send every installation to the registry of whoever wrote the lockfile. */
const checkLockfiles = (root) =>
  listFiles(root)
    .filter((file) => file.endsWith('pnpm-lock.yaml'))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          line.includes('://') && !line.trimStart().startsWith('deprecated:')
            ? [`${showPath(root, file)}:${index + 1}: a lockfile holds no address`]
            : [],
        ),
    )

/** A committed `.npmrc` with a registry or a token would be obeyed by everyone who clones. */
const checkNpmrc = (root) =>
  listFiles(root)
    .filter((file) => file.endsWith(`${sep}.npmrc`) && /registry|_auth/i.test(readFileSync(file, 'utf8')))
    .map((file) => `${showPath(root, file)}: names a registry or a credential; remove it`)

const changeset = /^---\n(?:'@[\w./-]+': (?:major|minor|patch)\n)+---\n\n\S/

/** A formatter can turn the head of a changeset into a heading: the release would then pass over it in silence. */
const checkChangesets = (root) =>
  listFiles(root)
    .filter((file) => /[\\/]\.changeset[\\/](?!README)[^\\/]+\.md$/.test(file))
    .filter((file) => !changeset.test(readFileSync(file, 'utf8')))
    .map((file) => `${showPath(root, file)}: names no package and version bump between its "---" lines`)

/**
 * The repository means the same on every machine.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkRepository = ({ root }) => [
  ...checkMachinePaths(root),
  ...checkLockfiles(root),
  ...checkNpmrc(root),
  ...checkChangesets(root),
]
