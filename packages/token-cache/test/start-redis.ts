import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RedisServer {
  readonly port: number
  readonly process: ChildProcess
  /** Where it writes, if it is told to. */
  readonly folder: string
  /** Ends the process, also a frozen one, and removes what it wrote. */
  readonly stop: () => Promise<void>
}

export interface RedisSettings {
  /** Win over what is set here: `['--appendonly', 'yes']`. */
  readonly arguments?: readonly string[] | undefined
  /** The port of a server that has ended, to come back in its place. */
  readonly port?: number | undefined
  /** The folder of a server that has ended, to find its data. */
  readonly folder?: string | undefined
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

/**
 * A real Redis (or Valkey) of one's own on a free loopback port, without persistence unless asked for; ready when this
 * resolves.
 */
export const startRedis = async (program: string, settings: RedisSettings = {}): Promise<RedisServer> => {
  const folder = settings.folder ?? (await mkdtemp(join(tmpdir(), 'redis-')))
  const port = settings.port ?? (await freePort())
  const fixed = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder]
  const given = ['--save', '', '--appendonly', 'no', ...(settings.arguments ?? [])]
  const process = spawn(program, [...fixed, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
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
    folder,
    stop: async () => {
      process.kill('SIGTERM')
      process.kill('SIGCONT')
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
