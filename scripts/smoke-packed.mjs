import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pnpm, root } from './pnpm.mjs'
import { listFiles } from './rules/list-files.mjs'
import { showPath } from './rules/show-path.mjs'
import { checkTypes } from './smoke-packed/check-types.mjs'
import { entriesOf, readWorkspace } from './workspace.mjs'

const isUpdate = process.argv.includes('--update')
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const compat = join(root, 'compat')

const run = (args, cwd) => {
  const { NODE_OPTIONS: _, ...env } = process.env
  const result = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' })
  if (result.status !== 0) throw new Error(`node ${args.join(' ')}\n${result.stdout}${result.stderr}`)
}

const npm = (args, cwd) => {
  const options = { cwd, encoding: 'utf8', shell: process.platform === 'win32' }
  const result = spawnSync('npm', args, options)
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')}\n${result.stdout}${result.stderr}`)
}

const packAll = (packages, folder) => {
  const tarballs = new Map()
  for (const { manifest, path } of packages) {
    const before = new Set(readdirSync(folder))
    const code = pnpm(['pack', '--pack-destination', folder], { cwd: path, quiet: true })
    const made = readdirSync(folder).find((file) => !before.has(file))
    if (code !== 0 || !made) throw new Error(`${manifest.name} could not be packed`)
    tarballs.set(manifest.name, join(folder, made))
  }
  return tarballs
}

/** The package and every sibling it needs, directly or not. */
const withSiblings = (name, manifests) => {
  const names = new Set([name])
  for (const known of names)
    for (const dependency of Object.keys(manifests.get(known).dependencies ?? {}))
      if (manifests.has(dependency)) names.add(dependency)
  return [...names]
}

const checkFiles = (pkg, installed) => {
  const expected = join(root, 'scripts/smoke-packed', pkg.folder.split('/')[1], 'files.txt')
  // The hash in the name of a shared chunk changes with its content.
  const withoutHash = (file) => file.replace(/^(dist\/.*)-(?=[^.]*[A-Z0-9])[\w-]{8}\./, '$1-HASH.')
  const files = listFiles(installed, { all: true }).map((file) => withoutHash(showPath(installed, file)))
  const actual = `${files.sort().join('\n')}\n`
  if (isUpdate) writeFileSync(expected, actual)
  const wanted = existsSync(expected) ? readFileSync(expected, 'utf8') : ''
  if (actual === wanted) return
  const [is, should] = [new Set(actual.split('\n')), new Set(wanted.split('\n'))]
  const more = [...is].filter((file) => !should.has(file)).map((file) => `+ ${file}`)
  const less = [...should].filter((file) => !is.has(file)).map((file) => `- ${file}`)
  throw new Error(
    `the tarball's files are not those of ${showPath(root, expected)} (--update writes it):\n${[...more, ...less].join('\n')}`,
  )
}

const checkPackedManifest = (installed) => {
  const left = /"(workspace|catalog|link|file):[^"]*"/.exec(
    readFileSync(join(installed, 'package.json'), 'utf8'),
  )
  if (left) throw new Error(`the packed package.json still says ${left[0]}`)
}

const esm = (names) => `
import use from './use.cjs'
${names.map((name, index) => `import * as entry${index} from '${name}'`).join('\n')}
await use({ ${names.map((name, index) => `'${name}': entry${index}`).join(', ')} })
`
const cjsEntries = (names) => `({ ${names.map((name) => `'${name}': require('${name}')`).join(', ')} })`
const cjs = (names) =>
  `require('./use.cjs')(${cjsEntries(names)}).catch((error) => { console.error(error); process.exit(1) })`
const jest = (names) => `test('works in Jest', () => require('./use.cjs')${cjsEntries(names)})`
const across = (names) => `
import use from './use.cjs'
import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const esm = { ${names.map((name) => `'${name}': await import('${name}')`).join(', ')} }
await use.across?.({ esm, cjs: ${cjsEntries(names)} })
`

const tryPackage = (pkg, tarballs, manifests, folder) => {
  const { manifest } = pkg
  const needed = withSiblings(manifest.name, manifests).map((name) => tarballs.get(name))
  const uses = join(root, 'scripts/smoke-packed', pkg.folder.split('/')[1])
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n')
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', ...needed], folder)

  const installed = join(folder, 'node_modules', manifest.name)
  checkPackedManifest(installed)

  const names = entriesOf(pkg).map(({ subpath }) => manifest.name + subpath.slice(1))
  for (const file of readdirSync(uses).filter((name) => /\.(cjs|json)$/.test(name)))
    cpSync(join(uses, file), join(folder, file))
  const launchers = { 'esm.mjs': esm(names), 'cjs.cjs': cjs(names), 'across.mjs': across(names) }
  for (const [file, text] of Object.entries(launchers)) {
    writeFileSync(join(folder, file), text)
    run([file], folder)
  }
  writeFileSync(join(folder, 'jest.test.js'), jest(names))
  run([join(compat, 'node_modules/jest/bin/jest.js'), '--rootDir', folder, '--silent'], folder)
  checkTypes({
    folder,
    source: readFileSync(join(uses, 'use.ts'), 'utf8'),
    ts: createRequire(join(compat, 'package.json'))('typescript'),
    typeRoots: [join(compat, 'node_modules/@types')],
  })
  // Last, so that --update never writes the list of a package that does not work.
  checkFiles(pkg, installed)
}

const frozen = ['--frozen-lockfile', '--prefer-offline', '--reporter=silent']
if (pnpm(['install', ...frozen], { cwd: compat }) !== 0)
  throw new Error('The tools of compat/ could not be installed.')

const packages = readWorkspace(root).packages.filter(({ isApp }) => !isApp)
const manifests = new Map(packages.map(({ manifest }) => [manifest.name, manifest]))
const chosen = packages.filter(({ folder }) => only.length === 0 || only.includes(folder.split('/')[1]))
// Jest compares real paths: a temporary folder behind a link would hold no tests.
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'smoke-')))
try {
  const needed = new Set(chosen.flatMap(({ manifest }) => withSiblings(manifest.name, manifests)))
  const tarballs = packAll(
    packages.filter(({ manifest }) => needed.has(manifest.name)),
    temporary,
  )
  for (const pkg of chosen) {
    const name = pkg.folder.split('/')[1]
    try {
      tryPackage(pkg, tarballs, manifests, join(temporary, name))
      console.log(`${pkg.manifest.name}: files, ESM, CommonJS, both in one process, Jest, TypeScript`)
    } catch (error) {
      console.error(`${pkg.manifest.name}: ${error.message}`)
      process.exitCode = 1
    }
  }
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
