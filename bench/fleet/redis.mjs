import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'
import { findProgram, redis } from '../../scripts/find-program.mjs'

/** Why there are no fleet rows here, if there are none. */
export const whyNoFleet = () => {
  if (process.platform === 'win32') return 'the fleet rows need signals that this system does not have'
  if (findProgram(redis)) return undefined
  const names = redis.candidates.join(' or ')
  return `the fleet rows need ${names}: install it (apt-get install ${redis.package}) or name it in ${redis.variable}`
}

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

/** What a client asks for, without what a script does inside the server and what only measures. */
const isAsked = (names) => {
  const scripted = names.some((name) => name.startsWith('eval'))
  const asked = scripted
    ? ['eval', 'evalsha', 'script|load', 'subscribe', 'unsubscribe']
    : names.filter((name) => !/^(config|info|client|hello|select|ping)/.test(name))
  return (name) => asked.includes(name)
}

/** A server of its own, that keeps nothing on disk. */
export const startRedis = async () => {
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(findProgram(redis), args, { stdio: ['ignore', 'pipe', 'inherit'] })
  // Whatever ends this process must not leave a server behind, let alone a frozen one.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  let printed = ''
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      printed += data
      if (printed.includes('Ready to accept connections')) resolve()
    })
    child.once('exit', () => reject(new Error(`The Redis server did not start:\n${printed}`)))
  })
  const client = new Redis(port, '127.0.0.1')
  return {
    port,
    client,
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    resetOperations: () => client.config('RESETSTAT'),
    operations: async () => {
      const lines = (await client.info('commandstats')).matchAll(/cmdstat_([^:]+):calls=(\d+)/g)
      const calls = [...lines].map(([, name, count]) => ({ name, count: Number(count) }))
      const counts = isAsked(calls.map(({ name }) => name))
      return calls.filter(({ name }) => counts(name)).reduce((sum, { count }) => sum + count, 0)
    },
    stop: async () => {
      process.off('exit', end)
      client.disconnect()
      const gone = once(child, 'exit')
      end()
      await gone
    },
  }
}
