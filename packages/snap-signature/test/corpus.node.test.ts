import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as snap from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { createTargets } from '../../../scripts/fuzz/targets.mjs'

const corpus = new URL('corpus/', import.meta.url)

// What the fuzzer starts from, and all that it ever found.
describe.each(Object.entries(createTargets(snap)))('%s', (name, target) => {
  const folder = new URL(`${name}/`, corpus)
  const files = readdirSync(fileURLToPath(folder)).filter((file) => !file.startsWith('.'))

  it.each(files)('%s', (file) => {
    const input = new Uint8Array(readFileSync(new URL(file, folder)))
    expect(() => target(input)).not.toThrow()
  })
})
