import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

interface Row {
  readonly characters: number
  readonly alphabet: string
  readonly bytes: number
}

/** The rows of the page's table of lengths, such as `| **88** | base64, ends in `==` | 64 | …`. */
const rowsOf = (page: string): readonly Row[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^\| \**(\d+)\** \| (.+?) \| (\d+) \| /gm)].map(
    ([, characters, alphabet = '', bytes]) => ({
      characters: Number(characters),
      alphabet,
      bytes: Number(bytes),
    }),
  )

const encodingOf = ({ alphabet }: Row): 'base64' | 'base64url' | 'hex' => {
  if (alphabet.startsWith('base64')) return 'base64'
  return alphabet.includes('- _') ? 'base64url' : 'hex'
}

describe.each(['docs/which-signature.md', 'docs/id/which-signature.md'])('the lengths of %s', (page) => {
  const rows = rowsOf(page)

  it('are all found', () => {
    expect(rows).toHaveLength(11)
  })

  it.each(rows)('$characters characters of $alphabet are $bytes bytes', (row) => {
    const text = Buffer.alloc(row.bytes, 0xff).toString(encodingOf(row))
    expect(text).toHaveLength(row.characters)
    const saidEnd = /(?:ends in|berakhir) `(=+)`/.exec(row.alphabet)?.[1] ?? ''
    expect(saidEnd).toBe(/=*$/.exec(text)?.[0])
  })
})
