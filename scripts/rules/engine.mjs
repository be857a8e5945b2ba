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

/** A scheme that one provider alone has is named after it, as `schemes/<id>-jws.ts`, and may say its name. */
const isSchemeOf = (path, id) => path.startsWith(`schemes/${id}-`)

/**
 * The engine never asks which provider it is, so no provider is named in it, comments included.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkEngine = ({ root }) => {
  const src = join(root, 'packages/providers/src')
  if (!existsSync(src)) return []
  const names = listProfiles(src).flatMap(({ id, file }) =>
    [...new Set([id, displayNameOf(file)].map(wordsOf))].filter(Boolean).map((name) => ({ id, name })),
  )
  return listFiles(src)
    .map((file) => ({ file, path: showPath(src, file) }))
    .filter(({ path }) => isEngine(path))
    .flatMap(({ file, path }) => {
      const forbidden = new Set(names.filter(({ id }) => !isSchemeOf(path, id)).map(({ name }) => name))
      return readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          [...forbidden]
            .filter((name) => ` ${wordsOf(line)} `.includes(` ${name} `))
            .map((name) => {
              const shown = showPath(root, file)
              return `${shown}:${index + 1}: the engine names the provider "${name}"; move that into its folder`
            }),
        )
    })
}
