import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '../src')

/** Every file and package that a module brings with it, types left out: what a bundler would put into a bundle. */
const reach = async (file: string, found: Set<string> = new Set()): Promise<ReadonlySet<string>> => {
  if (found.has(file)) return found
  found.add(file)
  const text = await readFile(file, 'utf8')
  for (const [, names = '', specifier = ''] of text.matchAll(
    /^(?:import|export) ([^'"]*?)from '([^']+)'/gms,
  )) {
    if (names.startsWith('type ')) continue
    if (specifier.startsWith('.'))
      await reach(resolve(dirname(file), specifier.replace(/\.js$/, '.ts')), found)
    else found.add(specifier)
  }
  return found
}

const packagesOf = async (entry: string): Promise<readonly string[]> =>
  [...(await reach(join(source, entry)))].filter((name) => name.startsWith('@x/')).sort()

describe('a bundle holds what it uses and nothing else', () => {
  it('BNI carries no line of SNAP', async () => {
    expect(await packagesOf('bni/index.ts')).toEqual(['@x/oauth-basic'])
  })

  it('NICEPAY carries no line of OAuth', async () => {
    expect(await packagesOf('nicepay/index.ts')).toEqual(['@x/snap-signature'])
  })

  it('the client carries no provider and no scheme', async () => {
    expect(await packagesOf('index.ts')).toEqual(['@x/token-cache'])
    const files = [...(await reach(join(source, 'index.ts')))]
    expect(files.filter((file) => /schemes|nicepay|bni/.test(file))).toEqual([])
  })

  it('what classifies an answer carries no table, and what says its meaning no services', async () => {
    const filesOf = async (entry: string) =>
      [...(await reach(join(source, entry)))]
        .filter((file) => file.endsWith('.ts'))
        .map((file) => basename(file))
        .sort()
    expect(await filesOf('codes/classify.ts')).toEqual(['classify.ts', 'code-overrides.ts'])
    expect(await filesOf('codes/meaning-of.ts')).toEqual([
      'code-overrides.ts',
      'meaning-of.ts',
      'snap-codes.ts',
    ])
  })
})
