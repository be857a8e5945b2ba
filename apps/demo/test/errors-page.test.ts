import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const packages = readdirSync(join(root, 'packages')).sort()
const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)

/** The members of a package's map of details, as its API report prints them. */
const codesOf = (name: string): readonly string[] =>
  readdirSync(join(root, 'packages', name, 'api'))
    .flatMap((file) => [...read(`packages/${name}/api/${file}`).matchAll(/^ {4}readonly (ERR_\w+):/gm)])
    .map(([, code = '']) => code)
    .sort()

const all = new Set(packages.flatMap(codesOf))

/** The first column of the tables under a package's heading. */
const codesInSection = (page: string, name: string): readonly string[] => {
  const [, section = ''] = read(page).split(`\n### @x/${name}\n`)
  return [...(section.split(/\n#{1,3} /)[0] ?? '').matchAll(/^\| `(ERR_\w+)` \|/gm)]
    .map(([, code = '']) => code)
    .sort()
}

describe.each(['docs/errors.md', 'docs/id/errors.md'])('%s', (page) => {
  it.each(packages)('has every code of %s once, and no other', (name) => {
    const codes = codesOf(name)
    expect(codes.length).toBeGreaterThan(5)
    expect(codesInSection(page, name)).toEqual(codes)
  })
})

describe.each(['docs/keys.md', 'docs/id/keys.md'])('%s', (page) => {
  it('has every code of a key once', () => {
    const inTables = [...read(page).matchAll(/^\| `(ERR_\w+)` \|/gm)].map(([, code]) => code)
    expect(inTables.sort()).toEqual([...all].filter((code) => code.startsWith('ERR_SNAP_KEY_')).sort())
  })
})

describe('no page names a code that is none', () => {
  const named = /\bERR_(?:SNAP|OAUTH|TOKEN_CACHE|PROVIDER|SANDBOX)_\w*[A-Z]\b/g

  it.each(pages)('%s', (page) => {
    expect((read(page).match(named) ?? []).filter((code) => !all.has(code))).toEqual([])
  })
})
