import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings, type ServerType } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createControl } from '../create-control.js'
import type { Sandbox } from '../create-sandbox.js'
import { SandboxError } from '../errors.js'
import { faultHeader } from '../faults.js'
import { guard, type Handler } from '../guard.js'

export interface ListenOptions {
  /** Of the control API, and later of the site. 0 takes a free port. Default 8787. */
  readonly port?: number
  /** Of the first provider; the others follow on the next ones. 0 takes a free port for each. Default 8701. */
  readonly providerPort?: number
  /** Of the control API; at least 16 characters. Default: a random one. */
  readonly controlToken?: string
}

export interface ListeningSandbox {
  /** Of the control API, such as `http://127.0.0.1:8787`. */
  readonly controlUrl: string
  readonly controlToken: string
  /** What a client takes as `baseUrl`. @throws SandboxError `ERR_SANDBOX_UNKNOWN_PROVIDER` */
  readonly baseUrl: (providerId: string) => string
  /** Cuts every connection and frees the ports. */
  readonly close: () => Promise<void>
}

/** The literal address: a name could be made to resolve elsewhere, and no other machine has business here. */
const address = '127.0.0.1'

/**
 * Serves a sandbox over HTTP on the loopback interface: each provider on a port of its own, with its real paths,
 * and the control API on another, which also mounts the providers under `/providers/{id}` for a page.
 *
 * @throws SandboxError `ERR_SANDBOX_PORT_TAKEN`; nothing is left listening then.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@x/sandbox'
 * import { listen } from '@x/sandbox/node'
 *
 * const sandbox = createSandbox()
 * const servers = await listen(sandbox, { port: 0, providerPort: 0 })
 * console.log(servers.baseUrl('nicepay')) // http://127.0.0.1:…/nicepay
 * await servers.close()
 * ```
 */
export const listen = async (sandbox: Sandbox, options: ListenOptions = {}): Promise<ListeningSandbox> => {
  const { port = 8787, providerPort = 8701 } = options
  const controlToken = options.controlToken ?? crypto.randomUUID()
  const servers: ServerType[] = []
  const close = async (): Promise<void> => {
    await Promise.all(servers.map(stop))
  }
  const serve = async (handler: Handler, wanted: number): Promise<string> => {
    const hosts = new Set<string>()
    const guarded = guard(handler, hosts)
    const server = createAdaptorServer({
      fetch: async (request, env) => cutIfAsked(await guarded(request), env as HttpBindings),
    })
    const bound = await bind(server, wanted)
    servers.push(server)
    hosts.add(`${address}:${bound}`).add(`localhost:${bound}`)
    return `http://${address}:${bound}`
  }

  try {
    const origins = new Map<string, string>()
    for (const [index, { id, fetch }] of sandbox.providers.entries())
      origins.set(id, await serve(fetch, providerPort === 0 ? 0 : providerPort + index))
    const baseUrl = (id: string): string => {
      const provider = sandbox.provider(id)
      return `${origins.get(provider.id)}${provider.basePath}`
    }
    const control = createControl(sandbox, { token: controlToken, baseUrl })
    const controlUrl = await serve((request) => mounted(sandbox, request) ?? control(request), port)
    return Object.freeze({ controlUrl, controlToken, baseUrl, close })
  } catch (error) {
    await close()
    throw error
  }
}

/** The providers' handlers under the control origin, so that a page never calls another. */
const mounted = (sandbox: Sandbox, request: Request): Promise<Response> | undefined => {
  const url = new URL(request.url)
  const [, id, rest] = /^\/providers\/([^/]+)(\/.*)$/.exec(url.pathname) ?? []
  const provider = sandbox.providers.find((candidate) => candidate.id === id)
  if (provider === undefined) return undefined
  return provider.fetch(new Request(url.origin + rest + url.search, request))
}

/** The fault `reset` is a cut connection here, where there is one to cut. */
const cutIfAsked = async (response: Response, { outgoing }: HttpBindings): Promise<Response> => {
  if (response.headers.get(faultHeader) !== 'reset') return response
  await response.body?.cancel()
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

const bind = (server: ServerType, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      const message = `Port ${port} is taken: stop what listens there, or choose another`
      reject(new SandboxError({ code: 'ERR_SANDBOX_PORT_TAKEN', detail: { port }, message }))
    })
    server.listen(port, address, () => resolve((server.address() as AddressInfo).port))
  })

const stop = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    // Kept-alive connections would hold the port until their clients let go.
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
