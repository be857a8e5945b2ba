import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'

export interface Loopback {
  readonly url: string
  /** Every connection that was ever made. */
  readonly sockets: readonly Socket[]
}

const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return `http://127.0.0.1:${port}/token`
}

/** A real HTTP server on a free port of 127.0.0.1, for as long as it is used. */
export const withServer = async <Result>(
  listener: RequestListener,
  use: (server: Loopback) => Promise<Result>,
): Promise<Result> => {
  const server = createServer(listener)
  const sockets: Socket[] = []
  server.on('connection', (socket) => sockets.push(socket))
  try {
    return await use({ url: await listen(server), sockets })
  } finally {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}

/** The address of a port on which nothing listens any more. */
export const refusedUrl = async (): Promise<string> => {
  const server = createTcpServer()
  const url = await listen(server)
  server.close()
  await once(server, 'close')
  return url
}
