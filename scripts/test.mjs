import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureServices, isCi } from './ensure-services.mjs'
import { pnpm, root } from './pnpm.mjs'

const counted = /^(\d+) passed, (\d+) failed, (\d+) skipped$/

/** Every suite where a time zone could leak in; the browser has its own clock and takes its zone from elsewhere. */
const zones = ['UTC', 'Asia/Jakarta', 'America/St_Johns']

/** What takes long and is no vitest file. Each prints its own figures. */
const longSteps = [
  ['Fuzzing, 20 minutes', 'scripts/fuzz.mjs', '--seconds', '1200'],
  ['Runtimes', 'scripts/runtimes.mjs'],
  ['Mutation testing', 'scripts/mutation.mjs'],
  ['Cloudflare Workers', 'compat/workerd.mjs'],
  ['Benches', 'bench/run.mjs'],
]

const stopAt = (step, code) => {
  if (code === 0) return
  console.error(`\n${step} failed, so no test ran.`)
  process.exit(code)
}

/** Runs vitest, passes its output on, and resolves with its exit code and the figures of its last line. */
const vitest = (args, env) =>
  new Promise((resolve, reject) => {
    const program = join(root, 'node_modules/vitest/vitest.mjs')
    const child = spawn(process.execPath, [program, 'run', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...process.env, ...env },
    })
    // A run that dies before it counts has failed once.
    let figures = [0, 1, 0]
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      const match = counted.exec(line)
      if (match) figures = match.slice(1).map(Number)
      else console.log(line)
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, figures }))
  })

const args = process.argv.slice(2)
const full = args.includes('--full')
const vitestArgs = args.filter((argument) => argument !== '--full')

stopAt('The installation', pnpm(['install', '--prefer-offline', ...(isCi ? ['--frozen-lockfile'] : [])]))
stopAt('The build', pnpm(['run', 'build', '--output-logs=errors-only']))

const missing = ensureServices()
const runs = [
  { args: vitestArgs, env: { SKIPPED_SERVICES: String(missing.length), ...(full ? { FULL: '1' } : {}) } },
  ...(full ? zones.map((TZ) => ({ args: ['--project=!*chromium*', ...vitestArgs], env: { TZ } })) : []),
]

const total = [0, 0, 0]
let code = 0
for (const run of runs) {
  if (run.env.TZ) console.log(`\nTZ=${run.env.TZ}`)
  const result = await vitest(run.args, run.env)
  for (const [index, figure] of result.figures.entries()) total[index] += figure
  code ||= result.code
}

for (const [name, script, ...scriptArgs] of full ? longSteps : []) {
  console.log(`\n${name}`)
  const { status } = spawnSync(process.execPath, [join(root, script), ...scriptArgs], { stdio: 'inherit' })
  if (status !== 0) console.error(`${name} failed.`)
  code ||= status ?? 1
}

const [passed, failed, skipped] = total
if (isCi && skipped > 0) {
  console.error('Under CI nothing may be skipped: a test that does not run there runs nowhere.')
  code ||= 1
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = code
