import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './pnpm.mjs'
import { entriesOf, readWorkspace } from './workspace.mjs'

const folder = join(root, 'packages/providers')
const [begin, end] = ['<!-- providers: written by pnpm providers -->', '<!-- /providers -->']

export const readme = join(folder, 'README.md')

const code = (text) => `\`${text}\``

const servicesOf = ({ services = {} }) =>
  Object.entries(services)
    .map(([name, service]) => (service.code === undefined ? code(name) : `${code(name)} ${service.code}`))
    .join(', ') || 'token only'

const environmentsOf = ({ environments }) =>
  Object.entries(environments)
    .map(([name, { baseUrl }]) => (baseUrl === undefined ? `${code(name)} (give \`baseUrl\`)` : code(name)))
    .join(', ')

/** The newest day of each grade: an older page beside it is still a source. */
const evidenceOf = ({ evidence }) =>
  [...new Set(evidence.map(({ grade }) => grade))]
    .map((grade) => {
      const days = evidence.filter((each) => each.grade === grade).map(({ checked }) => checked)
      return `${grade} ${days.sort().at(-1)}`
    })
    .join(', ')

const rowOf = ({ subpath, profile }) =>
  [
    code(subpath),
    profile.token?.flow ?? 'none',
    profile.sign?.flow ?? 'none',
    servicesOf(profile),
    environmentsOf(profile),
    evidenceOf(profile),
  ].join(' | ')

/**
 * One line a profile: its two flows, services with their codes, environments, evidence.
 * @param {readonly { readonly subpath: string, readonly profile: Record<string, any> }[]} profiles
 */
export const tableOf = (profiles) =>
  [
    '| profile | token | signature | services | environments | evidence |',
    '| --- | --- | --- | --- | --- | --- |',
    ...profiles.map((each) => `| ${rowOf(each)} |`),
  ].join('\n')

/**
 * A README with another table between its two marks.
 * @param {string} text
 * @param {string} table
 */
export const withTable = (text, table) => {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error('The README has no place for the table of providers')
  return `${before}${begin}\n\n${table}\n\n${end}${after}`
}

/**
 * What a module exports that is a profile with an environment of its own: one to extend is no provider.
 * @param {object} module
 */
export const profilesIn = (module) =>
  Object.values(module).filter(
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Array.isArray(value.evidence) &&
      Object.keys(value.environments ?? {}).length > 0,
  )

/**
 * Every profile of the package, by the address that its users import.
 * @param {(name: string) => Promise<object | undefined>} load a subpath's module, where it is one of a provider
 */
export const findProfiles = async (load) => {
  const pkg = readWorkspace(root).packages.find(({ path }) => path === folder)
  const found = []
  for (const { name } of entriesOf(pkg).filter((entry) => entry.name !== 'index'))
    for (const profile of profilesIn((await load(name)) ?? {}))
      found.push({ subpath: `${pkg.manifest.name}/${name}`, profile })
  return found
}

const loadBuilt = async (name) => {
  const file = join(folder, `dist/${name}.js`)
  if (!existsSync(file)) throw new Error(`dist/${name}.js is missing; build first`)
  return import(pathToFileURL(file).href)
}

if (process.argv[1] === import.meta.filename) {
  const before = readFileSync(readme, 'utf8')
  const after = withTable(before, tableOf(await findProfiles(loadBuilt)))
  if (!process.argv.includes('--check')) writeFileSync(readme, after)
  else if (before !== after) {
    console.error('packages/providers/README.md: the table of providers is old; run the script "providers"')
    process.exitCode = 1
  }
}
