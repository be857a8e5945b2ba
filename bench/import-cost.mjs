import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { median } from './measure.mjs'

const packages = join(import.meta.dirname, '../packages')
const pairs = 21

// With extra certificates to read, an empty process costs several times as much, and drowns everything.
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env

/** CPU milliseconds of a fresh process that runs this and does nothing else. */
const cpuOf = (code, type, cwd) => {
  const print =
    'const used = process.cpuUsage(); process.stdout.write(String((used.user + used.system) / 1000))'
  const args = [`--input-type=${type}`, '--eval', `${code}\n${print}`]
  return Number(execFileSync(process.execPath, args, { cwd, env }))
}

/** What an import adds to an empty process: pairs of processes, the median of their differences. */
const costOf = (code, type, cwd) => {
  const differences = []
  for (let pair = 0; pair < pairs; pair += 1) {
    // Whoever comes second finds a warmer machine: they take turns.
    const order = pair % 2 === 0 ? ['', code] : [code, '']
    const costs = new Map(order.map((each) => [each, cpuOf(each, type, cwd)]))
    differences.push(costs.get(code) - costs.get(''))
  }
  return median(differences)
}

const atMost = 10

const peersOf = { 'oauth-basic': ['oauth4webapi', 'openid-client'] }

export const importRows = ['snap-signature', 'oauth-basic', 'token-cache', 'providers', 'sandbox'].map(
  (folder) => ({
    id: `import-${folder}`,
    title: `import @x/${folder}, CPU ms over an empty process`,
    run: () => {
      const cwd = join(packages, folder)
      const forms = {
        ESM: costOf(`import '@x/${folder}'`, 'module', cwd),
        CommonJS: costOf(`require('@x/${folder}')`, 'commonjs', cwd),
      }
      const ours = Object.entries(forms).map(([name, value]) => ({
        name,
        value,
        unit: 'ms',
        target: `at most ${atMost} ms`,
        ok: value <= atMost,
      }))
      const peers = (peersOf[folder] ?? []).map((name) => ({
        name: `${name}, ESM`,
        value: costOf(`import '${name}'`, 'module', import.meta.dirname),
        unit: 'ms',
        target: 'to compare',
        ok: true,
      }))
      return [...ours, ...peers]
    },
  }),
)
