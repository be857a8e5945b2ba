import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { writeReference } from './reference.mjs'
import { pageOf, rewriteLinks } from './rewrite-links.mjs'

const root = join(import.meta.dirname, '../../..')
export const staged = join(import.meta.dirname, '../temp/site')

const write = (path, text) => {
  const target = join(staged, path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}

const copy = (from, to) => {
  const target = join(staged, to)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(from, target)
}

const filesBelow = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.md'))

/** A link to a folder is a link to what introduces it. */
const folders = (path) => {
  if (existsSync(join(root, path, 'README.md'))) return pageOf(`${path}/README.md`)
  return path === 'docs/decisions' ? 'decisions/0001-the-profile-type.md' : undefined
}

/**
 * Puts together what the site is made of: the documentation, the READMEs of the packages, the reference out of their
 * sources.
 * @returns {Promise<void>}
 */
export const stage = async () => {
  rmSync(staged, { recursive: true, force: true })
  const readmes = readdirSync(join(root, 'packages')).map((name) => `packages/${name}/README.md`)
  for (const file of [...filesBelow('docs'), ...readmes, 'README.md', 'SECURITY.md', 'CONTRIBUTING.md']) {
    const text = readFileSync(join(root, file), 'utf8')
    write(
      pageOf(file),
      rewriteLinks(text, { file, folders, onPicture: (path) => copy(join(root, path), path) }),
    )
  }
  await writeReference(join(staged, 'reference'))
  for (const page of stagedPages())
    if (!existsSync(join(staged, 'id', page))) write(`id/${page}`, onlyInEnglish(page))
}

const stagedPages = () =>
  readdirSync(staged, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md') && !name.startsWith('id/'))

/** What the packages say of themselves is in English; who changes the language there is told so. */
const onlyInEnglish = (page) => {
  const [, title = page] = /^# (.*)$/m.exec(readFileSync(join(staged, page), 'utf8')) ?? []
  const up = '../'.repeat(page.split('/').length)
  return `---\nsearch: false\n---\n\n# ${title}\n\nHalaman ini hanya ada dalam bahasa Inggris: [buka halamannya](${up}${page}).\n`
}
