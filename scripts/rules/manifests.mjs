import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { entriesOf } from '../workspace.mjs'

/** @typedef {import('../workspace.mjs').Package} Package */
/** @typedef {import('../workspace.mjs').Workspace} Workspace */

const forbiddenScripts = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'prepublish']

const formsOf = (types, name) => ({
  import: { types: `./dist/${types}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${types}.d.cts`, default: `./dist/${name}.cjs` },
})

const hasNodeBuild = (pkg) => existsSync(join(pkg.path, 'src/backend/node'))

/** `@x/source` comes first: a condition that comes later never wins. */
const exportOf = (pkg, name, source) => ({
  '@x/source': source,
  ...(hasNodeBuild(pkg) ? { node: formsOf(name, 'node') } : {}),
  ...formsOf(name, name),
})

const expectedExports = (pkg) => {
  const entries = entriesOf(pkg).map(({ subpath, name }) => {
    const file = [`./src/${name}.ts`, `./src/${name}/index.ts`].find((path) =>
      existsSync(join(pkg.path, path)),
    )
    return [subpath, exportOf(pkg, name, file ?? `./src/${name}.ts`)]
  })
  return Object.fromEntries([...entries, ['./package.json', './package.json']])
}

const expectedTypesVersions = (pkg) => {
  const names = entriesOf(pkg)
    .map(({ name }) => name)
    .filter((name) => name !== 'index')
  if (names.length === 0) return undefined
  return { '*': Object.fromEntries(names.map((name) => [name, [`./dist/${name}.d.ts`]])) }
}

const expectedFields = (pkg, workspace) => ({
  name: `${workspace.manifest.name.split('/')[0]}/${pkg.folder.split('/')[1]}`,
  private: undefined,
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: workspace.manifest.engines,
  exports: expectedExports(pkg),
  main: hasNodeBuild(pkg) ? './dist/node.cjs' : './dist/index.cjs',
  module: './dist/index.js',
  types: './dist/index.d.ts',
  typesVersions: expectedTypesVersions(pkg),
  files: [
    'dist',
    'src',
    ...(existsSync(join(pkg.path, 'vectors')) ? ['vectors'] : []),
    '!src/**/*.test.ts',
    '!**/tsconfig*',
  ],
  publishConfig: { access: 'public', provenance: true },
})

const expectedScripts = {
  build: `node -e "fs.rmSync('dist',{recursive:true,force:true})" && tsup --silent`,
  publint: 'publint --strict',
  attw: 'attw --pack .',
  prepublishOnly: 'node ../../scripts/refuse-placeholder-scope.mjs',
}

const checkFields = (pkg, where, actual, expected) =>
  Object.entries(expected).flatMap(([field, value]) => {
    // The order of keys counts: conditions are tried from the top.
    const [is, should] = [JSON.stringify(actual[field]), JSON.stringify(value)]
    return is === should ? [] : [`${pkg.folder}/package.json: ${where}${field} must be ${should}, is ${is}`]
  })

const checkPublished = (pkg, workspace) => {
  const { manifest, folder, path } = pkg
  const dependencies = Object.entries(manifest.dependencies ?? {})
  return [
    ...checkFields(pkg, '', manifest, expectedFields(pkg, workspace)),
    ...checkFields(pkg, 'scripts.', manifest.scripts ?? {}, expectedScripts),
    ...(manifest.description
      ? []
      : [`${folder}/package.json: description must say in one sentence what it does`]),
    ...dependencies
      .filter(([, range]) => !['workspace:^', 'catalog:'].includes(range))
      .map(([name]) => `${folder}/package.json: dependency ${name} must be "workspace:^" or "catalog:"`),
    ...(existsSync(join(path, 'README.md')) ? [] : [`${folder}/README.md is missing`]),
  ]
}

const checkLifecycle = ({ folder, manifest }) =>
  forbiddenScripts
    .filter((name) => manifest.scripts?.[name] !== undefined)
    .map((name) => `${folder}/package.json: scripts.${name} runs on a user's machine or in a pack; remove it`)

/**
 * Manifests are alike, so that a reader who knows one package knows them all.
 * @param {Workspace} workspace
 * @returns {readonly string[]}
 */
export const checkManifests = (workspace) =>
  workspace.packages.flatMap((pkg) => [
    ...checkLifecycle(pkg),
    ...(pkg.isApp
      ? checkFields(pkg, '', pkg.manifest, { private: true, type: 'module' })
      : checkPublished(pkg, workspace)),
  ])
