import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { SandboxError } from '../errors.js'
import { faultHeader } from '../faults.js'
import { guard, type Handler } from '../guard.js'

/** The literal address: a name could be made to resolve elsewhere, and no other machine has business here. */
const address = '127.0.0.1'

/** One handler on one port. */
export interface Served {
  /** Such as `http://127.0.0.1:8787`. */
  readonly origin: string
  /** Cuts every connection and frees the port. */
  readonly stop: () => Promise<void>
}

/** Serves a handler on a port of the loopback interface, and keeps pages of other origins out. */
export const serve = async (handler: Handler, port: number): Promise<Served> => {
  const hosts = new Set<string>()
  const guarded = guard(handler, hosts)
  const server = createAdaptorServer({
    fetch: async (request, env) => cutIfAsked(await guarded(request), env as HttpBindings),
  })
  const bound = await bind(server, port)
  for (const host of ownHosts(bound)) hosts.add(host)
  return { origin: `http://${address}:${bound}`, stop: () => stop(server) }
}

/** What a `Host` header may say: a URL leaves out port 80. */
export const ownHosts = (port: number): readonly string[] =>
  [address, 'localhost'].flatMap((name) => [`${name}:${port}`, ...(port === 80 ? [name] : [])])

/** The fault `reset` is a cut connection here, where there is one to cut. */
const cutIfAsked = async (response: Response, { outgoing }: HttpBindings): Promise<Response> => {
  if (response.headers.get(faultHeader) !== 'reset') return response
  await response.body?.cancel()
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

const bind = (server: ServerType, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port)))
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })

const remedies: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is taken: stop what listens there, or choose another',
  EACCES: 'is kept from this user: choose one above 1023',
}

/** What to say of a port that cannot be had; any other error is left as it is. */
export const portError = <Thrown extends { readonly code?: string | undefined }>(
  error: Thrown,
  port: number,
): SandboxError | Thrown => {
  const remedy = remedies[error.code ?? '']
  if (remedy === undefined) return error
  const message = `Port ${port} ${remedy}`
  return new SandboxError({ code: 'ERR_SANDBOX_PORT_TAKEN', detail: { port }, message })
}

const stop = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    // Kept-alive connections would hold the port until their clients let go.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
