import { createHash, randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { mutate } from './fuzz/mutate.mjs'
import { createTargets } from './fuzz/targets.mjs'
import { root } from './pnpm.mjs'
import { createRandom } from './random.mjs'

/**
 * Feeds changed inputs of the corpus to each target for its share of the time:
 * `node scripts/fuzz.mjs --seconds 30 [--seed N] [minify|timestamp|key …]`.
 * An input that breaks a rule becomes part of the corpus, which `npm test` replays on both backends.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '30' }, seed: { type: 'string' } },
})

const signer = join(root, 'packages/snap-signature')
const built = join(signer, 'dist/index.js')
if (!existsSync(built)) throw new Error('Fuzzing runs on the built package: run "pnpm build" first.')
const targets = createTargets(await import(built))

const chosen = positionals.length > 0 ? positionals : Object.keys(targets)
for (const name of chosen)
  if (!targets[name]) throw new Error(`No target ${name}: ${Object.keys(targets).join(', ')}`)

/** No input of this size may take longer: a pattern that looks back, or a loop that does not end. */
const slowestMs = 2000

const failureOf = (target, input) => {
  const start = performance.now()
  try {
    target(input)
  } catch (error) {
    return error
  }
  const took = performance.now() - start
  return took > slowestMs ? new Error(`took ${Math.round(took)} ms`) : undefined
}

const save = (folder, input) => {
  const path = join(folder, `found-${createHash('sha256').update(input).digest('hex').slice(0, 12)}`)
  writeFileSync(path, input)
  return path
}

const seed = Number(values.seed ?? randomInt(2 ** 32))
const seconds = Number(values.seconds) / chosen.length
for (const name of chosen) {
  const folder = join(signer, 'test/corpus', name)
  const corpus = readdirSync(folder)
    .filter((file) => !file.startsWith('.'))
    .sort()
    .map((file) => readFileSync(join(folder, file)))
  const random = createRandom(seed)
  const end = performance.now() + seconds * 1000
  let tried = 0
  let failure
  for (; !failure && performance.now() < end; tried += 1) {
    const input = tried < corpus.length ? corpus[tried] : mutate(name, corpus, random)
    failure = failureOf(targets[name], input)
    if (failure) console.error(`${name}, --seed ${seed}, saved as ${save(folder, input)}:\n${failure.stack}`)
  }
  console.log(
    `${name}: ${tried} inputs in ${seconds.toFixed(0)} s, --seed ${seed}: ${failure ? 'FAILED' : 'ok'}`,
  )
  if (failure) process.exitCode = 1
}
