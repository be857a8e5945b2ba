import { posix } from 'node:path'

/** The page of the site that shows a file of the repository; undefined where none does. */
export const pageOf = (file) => {
  const named = /^packages\/([\w-]+)\/README\.md$/.exec(file)
  if (named) return `packages/${named[1]}.md`
  if (/^docs\/.*\.md$/.test(file)) return file.slice('docs/'.length)
  return {
    'README.md': 'repository.md',
    'SECURITY.md': 'security-policy.md',
    'CONTRIBUTING.md': 'contributing.md',
  }[file]
}

const isElsewhere = (target) => /^([a-z][a-z0-9+.-]*:|#|\/)/i.test(target)

/** A link or picture outside code: the bang, the text, the target, the anchor. */
const link = /(!?)\[((?:[^\][]|\[[^\]]*\])*)\]\(([^)\s#]*)(#[^)\s]*)?\)/g

const outsideCodeSpans = (line, change) =>
  line
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : change(part)))
    .join('')

/**
 * Turns links between files of the repository into links between pages of the site.
 *
 * A link to a file that is no page keeps its text and loses its target: the site has no sources to show.
 * @param {string} markdown
 * @param {{ file: string, folders?: (path: string) => string | undefined, onPicture?: (path: string) => void }} context
 * @returns {string}
 */
export const rewriteLinks = (markdown, { file, folders = () => undefined, onPicture = () => {} }) => {
  const here = posix.dirname(pageOf(file) ?? file)
  const targetOf = (bang, target) => {
    const path = posix.normalize(posix.join(posix.dirname(file), target))
    if (bang) {
      onPicture(path)
      return path
    }
    return pageOf(path) ?? folders(path.replace(/\/$/, ''))
  }
  const relative = (page) => {
    const path = posix.relative(here, page)
    return path.startsWith('.') ? path : `./${path}`
  }
  const change = (text) =>
    text.replace(link, (whole, bang, label, target, anchor = '') => {
      if (target === '' || isElsewhere(target)) return whole
      const page = targetOf(bang, target)
      return page === undefined ? label : `${bang}[${label}](${relative(page)}${anchor})`
    })
  let fence
  return markdown
    .split('\n')
    .map((line) => {
      const mark = /^ *(`{3,})/.exec(line)?.[1]
      if (mark && (fence === undefined || mark === fence)) fence = fence === undefined ? mark : undefined
      else if (fence === undefined) return splitLinks(line, change)
      return line
    })
    .join('\n')
}

/** A code span may stand inside a link's text, so only lines whose links hold none are cut at code spans. */
const splitLinks = (line, change) =>
  /\[[^\]]*`[^\]]*\]\(/.test(line) ? change(line) : outsideCodeSpans(line, change)
