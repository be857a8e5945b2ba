import { createControl } from '../create-control.js'
import type { Sandbox } from '../create-sandbox.js'
import type { Handler } from '../guard.js'
import { misuse, requireObject } from '../misuse.js'
import { mount } from '../mount.js'
import { checkPorts } from './ports.js'
import { type Served, serve } from './serve.js'

export interface ListenOptions {
  /** Of the control API and of the site: 0 to 65535, 0 takes a free port. Default 8787. */
  readonly port?: number
  /** Of the first provider; the others follow on the next ones. 0 takes a free port for each. Default 8701. */
  readonly providerPort?: number
  /** Of the control API; at least 16 characters. Default: a random one. */
  readonly controlToken?: string
  /** Answers what is asked of `port` outside `/_sandbox` and `/providers`, such as a site. Default: nothing does. */
  readonly site?: Handler
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

/**
 * Serves a sandbox over HTTP on the loopback interface: each provider on a port of its own, with its real paths,
 * and the control API on another, which also mounts the providers under `/providers/{id}` for a page.
 *
 * @throws SandboxError `ERR_SANDBOX_PORT_TAKEN`; nothing is left listening then.
 * @throws TypeError for ports that cannot be or that clash, and for a control token that is too short.
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
  requireObject('sandbox', sandbox)
  requireObject('options', options)
  const { port = 8787, providerPort = 8701, controlToken = crypto.randomUUID(), site } = options
  if (site !== undefined && typeof site !== 'function') throw misuse('site', 'a function', site)
  checkPorts(port, providerPort, sandbox.providers.length)
  const origins = new Map<string, string>()
  const baseUrl = (id: string): string => {
    const provider = sandbox.provider(id)
    return `${origins.get(provider.id)}${provider.basePath}`
  }
  const control = createControl(sandbox, { token: controlToken, baseUrl })
  const all: Served[] = []
  const close = async (): Promise<void> => {
    await Promise.all(all.map(({ stop }) => stop()))
  }
  try {
    for (const [index, { id, fetch }] of sandbox.providers.entries()) {
      const served = await serve(fetch, providerPort === 0 ? 0 : providerPort + index)
      all.push(served)
      origins.set(id, served.origin)
    }
    const served = await serve(mount(sandbox, site === undefined ? control : beside(control, site)), port)
    all.push(served)
    return Object.freeze({ controlUrl: served.origin, controlToken, baseUrl, close })
  } catch (error) {
    await close()
    throw error
  }
}

const beside = (control: Handler, site: Handler): Handler => {
  return (request) => {
    const { pathname } = new URL(request.url)
    return pathname.startsWith('/_sandbox/') ? control(request) : site(request)
  }
}
