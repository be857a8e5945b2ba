import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { written } from './written.mjs'

const here = import.meta.dirname
const [begin, end] = ['<!-- figures: written by pnpm bench -->', '<!-- /figures -->']

/** Which rows stand in which package's README. */
const pages = {
  'snap-signature': ['symmetric', 'rsa', 'minify', 'import-snap-signature', 'gzip-symmetric'],
  'oauth-basic': ['import-oauth', 'gzip-oauth'],
  'token-cache': ['token', 'import-token-cache'],
  providers: ['call', 'import-providers', 'gzip-providers'],
}

/** Rows that compare contenders one by one; they take long, and are measured on one Node. */
const comparisons = { 'token-cache': 'fleet' }

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

/** One table a row: a line for what is measured, a column for each contender. */
const comparisonOf = ({ node, title, targets }) => {
  const cells = targets.map(({ name, ...rest }) => {
    const [who, what] = splitOnce(name, ': ')
    // The peers have fewer rounds.
    return { who, what: what.replace(/ of \d+ /, ' '), ...rest }
  })
  const contenders = [...new Set(cells.map(({ who }) => who))]
  const lines = [...new Set(cells.map(({ what }) => what))].map((what) => {
    const line = cells.filter((cell) => cell.what === what)
    const columns = contenders.map((who) => {
      const found = line.find((cell) => cell.who === who)
      if (!found) return '-'
      return found.ok ? written(found) : `_${written(found)}_`
    })
    return `| ${what} | ${line[0].target} | ${columns.join(' | ')} |`
  })
  return [
    `**${title}** (Node ${node.split('.')[0]})\n`,
    `| figure | target | ${contenders.join(' | ')} |`,
    `| --- | --- | ${contenders.map(() => '---').join(' | ')} |`,
    ...lines,
  ].join('\n')
}

const splitOnce = (text, separator) => {
  const at = text.indexOf(separator)
  return [text.slice(0, at), text.slice(at + separator.length)]
}

const comparisonsOf = (prefix) =>
  results().flatMap(({ node, rows }) =>
    rows.filter(({ id }) => id.startsWith(prefix)).map((row) => comparisonOf({ node, ...row })),
  )

/** Writes the figures of `results` into the READMEs, between their two marks. */
export const writeFigures = () => {
  for (const [folder, prefixes] of Object.entries(pages)) {
    const file = join(here, '../packages', folder, 'README.md')
    const text = readFileSync(file, 'utf8')
    const [before, rest] = text.split(begin)
    const after = rest?.split(end)[1]
    if (after === undefined) throw new Error(`${file} has no place for its figures`)
    const compared = comparisons[folder] ? comparisonsOf(comparisons[folder]) : []
    const tables = [tableOf(prefixes), ...compared].join('\n\n')
    writeFileSync(file, `${before}${begin}\n\n${tables}\n\n${end}${after}`)
  }
}
