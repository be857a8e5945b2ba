import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ readonly folder: string, readonly path: string, readonly isApp: boolean, readonly manifest: Record<string, any> }} Package */
/** @typedef {{ readonly root: string, readonly manifest: Record<string, any>, readonly packages: readonly Package[] }} Workspace */

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/**
 * Every package and app of the repository, with its manifest. `folder` is relative to the root, with forward slashes.
 * @param {string} root
 * @returns {Workspace}
 */
export const readWorkspace = (root) => {
  const packages = ['packages', 'apps'].flatMap((group) =>
    (existsSync(join(root, group)) ? readdirSync(join(root, group)).sort() : [])
      .map((name) => ({ folder: `${group}/${name}`, path: join(root, group, name), isApp: group === 'apps' }))
      .filter(({ path }) => existsSync(join(path, 'package.json')))
      .map((found) => ({ ...found, manifest: readJson(join(found.path, 'package.json')) })),
  )
  return { root, manifest: readJson(join(root, 'package.json')), packages }
}

/**
 * The public entry points of a package: `.` is `index`, `./redis` is `redis`.
 * @param {Package} pkg
 * @returns {readonly { readonly subpath: string, readonly name: string }[]}
 */
export const entriesOf = ({ manifest }) =>
  Object.keys(manifest.exports ?? {})
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => ({ subpath, name: subpath === '.' ? 'index' : subpath.slice(2) }))
