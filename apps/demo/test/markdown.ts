import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')

export interface CodeBlock {
  readonly language: string
  readonly text: string
}

export interface Link {
  readonly line: number
  readonly target: string
}

/** What of a Markdown file can be checked against others. */
export interface MarkdownFile {
  readonly codeBlocks: readonly CodeBlock[]
  /** The links and pictures outside of code, as written. */
  readonly links: readonly Link[]
  /** The anchors of its headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>
  /** The same, as VitePress makes them, which is otherwise where a heading has a digit first or a sign inside. */
  readonly siteAnchors: ReadonlySet<string>
  /** Lines that are one component tag, such as `<Mistake name="…" />`. */
  readonly components: readonly string[]
}

/** Reads a file of the repository. @throws Error for a code block that never ends */
export const readMarkdown = (path: string): MarkdownFile => {
  const codeBlocks: CodeBlock[] = []
  const links: Link[] = []
  const components: string[] = []
  const headings: string[] = []
  let open: { readonly fence: string; readonly language: string; readonly lines: string[] } | undefined
  for (const [index, line] of readFileSync(join(root, path), 'utf8').split('\n').entries()) {
    const [, fence = '', language = ''] = /^ *(`{3,})(.*)$/.exec(line) ?? []
    if (open && line.trim() === open.fence) {
      codeBlocks.push({ language: open.language, text: open.lines.join('\n') })
      open = undefined
    } else if (open) open.lines.push(line)
    else if (fence) open = { fence, language: language.trim(), lines: [] }
    else {
      const [, heading] = /^#{1,6} +(.+?) *$/.exec(line) ?? []
      if (heading !== undefined) headings.push(heading)
      if (/^<[A-Z]\w* .*\/>$/.test(line)) components.push(line)
      links.push(...targetsIn(line).map((target) => ({ line: index + 1, target })))
    }
  }
  if (open) throw new Error(`${path}: a code block never ends`)
  const [anchors, siteAnchors] = [anchorsOf(headings, slugOf), anchorsOf(headings, siteSlugOf)]
  return { codeBlocks, links, components, anchors, siteAnchors }
}

const targetsIn = (line: string): readonly string[] => {
  const prose = line.replace(/(`+)(?:(?!\1).)*\1/g, 'code')
  // `[text](target)`, also around a picture, and `[name]: target`.
  const inline = [...prose.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\))?)(?: "[^"]*")?\)/g)]
  const named = [...prose.matchAll(/^\[[^\]]+\]: +(\S+)/g)]
  return [...inline, ...named].map(([, target = '']) => target)
}

/** A second heading of the same words gets `-1`, a third `-2`. */
const anchorsOf = (headings: readonly string[], slugOf: (heading: string) => string): ReadonlySet<string> => {
  const seen = new Map<string, number>()
  return new Set(
    headings.map((heading) => {
      const slug = slugOf(heading)
      const times = seen.get(slug) ?? 0
      seen.set(slug, times + 1)
      return times === 0 ? slug : `${slug}-${times}`
    }),
  )
}

/** GitHub's: lower case, spaces to dashes, all but letters, digits, `-` and `_` left out. */
const slugOf = (heading: string): string =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')

/** VitePress's: without accents, every run of signs and spaces one dash, no digit first. */
const siteSlugOf = (heading: string): string =>
  heading
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase()
