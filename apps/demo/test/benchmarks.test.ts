import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Target {
  readonly name: string
  readonly target: string
  readonly value: number | readonly number[]
  readonly ok: boolean
}
interface Result {
  readonly node: string
  readonly rows: readonly {
    readonly id: string
    readonly date: string
    readonly title: string
    readonly targets: readonly Target[]
  }[]
}

const root = join(import.meta.dirname, '../../..')
const results: readonly Result[] = readdirSync(join(root, 'bench/results'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(root, 'bench/results', name), 'utf8')))

const majorOf = ({ node }: Result): string => `Node ${node.split('.')[0]}`
const plain = (target: string): string => target.replace(/ \(.* is nearest\)/, '')

interface Figure {
  readonly node: string
  readonly title: string
  readonly name: string
  readonly target: string
  readonly shown: string
}

/** Every figure of a page, read as a reader would: heads, then cells. */
const figuresOf = (page: string): readonly Figure[] => {
  let heads: readonly string[] = []
  let fleet: { title: string; node: string } | undefined
  return page.split('\n').flatMap((line): readonly Figure[] => {
    const [, title, node] = /^\*\*(.*)\*\* \((Node \d+)\)$/.exec(line) ?? []
    if (title && node) fleet = { title, node }
    if (line.startsWith('## ')) fleet = undefined
    if (!line.startsWith('| ')) return []
    const cells = line.slice(2, -2).split(' | ')
    if (cells[0] === 'figure') heads = cells
    if (heads[0] !== 'figure' || cells[0] === 'figure' || cells[0] === '---') return []
    const [what = '', target = '', ...shown] = cells
    return shown.map((text, index) => {
      const head = heads[index + 2] ?? ''
      if (fleet) return { ...fleet, name: `${head}: ${what}`, target, shown: text }
      const row = results[0]?.rows.find((each) => what.startsWith(`${each.title}: `))
      return {
        node: head,
        title: row?.title ?? '',
        name: what.slice((row?.title ?? '').length + 2),
        target,
        shown: text,
      }
    })
  })
}

/** A fleet's figure is told by who did what; elsewhere one name has several targets. */
const keyOf = ({ node, title, name, target }: Omit<Figure, 'shown'>): string =>
  [node, title, name.replace(/ of \d+ /, ' '), /^.*: /.test(name) ? '' : plain(target)].join('\n')

const measured = new Map(
  results.flatMap((result) =>
    result.rows.flatMap(({ title, targets }) =>
      targets.map((target) => [keyOf({ node: majorOf(result), title, ...target }), target] as const),
    ),
  ),
)

/** The numbers of a cell, with half of what its last digit is worth. */
const numbersIn = (shown: string): readonly (readonly [number, number])[] =>
  [...shown.matchAll(/\d+(?: \d{3})*(?:\.(\d+))?/g)].map(([text, decimals = '']) => [
    Number(text.replaceAll(' ', '')),
    0.5001 * 10 ** -decimals.length,
  ])

describe.each(['docs/benchmarks.md', 'docs/id/benchmarks.md'])('%s', (path) => {
  const page = readFileSync(join(root, path), 'utf8')
  const figures = figuresOf(page)

  it('names the Nodes and the days of measuring', () => {
    for (const { node, rows } of results)
      for (const word of [node, ...rows.map(({ date }) => date)]) expect(page).toContain(word)
  })

  it('shows what was measured, and nothing else', () => {
    expect(figures.length).toBeGreaterThan(80)
    for (const figure of figures) {
      const { value, ok, target } = measured.get(keyOf(figure)) ?? {}
      expect(figure.target, keyOf(figure)).toContain(plain(target ?? 'no such figure'))
      const numbers = numbersIn(figure.shown)
      const values = [value ?? []].flat()
      expect(numbers.length, `${keyOf(figure)}: ${figure.shown}`).toBe(values.length)
      for (const [index, [number, half]] of numbers.entries())
        expect(Math.abs(number - (values[index] ?? Number.NaN)), keyOf(figure)).toBeLessThanOrEqual(half)
      expect(figure.shown.startsWith('_'), `${keyOf(figure)} in italics`).toBe(!ok)
    }
  })

  it('shows every target that is missed', () => {
    const shown = new Set(figures.map(keyOf))
    const missed = [...measured].filter(([, { ok }]) => !ok).map(([key]) => key)
    expect(missed.filter((key) => !shown.has(key))).toEqual([])
  })
})
