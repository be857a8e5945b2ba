import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type MarkdownFile, readMarkdown } from './markdown.js'

const root = join(import.meta.dirname, '../../..')

const exists = (path: string): boolean => existsSync(join(root, path))

const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`)
  .sort()
const indonesian = pages.filter((path) => path.startsWith('docs/id/'))
const english = pages.filter((path) => !/^docs\/(?:id|decisions)\//.test(path))
const twinOf = (path: string): string =>
  path.replace(/^docs\/(id\/)?/, (_, id) => (id ? 'docs/' : 'docs/id/'))

const readmes = readdirSync(join(root, 'packages'))
  .map((name) => `packages/${name}/README.md`)
  .filter(exists)

const files = new Map<string, MarkdownFile>()
const read = (path: string): MarkdownFile => {
  const file = files.get(path) ?? readMarkdown(path)
  files.set(path, file)
  return file
}

/** Why a link leads nowhere; undefined if it leads somewhere. */
const problemOf = (page: string, target: string): string | undefined => {
  if (/^[a-z][a-z\d+.-]*:/i.test(target))
    return /^(?:https:|mailto:)/.test(target) ? undefined : 'is not https'
  const [path = '', anchor] = decodeURI(target).split('#')
  const file = path === '' ? page : posix.join(dirname(page), path)
  if (path.startsWith('/') || file.startsWith('..')) return 'leaves the repository'
  if (!exists(file)) return 'names no file'
  if (anchor === undefined) return undefined
  if (!file.endsWith('.md')) return 'has an anchor in what is no page'
  if (!read(file).anchors.has(anchor)) return `names no heading of ${file}`
  return read(file).siteAnchors.has(anchor) ? undefined : `is another anchor on the site: reword that heading`
}

describe('every link of the documentation leads somewhere', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...readmes, ...pages])('%s', (page) => {
    const broken = read(page).links.flatMap(({ line, target }) => {
      const problem = problemOf(page, target)
      return problem === undefined ? [] : [`${page}:${line}: ${target} ${problem}`]
    })
    expect(broken).toEqual([])
  })
})

describe('each page is there in both languages', () => {
  const missing = (paths: readonly string[]): readonly string[] =>
    paths.map(twinOf).filter((path) => !exists(path))

  it('each English one has its Indonesian one', () => {
    expect(english.length).toBeGreaterThan(0)
    expect(missing(english)).toEqual([])
  })

  it('each Indonesian one has its English one', () => {
    expect(indonesian.length).toBeGreaterThan(0)
    expect(missing(indonesian)).toEqual([])
  })
  it.each(indonesian.filter((path) => exists(twinOf(path))))(
    '%s has the code, and the components, of its English one',
    (path) => {
      const [own, other] = [read(path), read(twinOf(path))]
      expect(own.codeBlocks).toEqual(other.codeBlocks)
      expect(own.components).toEqual(other.components)
    },
  )
})
