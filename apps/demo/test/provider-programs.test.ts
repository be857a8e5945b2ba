import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

const pages = join(import.meta.dirname, '../../../docs/providers')
// A folder of this app: it depends on every package, so a program may import any of them by its published name.
const temp = join(import.meta.dirname, '../temp')

interface Program {
  readonly name: string
  readonly text: string
}

const programs: readonly Program[] = readdirSync(pages).flatMap((page) =>
  [...readFileSync(join(pages, page), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(
    ([, text = ''], index) => ({
      name: `${page.replace('.md', '')}-${index + 1}`,
      text,
    }),
  ),
)

const blocks = readdirSync(pages).flatMap((page) =>
  [
    ...readFileSync(join(pages, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```\n+```txt\n([\s\S]*?)^```$/gm),
  ].map(([, text = '', printed = '']) => ({ page, text, printed })),
)

/** What each `console.log` is said to print; undefined where nothing is said. */
const saidBy = ({ text }: Program): readonly (string | undefined)[] =>
  text
    .split('\n')
    .filter((line) => line.includes('console.log('))
    .map((line) => /console\.log\(.*?\) \/\/ (.*)$/.exec(line)?.[1])

let folder = ''
beforeAll(() => {
  mkdirSync(temp, { recursive: true })
  folder = mkdtempSync(join(temp, 'providers-'))
  for (const { name, text } of programs) writeFileSync(join(folder, `${name}.ts`), text)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => {
  vi.restoreAllMocks()
})

describe(`${programs.length} programs on the pages of the providers`, () => {
  it.each(programs)(
    '$name prints what stands beside it',
    async (program) => {
      const printed: string[] = []
      vi.spyOn(console, 'log').mockImplementation((...values) => void printed.push(format(...values)))
      await import(join(folder, `${program.name}.ts`))
      const said = saidBy(program)
      // A colon and a remark may follow what is printed.
      const seen = said.map((text, index) => {
        const line = printed[index] ?? ''
        return text === undefined || text.startsWith(`${line}: `) ? text : line
      })
      expect(seen).toEqual(said)
      expect(printed).toHaveLength(said.length)
      // Most make an RSA key, on a machine that may have other work.
    },
    30_000,
  )
})

describe.skipIf(process.platform === 'win32')(
  `${blocks.length} commands on the pages of the providers`,
  () => {
    it.each(blocks)('those of $page print what stands below them', ({ text, printed }) => {
      expect(execFileSync('sh', ['-c', text], { encoding: 'utf8' })).toBe(printed)
    })
  },
)
