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
const tableOf = (prefixes, isWanted = () => true) => {
  const columns = results().sort((left, right) => left.node.localeCompare(right.node))
  const chosen = columns.map(({ rows }) =>
    rows
      .filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)))
      .flatMap(({ title, targets }) => targets.map((target, place) => ({ title, place, ...target }))),
  )
  const lines = (chosen[0] ?? []).flatMap(({ title, place, name, target }) => {
    const found = chosen.map((column) => column.find((each) => each.title === title && each.place === place))
    if (!isWanted(found)) return []
    // The nearest peer is another one on another Node.
    const asked = target.replace(/ \([^)]* is nearest\)/, '')
    return [`| ${title}: ${name} | ${asked} | ${found.map(cellOf).join(' | ')} |`]
  })
  const heads = columns.map(({ node }) => `Node ${node.split('.')[0]}`)
  return [
    `| figure | target | ${heads.join(' | ')} |`,
    `| --- | --- | ${heads.map(() => '---').join(' | ')} |`,
    ...lines,
  ].join('\n')
}

const cellOf = (found) => {
  if (!found) return '-'
  return found.ok ? written(found) : `_${written(found)}_`
}

/** One table a row: a line for what is measured, a column for each contender. */
const comparisonOf = ({ node, title, targets }, isWanted = () => true) => {
  const cells = targets.map(({ name, ...rest }) => {
    const [who, what] = splitOnce(name, ': ')
    // The peers have fewer rounds.
    return { who, what: what.replace(/ of \d+ /, ' '), ...rest }
  })
  const contenders = [...new Set(cells.map(({ who }) => who))].filter(isWanted)
  const lines = [...new Set(cells.map(({ what }) => what))].map((what) => {
    const line = cells.filter((cell) => cell.what === what)
    const columns = contenders.map((who) => cellOf(line.find((cell) => cell.who === who)))
    return `| ${what} | ${askedOf(line)} | ${columns.join(' | ')} |`
  })
  return [
    `**${title}** (Node ${node.split('.')[0]})\n`,
    `| figure | target | ${contenders.join(' | ')} |`,
    `| --- | --- | ${contenders.map(() => '---').join(' | ')} |`,
    ...lines,
  ].join('\n')
}

/** What is asked of each of ours, where that is not the same. */
const askedOf = (line) => {
  const ours = line.filter(({ who }) => isOurs(who))
  if (ours.every(({ target }) => target === ours[0].target)) return line[0].target
  return ours.map(({ who, target }) => `${who.replace('ours, ', '')}: ${target}`).join('; ')
}

const splitOnce = (text, separator) => {
  const at = text.indexOf(separator)
  return [text.slice(0, at), text.slice(at + separator.length)]
}

const comparisonsOf = (prefix, isWanted) =>
  results().flatMap(({ node, rows }) =>
    rows.filter(({ id }) => id.startsWith(prefix)).map((row) => comparisonOf({ node, ...row }, isWanted)),
  )

const isMissed = (found) => found.some((each) => each && !each.ok)
const isMet = (found) => !isMissed(found) && found.some((each) => each && each.target !== 'to compare')
const isOurs = (who) => who.startsWith('ours')

/** What stands on the page of all figures, in its order: what misses its target comes first. */
const sections = [
  (prefixes) => tableOf(prefixes, isMissed),
  (prefixes) => tableOf(prefixes, isMet),
  () => comparisonsOf('fleet', isOurs).join('\n\n'),
]

/** Puts a table between each of the page's pairs of marks. */
const fillPage = (file) => {
  const prefixes = [...Object.values(pages).flat(), 'import-sandbox']
  const [before, ...parts] = readFileSync(file, 'utf8').split(begin)
  if (parts.length !== sections.length)
    throw new Error(`${file} must have ${sections.length} places for figures`)
  const filled = parts.map((part, index) => {
    const after = part.split(end)[1]
    if (after === undefined) throw new Error(`${file} has a place for figures that does not end`)
    return `${begin}\n\n${sections[index](prefixes)}\n\n${end}${after}`
  })
  writeFileSync(file, before + filled.join(''))
}

/** Writes the figures of `results` into the READMEs and the pages, between their marks. */
export const writeFigures = () => {
  for (const page of ['docs/benchmarks.md', 'docs/id/benchmarks.md']) fillPage(join(here, '..', page))
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
