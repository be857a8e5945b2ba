import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from './list-files.mjs'
import { listProfiles } from './list-profiles.mjs'
import { showPath } from './show-path.mjs'

/** @typedef {import('../workspace.mjs').Workspace} Workspace */

/** `BNIToken bniSign read_bni` → `bni token bni sign read bni`: a short name inside another word is no hit. */
const wordsOf = (text) =>
  (text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase()).join(' ')

const displayNameOf = (profile) => /\bname: '([^']+)'/.exec(readFileSync(profile, 'utf8'))?.[1] ?? ''

const isEngine = (path) =>
  !path.endsWith('.test.ts') && (!path.includes('/') || path.startsWith('schemes/')) && path.endsWith('.ts')

/**
 * The engine never asks which provider it is, so no provider is named in it, comments included.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkEngine = ({ root }) => {
  const src = join(root, 'packages/providers/src')
  if (!existsSync(src)) return []
  const profiles = listProfiles(src)
  const names = new Set(
    profiles
      .flatMap(({ id, file }) => [id, displayNameOf(file)])
      .map(wordsOf)
      .filter(Boolean),
  )
  return listFiles(src)
    .filter((file) => isEngine(showPath(src, file)))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          [...names]
            .filter((name) => ` ${wordsOf(line)} `.includes(` ${name} `))
            .map((name) => {
              const shown = showPath(root, file)
              return `${shown}:${index + 1}: the engine names the provider "${name}"; move that into its folder`
            }),
        ),
    )
}
