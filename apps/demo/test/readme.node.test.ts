import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RedisServer, startRedis } from '../../../packages/token-cache/test/start-redis.js'
import { findProgram, redis } from '../../../scripts/find-program.mjs'

interface Block {
  readonly name: string
  readonly language: string
  readonly text: string
  readonly file: string
}

const root = join(import.meta.dirname, '../../..')
// A folder of this app: it depends on every package, so a block may import any of them by its published name.
const folder = join(root, 'apps/demo/temp/readme')
// What follows the word is a note to another reader: the sandbox runs its own `sh` blocks.
const isNoProgram = /^(?:sh|txt|json|yaml|diff)(?: |$)/

const filesIn = (path: string, ending: RegExp): readonly string[] =>
  existsSync(join(root, path))
    ? readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => ending.test(name))
        .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
    : []

// The examples in the doc comments are read in editors, by the same people.
const documents = [
  'README.md',
  ...readdirSync(join(root, 'packages')).flatMap((name) => [
    `packages/${name}/README.md`,
    ...filesIn(`packages/${name}/src`, /(?<!\.test)\.ts$/),
  ]),
  // What is under `id` has the very programs of its English page: docs.test.ts sees to that.
  ...filesIn('docs', /\.md$/).filter((path) => !path.startsWith('docs/id/')),
]
  .filter((path) => existsSync(join(root, path)))
  .sort()

const blocksOf = (document: string): readonly Block[] => {
  const blocks: Block[] = []
  let open: { name: string; fence: string; language: string; indent: number; lines: string[] } | undefined
  for (const [index, line] of readFileSync(join(root, document), 'utf8').split('\n').entries()) {
    const [, indent = '', fence = '', language = ''] = /^( *(?:\* )?)(`{3,})(.*)$/.exec(line) ?? []
    if (open && line.slice(open.indent).trim() === open.fence) {
      // A block that names its file is imported by others of its page: ```ts bank.mjs
      const named = /^ts ([\w-]+)\.mjs$/.exec(open.language)?.[1]
      const file = join(folder, `${named ?? open.name.replace(/\W+/g, '-')}.mts`)
      blocks.push({ name: open.name, language: open.language, text: open.lines.join('\n'), file })
      open = undefined
    } else if (open) open.lines.push(line.slice(open.indent))
    else if (fence)
      open = {
        name: `${document}:${index + 1}`,
        fence,
        language: language.trim(),
        indent: indent.length,
        lines: [],
      }
  }
  if (open) throw new Error(`${open.name} opens a block that never ends`)
  return blocks
}

const blocks = documents.flatMap(blocksOf)
const isProgram = /^ts(?: [\w-]+\.mjs)?$/
const programs = blocks.filter(({ language }) => isProgram.test(language))

const output: ts.CompilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext }
const compilerOptions: ts.CompilerOptions = {
  ...output,
  strict: true,
  noEmit: true,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  typeRoots: [join(root, 'node_modules/@types')],
  skipLibCheck: true,
}

const scriptOf = ({ file }: Block): string => file.replace(/\.mts$/, '.mjs')

const redisProgram = findProgram(redis)
const needsRedis = ({ text }: Block): boolean => text.includes('process.env.REDIS_URL')
let server: RedisServer | undefined

/** Runs what a reader would copy, with the packages as they are built, and a Redis for those that name one. */
const run = async (block: Block): Promise<void> => {
  const env = { ...process.env, ...(server && { REDIS_URL: `redis://127.0.0.1:${server.port}` }) }
  await promisify(execFile)(process.execPath, [scriptOf(block)], { cwd: folder, timeout: 20_000, env })
}

beforeAll(async () => {
  if (redisProgram && programs.some(needsRedis)) server = await startRedis(redisProgram)
  mkdirSync(folder, { recursive: true })
  for (const block of programs) {
    const { file, text } = block
    writeFileSync(file, text)
    const { outputText } = ts.transpileModule(text, { fileName: file, compilerOptions: output })
    writeFileSync(scriptOf(block), outputText)
  }
  // A hundred programs, on a machine that may have other work.
}, 60_000)
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server?.stop()
})

describe(`${programs.length} programs of the documentation`, () => {
  it('leave no block unread: a program is ts, all else says what it is', () => {
    const unread = blocks.filter(({ language }) => !isProgram.test(language) && !isNoProgram.test(language))
    expect(unread.map(({ name, language }) => `${name} "${language}"`)).toEqual([])
    expect(programs.length).toBeGreaterThan(0)
  })

  it('compile', () => {
    const program = ts.createProgram({
      rootNames: programs.map(({ file }) => file),
      options: compilerOptions,
    })
    const problems = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
      const block = programs.find((candidate) => candidate.file === file?.fileName)
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0
      return `${block?.name ?? file?.fileName} +${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
    expect(problems).toEqual([])
  }, 60_000)

  for (const program of programs) {
    it.skipIf(needsRedis(program) && !redisProgram)(`${program.name} runs`, () => run(program), 30_000)
  }
})
