import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { written } from './written.mjs'

const here = import.meta.dirname
const [begin, end] = ['<!-- figures: written by pnpm bench -->', '<!-- /figures -->']

/** Which rows stand in which package's README. */
const pages = {
  'snap-signature': ['symmetric', 'rsa', 'minify', 'import-snap-signature', 'gzip-symmetric'],
  'oauth-basic': ['import-oauth', 'gzip-oauth'],
  'token-cache': ['token', 'fleet', 'import-token-cache'],
  providers: ['call', 'import-providers', 'gzip-providers'],
}

const results = () =>
  readdirSync(join(here, 'results'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(here, 'results', name), 'utf8')))

/** One line a target, one column a Node version. What misses its target is set in italics. */
const tableOf = (prefixes) => {
  const columns = results().sort((left, right) => left.node.localeCompare(right.node))
  const chosen = columns.map(({ rows }) =>
    rows
      .filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)))
      .flatMap(({ title, targets }) => targets.map((target, place) => ({ title, place, ...target }))),
  )
  const lines = (chosen[0] ?? []).map(({ title, place, name, target }) => {
    // The nearest peer is another one on another Node.
    const asked = target.replace(/ \([^)]* is nearest\)/, '')
    const cells = chosen.map((column) => {
      const found = column.find((each) => each.title === title && each.place === place)
      if (!found) return '-'
      return found.ok ? written(found) : `_${written(found)}_`
    })
    return `| ${title}: ${name} | ${asked} | ${cells.join(' | ')} |`
  })
  const heads = columns.map(({ node }) => `Node ${node.split('.')[0]}`)
  return [
    `| figure | target | ${heads.join(' | ')} |`,
    `| --- | --- | ${heads.map(() => '---').join(' | ')} |`,
    ...lines,
  ].join('\n')
}

/** Writes the figures of `results` into the READMEs, between their two marks. */
export const writeFigures = () => {
  for (const [folder, prefixes] of Object.entries(pages)) {
    const file = join(here, '../packages', folder, 'README.md')
    const text = readFileSync(file, 'utf8')
    const [before, rest] = text.split(begin)
    const after = rest?.split(end)[1]
    if (after === undefined) throw new Error(`${file} has no place for its figures`)
    writeFileSync(file, `${before}${begin}\n\n${tableOf(prefixes)}\n\n${end}${after}`)
  }
}
