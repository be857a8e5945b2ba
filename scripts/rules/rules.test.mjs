import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { readWorkspace } from '../workspace.mjs'
import { checkArrows } from './arrows.mjs'
import { checkEngine } from './engine.mjs'
import { checkIndexes } from './indexes.mjs'
import { checkManifests } from './manifests.mjs'
import { checkProfiles } from './profiles.mjs'
import { checkRepository } from './repository.mjs'

const entry = (name, source) => ({
  '@x/source': source,
  import: { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` },
  require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
})

const manifest = (name, more = {}) => ({
  name: `@x/${name}`,
  description: 'Does one thing',
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=20.19' },
  exports: { '.': entry('index', './src/index.ts'), './package.json': './package.json' },
  main: './dist/index.cjs',
  module: './dist/index.js',
  types: './dist/index.d.ts',
  files: ['dist', 'src', '!src/**/*.test.ts', '!**/tsconfig*'],
  publishConfig: { access: 'public', provenance: true },
  scripts: {
    build: `node -e "fs.rmSync('dist',{recursive:true,force:true})" && tsup --silent`,
    publint: 'publint --strict',
    attw: 'attw --pack .',
    prepublishOnly: 'node ../../scripts/refuse-placeholder-scope.mjs',
  },
  ...more,
})

const providers = manifest('providers', {
  exports: {
    '.': entry('index', './src/index.ts'),
    './bni': entry('bni', './src/bni/index.ts'),
    './package.json': './package.json',
  },
  typesVersions: { '*': { bni: ['./dist/bni.d.ts'] } },
  dependencies: { '@x/oauth-basic': 'workspace:^' },
})

const good = {
  'package.json': { name: '@x/root', private: true, engines: { node: '>=20.19' } },
  'pnpm-lock.yaml': "lockfileVersion: '9.0'\n",
  'packages/oauth-basic/package.json': manifest('oauth-basic'),
  'packages/oauth-basic/README.md': '# @x/oauth-basic\n',
  'packages/oauth-basic/src/index.ts':
    "export { grant } from './grant.js'\nexport type { Grant } from './grant.js'\n",
  'packages/oauth-basic/src/grant.ts': 'export const grant = 1\nexport type Grant = 1\n',
  'packages/oauth-basic/src/grant.test.ts':
    "import { it } from 'vitest'\nimport { grant } from '@x/oauth-basic'\n",
  'packages/token-cache/package.json': manifest('token-cache'),
  'packages/token-cache/README.md': '# @x/token-cache\n',
  'packages/token-cache/src/index.ts': '',
  'packages/providers/package.json': providers,
  'packages/providers/README.md': '# @x/providers\n',
  'packages/providers/src/index.ts': "export { create } from './create.js'\n",
  'packages/providers/src/create.ts':
    "import { grant } from '@x/oauth-basic'\n// combni is no name\nexport const create = grant\n",
  'packages/providers/src/create.test.ts': "import { bni } from '@x/providers/bni'\n",
  'packages/providers/src/profile.ts': 'export interface Profile { readonly name: string }\n',
  'packages/providers/src/bni/index.ts': "export { bni } from './profile.js'\n",
  'packages/providers/src/bni/profile.ts': "export const bni = { name: 'Bank Negara' }\n",
  'packages/providers/test/profiles/imaginary.ts': "export const imaginary = { name: 'Imaginary' }\n",
  'apps/demo/package.json': {
    name: '@x/demo',
    private: true,
    type: 'module',
    dependencies: { '@x/providers': 'workspace:^' },
  },
}

let root

const write = (files) => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

const failuresOf = (check, files) => {
  write(files)
  return check(readWorkspace(root))
}

const refuses = (check, files, expected) => {
  const failures = failuresOf(check, files)
  assert.equal(failures.length, 1, failures.join('\n') || 'nothing was refused')
  assert.match(failures[0], expected)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'rules-'))
  write(good)
})
afterEach(() => rmSync(root, { recursive: true }))

const checks = [checkManifests, checkArrows, checkIndexes, checkEngine, checkProfiles, checkRepository]

describe('a repository that keeps the rules', () => {
  for (const check of checks) it(`passes ${check.name}`, () => assert.deepEqual(failuresOf(check, {}), []))
})

describe('manifests', () => {
  const broken = {
    license: 'ISC',
    type: 'commonjs',
    sideEffects: true,
    engines: { node: '>=18' },
    name: '@x/other',
    private: true,
    main: './dist/index.js',
    files: ['dist'],
    publishConfig: { access: 'public' },
    typesVersions: { '*': {} },
    description: '',
  }
  for (const [field, value] of Object.entries(broken))
    it(`refuses another ${field}`, () =>
      refuses(
        checkManifests,
        { 'packages/oauth-basic/package.json': manifest('oauth-basic', { [field]: value }) },
        new RegExp(`oauth-basic/package.json: ${field} must`),
      ))

  it('refuses a condition before @x/source', () => {
    const { '@x/source': source, ...rest } = entry('index', './src/index.ts')
    const exports = { '.': { ...rest, '@x/source': source }, './package.json': './package.json' }
    refuses(
      checkManifests,
      { 'packages/oauth-basic/package.json': manifest('oauth-basic', { exports }) },
      /exports must be/,
    )
  })
  it('refuses a subpath without typesVersions', () =>
    refuses(
      checkManifests,
      { 'packages/providers/package.json': { ...providers, typesVersions: undefined } },
      /typesVersions must be/,
    ))
  it('refuses a script that runs at installation', () => {
    const scripts = { ...manifest('oauth-basic').scripts, postinstall: 'node x.js' }
    refuses(
      checkManifests,
      { 'packages/oauth-basic/package.json': manifest('oauth-basic', { scripts }) },
      /postinstall/,
    )
  })
  it('refuses a version that is not from the catalog', () =>
    refuses(
      checkManifests,
      { 'packages/oauth-basic/package.json': manifest('oauth-basic', { dependencies: { hono: '^4.0.0' } }) },
      /hono must be/,
    ))
  it('refuses an app that could be published', () =>
    refuses(
      checkManifests,
      { 'apps/demo/package.json': { name: '@x/demo', type: 'module' } },
      /private must be true/,
    ))
})

describe('arrows', () => {
  it('refuses a dependency that points up', () =>
    refuses(
      checkArrows,
      {
        'packages/oauth-basic/package.json': manifest('oauth-basic', {
          devDependencies: { '@x/providers': 'workspace:^' },
        }),
      },
      /oauth-basic\/package.json: may not depend on @x\/providers/,
    ))
  it('refuses a foreign dependency', () =>
    refuses(
      checkArrows,
      {
        'packages/token-cache/package.json': manifest('token-cache', {
          dependencies: { ioredis: 'catalog:' },
        }),
      },
      /may not depend on ioredis/,
    ))
  it('refuses a sibling import, in a test too', () =>
    refuses(
      checkArrows,
      { 'packages/token-cache/src/a.test.ts': "import type { Grant } from '@x/oauth-basic'\n" },
      /@x\/token-cache may not import @x\/oauth-basic/,
    ))
  it('refuses a deep import', () =>
    refuses(
      checkArrows,
      { 'packages/providers/src/a.ts': "export { grant } from '@x/oauth-basic/src/grant.js'\n" },
      /not exported by @x\/oauth-basic/,
    ))
  it('refuses a relative import of a sibling', () =>
    refuses(
      checkArrows,
      { 'packages/providers/src/a.ts': "await import('../../oauth-basic/src/grant.js')\n" },
      /leaves the package/,
    ))
  it('refuses an import that the manifest does not name', () =>
    refuses(
      checkArrows,
      { 'packages/providers/src/a.ts': "import { createTokenCache } from '@x/token-cache'\n" },
      /not a dependency of @x\/providers/,
    ))
  it('refuses a package that it does not know', () =>
    refuses(checkArrows, { 'packages/utils/package.json': manifest('utils') }, /packages\/utils: say in/))
})

describe('indexes', () => {
  for (const statement of [
    "export * from './grant.js'",
    "export * as all from './grant.js'",
    'export const version = 1',
    "import './grant.js'",
    'export default 1',
  ])
    it(`refuses ${statement}`, () =>
      refuses(
        checkIndexes,
        { 'packages/token-cache/src/index.ts': `${statement}\n` },
        /index.ts:1: an index/,
      ))
})

describe('the engine', () => {
  for (const line of ["if (id === 'bni') x()", '// as BNI does', 'const bniToken = 1', '/** Bank Negara */'])
    it(`refuses ${line}`, () =>
      refuses(
        checkEngine,
        { 'packages/providers/src/schemes/a.ts': `${line}\n` },
        /a.ts:1: the engine names/,
      ))
  it('lets a scheme say the name that it carries, and no other', () => {
    const other = {
      'packages/providers/src/permata/profile.ts': "export const permata = { name: 'Permata' }\n",
    }
    const scheme = { 'packages/providers/src/schemes/bni-jws.ts': '// as BNI does\n' }
    assert.deepEqual(failuresOf(checkEngine, { ...other, ...scheme }), [])
    refuses(
      checkEngine,
      { 'packages/providers/src/schemes/bni-jws.ts': '// unlike Permata\n' },
      /bni-jws.ts:1: the engine names the provider "permata"/,
    )
  })
})

describe('profiles', () => {
  it('refuses a field that one provider alone uses', () =>
    refuses(
      checkProfiles,
      {
        'packages/providers/src/profile.ts': 'export interface Profile { name: string; odd?: number }\n',
        'packages/providers/src/bni/profile.ts': "export const bni = { name: 'Bank Negara', odd: 1 }\n",
      },
      /field "odd" has 1 user;/,
    ))
})

describe('the repository', () => {
  it('refuses a path of one machine', () =>
    refuses(
      checkRepository,
      { 'docs/a.md': `run ${['', 'home', 'me', 'x'].join('/')} now\n` },
      /docs\/a.md:1: .* is a path of one machine/,
    ))
  it('takes a web address with such a word', () =>
    assert.deepEqual(failuresOf(checkRepository, { 'docs/a.md': 'https://example.com/home/me\n' }), []))
  it('refuses an address in the lockfile', () =>
    refuses(
      checkRepository,
      { 'pnpm-lock.yaml': 'tarball: https://example.com/a.tgz\n' },
      /holds no address/,
    ))
  it('refuses a changeset whose head was lost', () => {
    refuses(checkRepository, { '.changeset/a.md': "---\n\n## '@x/a': minor\n\nText\n" }, /names no package/)
    const whole = { '.changeset/a.md': "---\n'@x/a': minor\n---\n\nText\n" }
    assert.deepEqual(failuresOf(checkRepository, whole), [])
  })
  it('refuses a registry in .npmrc', () =>
    refuses(checkRepository, { '.npmrc': 'registry=https://example.com\n' }, /\.npmrc: names a registry/))
})
