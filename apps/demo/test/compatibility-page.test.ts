import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tablesOf } from './tables-of.js'

const root = join(import.meta.dirname, '../../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const versionsIn = (path: string): Readonly<Record<string, string>> => JSON.parse(read(path)).devDependencies

const compat = versionsIn('compat/package.json')
const catalog = (name: string): string =>
  new RegExp(`^ {2}"?${name}"?: (.+)$`, 'm').exec(read('pnpm-workspace.yaml'))?.[1] ?? `no ${name}`
const older = (name: string): string =>
  versionsIn('packages/token-cache/package.json')[`${name}-5`]?.split('@')[1] ?? `no older ${name}`

/** The list behind a name in a file of another language than this one. */
const listIn = (path: string, name: string): readonly string[] =>
  (new RegExp(`\\b${name} \\[([^\\]]*)\\]`).exec(read(path))?.[1] ?? '')
    .split(',')
    .map((value) => value.trim().replaceAll(/['"]/g, ''))

describe.each(['docs/compatibility.md', 'docs/id/compatibility.md'])('%s', (path) => {
  const rows = tablesOf(read(path)).flatMap((table) => table.rows)
  const rowOf = (start: string): string => {
    const found = rows.filter(([first]) => first?.startsWith(start))
    return found.length === 1 ? (found[0]?.join(' | ') ?? '') : `${found.length} rows begin with ${start}`
  }

  it('names the versions that the tests run with', () => {
    expect(rowOf('Jest')).toContain(`${compat['jest']},`)
    expect(rowOf('TypeScript')).toContain(`${compat['typescript']},`)
    expect(rowOf('TypeScript')).toContain(`${catalog('typescript')},`)
    expect(rowOf('ioredis')).toContain(`| ${older('ioredis')}, ${catalog('ioredis')}`)
    expect(rowOf('node-redis')).toContain(`| ${older('redis')}, ${catalog('redis')}`)
    expect(read(path)).toContain(`(\`@edge-runtime/vm\` ${compat['@edge-runtime/vm']})`)
    expect(read(path)).toContain(`(\`miniflare\` ${compat['miniflare']})`)
  })

  it('names the Nodes of the build server and of the runtimes', () => {
    const [floor, second, newest] = listIn('.github/workflows/ci.yml', 'node:')
    expect(newest).toBe('lts/*')
    expect(rowOf(`Node ${floor}, ${second} `)).toContain('npm start')
    expect(rowOf(`Node ${floor}, Windows`)).toContain('npm start')
    expect(listIn('.github/workflows/ci.yml', 'os:')).toEqual(['windows-latest', 'macos-latest'])
    const [first, other] = listIn('scripts/runtimes.mjs', 'newer =')
    expect(rowOf(`Node ${first} `)).toContain(`${other} | `)
  })
})
