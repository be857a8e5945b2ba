import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findNpx, pnpm } from '../scripts/pnpm.mjs'
import { written } from './written.mjs'

/** The Node versions that are measured; a package of each holds the program itself. */
const nodes = { 24: '24.21.0', 26: '26.10.0' }
const here = import.meta.dirname

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string' },
    list: { type: 'boolean' },
    save: { type: 'boolean' },
    installed: { type: 'boolean' },
    rounds: { type: 'string' },
  },
})

const install = () => {
  const args = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent']
  if (pnpm(args, { cwd: here }) !== 0) throw new Error('The contenders could not be installed.')
  if (pnpm(['run', 'build', '--output-logs=errors-only']) !== 0) throw new Error('The build failed.')
}

const runOn = (major) => {
  const version = nodes[major]
  if (!version) throw new Error(`--node must be one of ${Object.keys(nodes).join(', ')}`)
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = `node-${platform}-${process.arch}@${version}`
  const args = [
    '--yes',
    '--prefer-offline',
    `--package=${program}`,
    '--',
    'node',
    join(here, 'run.mjs'),
    '--installed',
    ...(values.save ? ['--save'] : []),
    ...(values.rounds ? ['--rounds', values.rounds] : []),
    ...positionals,
  ]
  const npx = findNpx()
  const [command, ...first] = npx ? [process.execPath, npx] : ['npx']
  return spawnSync(command, [...first, ...args], { stdio: 'inherit' }).status ?? 1
}

const print = ({ title, contenders = [], reference, targets }) => {
  console.log(`\n${title}`)
  for (const { name, opsPerCpuSecond, ratio } of contenders) {
    const rate = Math.round(opsPerCpuSecond).toLocaleString('en')
    console.log(
      `  ${name.padEnd(32)}${rate.padStart(12)} /CPU-s ${ratio.toFixed(3).padStart(9)}x ${name === reference ? '(reference)' : ''}`,
    )
  }
  for (const { name, target, ok, ...measured } of targets)
    console.log(`  ${ok ? 'ok     ' : 'MISSED '} ${name}: ${written(measured)}, ${target}`)
}

const main = async () => {
  // Only now, when what they import is installed.
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  const files = ['rows', 'compare', 'memory-cost', 'fleet/rows', 'fleet/redis', 'import-cost', 'bundle-size']
  const modules = await Promise.all([...files, 'present'].map((name) => import(`./${name}.mjs`)))
  const { rows, compare, memoryRows, fleetRows, whyNoFleet, importRows, sizeRows, present } = Object.assign(
    {},
    ...modules,
  )
  const all = [
    ...rows.map((row) => ({ ...row, run: () => compare(row) })),
    ...[...memoryRows, ...fleetRows, ...importRows, ...sizeRows].map((row) => ({
      ...row,
      run: async () => ({ targets: await row.run({ rounds }) }),
    })),
  ]
  if (values.list) return console.log(all.map(({ id }) => id).join('\n'))
  const asked = all.filter(
    ({ id }) => positionals.length === 0 || positionals.some((name) => id.startsWith(name)),
  )
  if (asked.length === 0) throw new Error(`No such row; --list shows them all.`)
  const missing = whyNoFleet()
  const chosen = asked.filter(({ id }) => !(missing && id.startsWith('fleet')))
  if (chosen.length < asked.length) console.log(`Left out: ${missing}.`)

  const { node, openssl } = process.versions
  console.log(`Node ${node}, OpenSSL ${openssl}, operations per CPU second, medians of 5 interleaved rounds`)
  const results = []
  for (const { id, title, run } of chosen) {
    const result = { id, title, ...(await run()) }
    print(result)
    results.push(result)
  }
  const idsOf = (isMissed) =>
    results
      .filter(({ targets }) => targets.some((target) => !target.ok && isMissed(target)))
      .map(({ id }) => id)
  const missed = idsOf(({ isKnown }) => !isKnown)
  const known = idsOf(({ isKnown }) => isKnown)
  console.log(missed.length === 0 ? '\nEvery target is met.' : `\nMissed: ${missed.join(', ')}`)
  if (known.length > 0) console.log(`Missed, and the README says why: ${known.join(', ')}`)
  // A few rows are mostly somebody trying something.
  if (positionals.length === 0 || values.save) {
    write({ node, openssl, results, order: all.map(({ id }) => id) })
    present()
  }
  process.exitCode = missed.length === 0 ? 0 : 1
}

/** Keeps the rows that were not measured now as they were: each says when that was. */
const write = ({ node, openssl, results, order }) => {
  const [major] = node.split('.')
  const folder = join(here, 'results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${major}.json`)
  const date = new Date().toISOString().slice(0, 10)
  const before = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).rows : []
  const measured = results.map((row) => ({ ...row, date }))
  const kept = before.filter(({ id }) => !measured.some((row) => row.id === id))
  const place = ({ id }) => order.indexOf(id)
  const rows = [...kept, ...measured]
    .filter((row) => place(row) >= 0)
    .sort((left, right) => place(left) - place(right))
  const rounded = (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value)
  const text = JSON.stringify({ node, openssl, rows }, rounded, 2)
  // As the formatter writes it.
  const short = text.replace(/\[\s+([-\d.e]+),\s+([-\d.e]+)\s+\]/g, '[$1, $2]')
  writeFileSync(file, `${short}\n`)
}

if (!values.installed) install()
if (values.node) process.exitCode = runOn(values.node)
else await main()
