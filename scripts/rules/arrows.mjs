import { readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import ts from 'typescript'
import { listFiles } from './list-files.mjs'
import { showPath } from './show-path.mjs'

/** @typedef {import('../workspace.mjs').Package} Package */
/** @typedef {import('../workspace.mjs').Workspace} Workspace */

/** What each package may depend on. A dependency of a payment library is an event: it is added here first. */
const allowed = {
  'packages/snap-signature': ['@noble/hashes'],
  'packages/oauth-basic': [],
  'packages/token-cache': [],
  'packages/providers': ['snap-signature', 'oauth-basic', 'token-cache'],
  'packages/sandbox': ['providers', 'snap-signature', 'oauth-basic', 'hono', '@hono/node-server'],
  'apps/demo': [
    'sandbox',
    'providers',
    'snap-signature',
    'oauth-basic',
    'token-cache',
    'hono',
    '@hono/node-server',
    // The site: its generator, its components, its reference, its anchors, its QR pictures.
    'vitepress',
    'vue',
    'typedoc',
    'typedoc-plugin-markdown',
    'github-slugger',
    'uqr',
  ],
}

const isTest = (file) => /\.test\.ts$|(^|\/)(test|bench)\/|\.config\.ts$/.test(file)

/** `@x/providers/bni` → [`@x/providers`, `./bni`]; `hono` → [`hono`, `.`]. */
const splitSpecifier = (specifier) => {
  const parts = specifier.split('/')
  const length = specifier.startsWith('@') ? 2 : 1
  const rest = parts.slice(length).join('/')
  return [parts.slice(0, length).join('/'), rest ? `./${rest}` : '.']
}

const importsOf = (file) =>
  ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)

const allowedNames = (pkg, scope) => (allowed[pkg.folder] ?? []).flatMap((name) => [name, `${scope}/${name}`])

const checkManifest = (pkg, siblings, names) => {
  const {
    dependencies = {},
    peerDependencies = {},
    optionalDependencies = {},
    devDependencies = {},
  } = pkg.manifest
  const shipped = Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })
  const forTests = Object.keys(devDependencies).filter((name) => siblings.has(name))
  return [...shipped, ...forTests]
    .filter((name) => !names.includes(name))
    .map((name) => `${pkg.folder}/package.json: may not depend on ${name}`)
}

const checkImport = ({ pkg, file, specifier, siblings, names }) => {
  const shown = showPath(pkg.path, file)
  const at = `${pkg.folder}/${shown}`
  if (specifier.startsWith('.')) {
    const inside = resolve(file, '..', specifier).startsWith(pkg.path + sep)
    return inside || isTest(shown) ? [] : [`${at}: "${specifier}" leaves the package; import it by its name`]
  }
  if (specifier.startsWith('node:') || specifier.startsWith('#')) return []
  const [name, subpath] = splitSpecifier(specifier)
  const sibling = siblings.get(name)
  if (sibling && !(subpath in (sibling.manifest.exports ?? {})))
    return [`${at}: "${specifier}" is not exported by ${name}; import what its index exports`]
  if (name === pkg.manifest.name) return []
  if (sibling && !names.includes(name)) return [`${at}: ${pkg.manifest.name} may not import ${name}`]
  if (isTest(shown) || pkg.manifest.dependencies?.[name]) return []
  return [`${at}: "${name}" is not a dependency of ${pkg.manifest.name}`]
}

const checkPackage = (pkg, siblings, scope) => {
  if (!allowed[pkg.folder]) return [`${pkg.folder}: say in scripts/rules/arrows.mjs what it may depend on`]
  const names = allowedNames(pkg, scope)
  const files = listFiles(pkg.path).filter((file) => /\.[cm]?tsx?$/.test(file))
  return [
    ...checkManifest(pkg, siblings, names),
    ...files.flatMap((file) =>
      importsOf(file).flatMap((specifier) => checkImport({ pkg, file, specifier, siblings, names })),
    ),
  ]
}

/**
 * Arrows point down: apps, sandbox, providers, then three packages that never import each other.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkArrows = (workspace) => {
  const siblings = new Map(workspace.packages.map((pkg) => [pkg.manifest.name, pkg]))
  const scope = workspace.manifest.name.split('/')[0]
  return workspace.packages.flatMap((pkg) => checkPackage(pkg, siblings, scope))
}
