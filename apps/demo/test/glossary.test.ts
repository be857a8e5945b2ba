import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const rowsOf = (page: string): readonly (readonly string[])[] =>
  readFileSync(join(import.meta.dirname, '../../../docs', page), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| **'))
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$|\*\*/g, '')))

const english = rowsOf('glossary.md')
const indonesian = rowsOf('id/glossary.md')

it('names each term in the other language as the other page does, in the same order', () => {
  expect(english.map(([term, other]) => [term, other])).toEqual(
    indonesian.map(([term, other]) => [other, term]),
  )
})

it('explains each term once, and says where to read on', () => {
  expect(english.length).toBeGreaterThan(40)
  for (const rows of [english, indonesian]) {
    expect(new Set(rows.map(([term]) => term)).size).toBe(rows.length)
    for (const [, , what = '', where = ''] of rows) {
      expect(what).toMatch(/^\S.{8,}[^.]$/)
      expect(where).toMatch(/^\[.+\]\(.+\.md.*\)$/)
    }
  }
})

it('sends readers of both languages to the same pages, and to their own', () => {
  const pagesOf = (rows: readonly (readonly string[])[]) =>
    rows.map(([, , , where = '']) => [...where.matchAll(/\]\(((?:[^)#])+)/g)].map(([, page = '']) => page))
  expect(
    pagesOf(indonesian).map((pages) => pages.map((page) => page.replace(/^\.\.\/\.\.\//, '../'))),
  ).toEqual(pagesOf(english))
})
