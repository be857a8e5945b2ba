import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RedisServer {
  readonly port: number
  readonly process: ChildProcess
  /** Ends the process and removes what it wrote. */
  readonly stop: () => Promise<void>
}

export const freePort = async (): Promise<number> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A real Redis (or Valkey) of one's own on a free loopback port, without persistence; ready when this resolves. */
export const startRedis = async (
  program: string,
  { arguments: more = [] }: { arguments?: readonly string[] } = {},
): Promise<RedisServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'))
  const port = await freePort()
  const settings = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
    ...more,
  ]
  const process = spawn(program, settings, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(process, 'close')
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    process.on('error', reject)
    process.on('close', () => reject(new Error(`Redis ended before it was ready:\n${printed}`)))
    process.stdout.on('data', (chunk) => {
      printed += chunk
      if (/ready to accept connections/i.test(printed)) resolve()
    })
  })
  return {
    port,
    process,
    stop: async () => {
      process.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One inline command and the first line of its answer, without a client library. */
export const ask = async (port: number, command: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${command}\r\n`)
  const [answer] = await once(socket, 'data')
  socket.destroy()
  return String(answer).split('\r\n')[0] ?? ''
}
