import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Redis } from 'ioredis'

/** Speaks Redis's REST dialect before a real Redis: `POST` with a command as JSON, answered by `{ result }` or `{ error }`. */
export async function redisHttpServer({
  port,
  token,
}: {
  port: number
  token: string
}): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const client = new Redis(port)

  async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    if (request.headers.authorization !== `Bearer ${token}`) {
      return { status: 401, body: { error: 'WRONGPASS invalid or missing auth token' } }
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const [command, ...args] = JSON.parse(Buffer.concat(chunks).toString()).map(String)
    return client.call(command, ...args).then(
      (result) => ({ status: 200, body: { result } }),
      (error) => ({ status: 400, body: { error: error.message } }),
    )
  }

  const server = createServer(async (request, response) => {
    const { status, body } = await answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: own } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${own}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await client.quit()
    },
  }
}
