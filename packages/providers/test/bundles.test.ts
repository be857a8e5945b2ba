import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '../src')

/** Every file and package that a module brings with it, types left out: what a bundler would put into a bundle. */
const reach = async (file: string, found: Set<string> = new Set()): Promise<ReadonlySet<string>> => {
  if (found.has(file)) return found
  found.add(file)
  // An example in a comment imports nothing.
  const text = (await readFile(file, 'utf8')).replace(/\/\*.*?\*\//gs, '')
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

/** Below `src`: where the repository is checked out says nothing. */
const filesOf = async (entry: string): Promise<readonly string[]> =>
  [...(await reach(join(source, entry)))].map((file) =>
    file.startsWith('/') ? relative(source, file) : file,
  )

const packagesOf = async (entry: string): Promise<readonly string[]> =>
  [...(await reach(join(source, entry)))].filter((name) => name.startsWith('@x/')).sort()

describe('a bundle holds what it uses and nothing else', () => {
  it('BNI carries no line of SNAP', async () => {
    expect(await packagesOf('bni/index.ts')).toEqual(['@x/oauth-basic'])
  })

  it('BNI carries neither the codes of SNAP nor BNI SNAP', async () => {
    const files = await filesOf('bni/index.ts')
    expect(files.filter((file) => /snap|classify|meaning-of/.test(file))).toEqual([])
  })

  it('BNI SNAP carries no line of OAuth or of the classic API', async () => {
    expect(await packagesOf('bni-snap/index.ts')).toEqual(['@x/snap-signature'])
    const files = await filesOf('bni-snap/index.ts')
    expect(files.filter((file) => /^bni\/|bni-jws|bni-reply|hs256/.test(file))).toEqual([])
  })

  it('NICEPAY carries no line of OAuth', async () => {
    expect(await packagesOf('nicepay/index.ts')).toEqual(['@x/snap-signature'])
  })

  it('DANA carries no token, Permata no key of RSA, and neither the standard’s services', async () => {
    expect(await packagesOf('dana/index.ts')).not.toContain('@x/oauth-basic')
    const files = [
      ...(await reach(join(source, 'dana/index.ts'))),
      ...(await reach(join(source, 'permata/index.ts'))),
    ].map((file) => file.slice(source.length))
    expect(files.filter((file) => /snap-standard|snap-b2b|oauth-form/.test(file))).toEqual([])
    const permata = [...(await reach(join(source, 'permata/index.ts')))]
    expect(permata.filter((file) => file.endsWith('read-private-key.ts'))).toEqual([])
  })

  it('the client carries no provider and no scheme', async () => {
    expect(await packagesOf('index.ts')).toEqual(['@x/token-cache'])
    const files = await filesOf('index.ts')
    expect(files.filter((file) => /schemes|nicepay|bni|dana|permata|snap-standard/.test(file))).toEqual([])
  })

  it('what classifies an answer carries no table, and what says its meaning no services', async () => {
    const namesOf = async (entry: string) =>
      [...(await reach(join(source, entry)))]
        .filter((file) => file.endsWith('.ts'))
        .map((file) => basename(file))
        .sort()
    expect(await namesOf('codes/classify.ts')).toEqual(['classify.ts', 'code-overrides.ts'])
    expect(await namesOf('codes/meaning-of.ts')).toEqual([
      'code-overrides.ts',
      'meaning-of.ts',
      'snap-codes.ts',
    ])
  })
})
