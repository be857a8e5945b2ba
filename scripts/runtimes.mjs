import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { findNpx, pnpm, root } from './pnpm.mjs'
import { exchange } from './runtimes/exchange.mjs'

/**
 * Asks a server on the loopback interface for tokens with the built `@x/oauth-basic` in each runtime:
 * `node scripts/runtimes.mjs [node edge workerd newer]`. `newer` fetches the Nodes it runs on.
 */
const { positionals } = parseArgs({ allowPositionals: true })

const compat = join(root, 'compat')
const dist = join(root, 'packages/oauth-basic/dist')
const newer = ['24.21.0', '26.10.0']
const token = '{"access_token":"mF_9.B5f-4.1JqM","token_type":"BearerToken","expires_in":"3599"}'

const answers = {
  '/token': (response) => response.end(token),
  '/trickle': (response) => {
    for (const character of token) response.write(character)
    response.end()
  },
  '/redirect': (response) => response.writeHead(307, { location: '/token' }).end(),
  '/large': (response) => response.end(' '.repeat(70_000)),
  '/twice': (response) => response.end(`{"access_token":"a",${token.slice(1)}`),
  '/refused': (response) => response.writeHead(401).end('{"error":"invalid_client"}'),
  '/busy': (response) => response.writeHead(503, { 'retry-after': '7' }).end(),
  '/hang': () => {},
}

const listen = async () => {
  const server = createServer((request, response) => {
    const isRight = request.headers.authorization === 'Basic YXBwOnMzKy89JTp4'
    if (isRight) answers[request.url]?.(response)
    else response.writeHead(400).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.closeAllConnections() }
}

const onNode = async (url) => exchange(await import(pathToFileURL(join(dist, 'index.js'))), url)

const inEdge = async (url) => {
  const { EdgeVM } = createRequire(join(compat, 'package.json'))('@edge-runtime/vm')
  const vm = new EdgeVM()
  const code = readFileSync(join(dist, 'index.cjs'), 'utf8')
  const oauth = `(() => { const module = { exports: {} }; ${code}\nreturn module.exports })()`
  return vm.evaluate(`(${exchange})(${oauth}, ${JSON.stringify(url)})`)
}

const inWorkerd = async (url) => {
  const { Miniflare } = createRequire(join(compat, 'package.json'))('miniflare')
  const worker = `import * as oauth from './oauth.mjs'
export default { fetch: async () => Response.json(await (${exchange})(oauth, ${JSON.stringify(url)})) }`
  const miniflare = new Miniflare({
    compatibilityDate: '2026-01-01',
    modules: [
      { type: 'ESModule', path: 'worker.mjs', contents: worker },
      { type: 'ESModule', path: 'oauth.mjs', contents: readFileSync(join(dist, 'index.js'), 'utf8') },
    ],
  })
  try {
    return await (await miniflare.dispatchFetch('http://127.0.0.1/')).json()
  } finally {
    await miniflare.dispose()
  }
}

const expected = JSON.stringify({
  '/token': 3599,
  '/trickle': 3599,
  '/redirect': 'ERR_OAUTH_REDIRECT',
  '/large': 'ERR_OAUTH_TOO_LARGE',
  '/twice': 'ERR_OAUTH_NOT_JSON',
  '/refused': 'ERR_OAUTH_REJECTED',
  '/busy': 'ERR_OAUTH_STATUS',
  '/hang': 'ERR_OAUTH_TIMEOUT',
})

const runtimes = { node: onNode, edge: inEdge, workerd: inWorkerd }

const tryOne = async (name) => {
  const server = await listen()
  try {
    const seen = JSON.stringify(await runtimes[name](server.url))
    const isRight = seen === expected
    console.log(
      `${isRight ? 'ok    ' : 'FAILED'} ${name === 'node' ? `Node ${process.versions.node}` : name}`,
    )
    if (isRight) return
    console.error(`expected ${expected}\nseen     ${seen}`)
    process.exitCode = 1
  } finally {
    server.close()
  }
}

const tryNewer = (version) => {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const program = `node-${platform}-${process.arch}@${version}`
  const npx = findNpx()
  const [command, ...first] = npx ? [process.execPath, npx] : ['npx']
  const args = [
    '--yes',
    '--prefer-offline',
    `--package=${program}`,
    '--',
    'node',
    import.meta.filename,
    'node',
  ]
  if (spawnSync(command, [...first, ...args], { stdio: 'inherit' }).status !== 0) process.exitCode = 1
}

const chosen = positionals.length > 0 ? positionals : ['node', 'edge', 'workerd', 'newer']
if (chosen.some((name) => name === 'edge' || name === 'workerd')) {
  const frozen = ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent']
  if (pnpm(frozen, { cwd: compat }) !== 0) throw new Error('The runtimes of compat/ could not be installed.')
}
for (const name of chosen)
  if (name === 'newer') newer.forEach(tryNewer)
  else await tryOne(name)
process.exit()
