import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as api from '@x/snap-signature'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const sources = readdirSync(join(root, 'src')).filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
const examples = ['README.md', ...sources.map((name) => `src/${name}`)].flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8').replace(/^ \* ?/gm, '')
  return [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], index) => ({
    name: `${file} ${index + 1}`,
    code,
  }))
})

/** The body of an async function: imports by name become look-ups, `value // → literal` an expectation. */
function compile(code: string): string {
  return code
    .replace(
      /^import \{(.*?)\} from '(.*?)'$/gms,
      (_, names, module) => `const {${names}} = await load('${module}')`,
    )
    .replace(/^( *)(.*?) \/\/ → (.+)$/gm, '$1check($2, $3)')
}

it('finds an example for every function', () => {
  for (const name of Object.keys(api))
    expect(
      examples.some(({ code }) => code.includes(name)),
      name,
    ).toBe(true)
})

it.each(examples)('$name runs and says the truth', async ({ code }) => {
  const load = async (module: string) => (module === '@x/snap-signature' ? api : import(module))
  const printed: unknown[] = []
  const console = { log: (...values: unknown[]) => printed.push(...values) }
  const check = (actual: unknown, expected: unknown) => expect(actual).toEqual(expected)
  const AsyncFunction = (async () => {}).constructor as FunctionConstructor
  const run = new AsyncFunction('load', 'check', 'console', `'use strict'\n${compile(code)}`)
  await run(load, check, console)
})
