import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { slug } from 'github-slugger'
import { Application } from 'typedoc'

const root = join(import.meta.dirname, '../../..')

/** Every public entry point: the name that a program imports, and the source that it stands for. */
const entryPoints = () =>
  readdirSync(join(root, 'packages')).flatMap((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8'))
    return Object.entries(manifest.exports).flatMap(([path, { '@x/source': source }]) =>
      source ? [{ name: manifest.name + path.slice(1), source: join(root, 'packages', folder, source) }] : [],
    )
  })

/**
 * Writes one page an entry point, out of the sources and their doc comments.
 * @param {string} folder
 * @returns {Promise<void>}
 */
export const writeReference = async (folder) => {
  const entries = entryPoints()
  /** @type {Record<string, unknown>} */
  const options = {
    plugin: ['typedoc-plugin-markdown'],
    outputs: [{ name: 'markdown', path: folder }],
    entryPoints: entries.map(({ source }) => source),
    tsconfig: join(root, 'tsconfig.base.json'),
    name: 'API reference',
    // The type checker has its own step; here it would only be slow.
    skipErrorChecking: true,
    readme: 'none',
    disableSources: true,
    excludeInternal: true,
    logLevel: 'Error',
    validation: false,
    sanitizeComments: true,
    outputFileStrategy: 'modules',
    entryFileName: 'index',
    hideBreadcrumbs: true,
    hidePageHeader: true,
    parametersFormat: 'table',
  }
  const application = await Application.bootstrapWithPlugins(options)
  const project = await application.convert()
  if (project === undefined) throw new Error('The API reference could not be read out of the sources')
  for (const module of project.children ?? []) {
    const source = join(root, 'packages', module.name, 'index.ts')
    const entry = entries.find((candidate) => candidate.source === source)
    if (entry === undefined) throw new Error(`No package exports ${source}`)
    module.name = entry.name
  }
  await application.generateOutputs(project)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.md')) mendAnchors(join(folder, name))
}

/** The generator counts headings of one name otherwise than the site: a second one that is not there is the first. */
const mendAnchors = (file) => {
  const text = readFileSync(file, 'utf8')
  const slugs = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    slug(heading.replaceAll('\\', '')),
  )
  const count = (name) => slugs.filter((each) => each === name).length
  writeFileSync(
    file,
    text.replace(/\(#([\w-]+?)-(\d+)\)/g, (link, name, number) =>
      slugs.includes(`${name}-${number}`) || count(name) > Number(number) ? link : `(#${name})`,
    ),
  )
}
