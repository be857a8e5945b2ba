import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SandboxClient } from './clients.js'
import type { ClockSetting } from './clock.js'
import type { Sandbox } from './create-sandbox.js'
import { equalText } from './equal-text.js'
import { SandboxError } from './errors.js'
import type { Fault } from './fault-queue.js'
import type { Handler } from './guard.js'
import { misuse, requireObject } from './misuse.js'
import type { SandboxAction } from './service-desk.js'

export interface ControlOptions {
  /** What `Authorization: Bearer` must carry; at least 16 characters. */
  readonly token: string
  /** Where a provider listens, for `GET /_sandbox/providers`. */
  readonly baseUrl: (providerId: string) => string
}

/** A control body above 64 KiB is no setting. */
const limitBytes = 65_536

/**
 * The control API under `/_sandbox`, as a fetch handler: JSON in, JSON out, with the bearer token only.
 *
 * A browser cannot send a cross-origin request with that content type and that header without asking first by
 * CORS, which is never granted.
 *
 * @throws TypeError when an argument is wrong, or the token too short to keep anyone out
 */
export const createControl = (sandbox: Sandbox, options: ControlOptions): Handler => {
  requireObject('sandbox', sandbox)
  requireObject('options', options)
  const { token, baseUrl } = options
  if (typeof baseUrl !== 'function') throw misuse('baseUrl', 'a function', baseUrl)
  if (typeof token !== 'string' || token.length < 16 || /[^\x21-\x7e]/.test(token))
    throw new TypeError('"token" must be at least 16 visible ASCII characters')
  const app = new Hono().basePath('/_sandbox')

  app.use(async (context, next) => {
    const given = /^Bearer (\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1]
    if (given === undefined || !equalText(given, token))
      return problem(context, 401, 'unauthorized', 'Send "Authorization: Bearer" with the control token')
    const readOnly = context.req.method === 'GET' || context.req.method === 'HEAD'
    if (!readOnly && !/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? ''))
      return problem(context, 415, 'not-json', 'Send "Content-Type: application/json"')
    await next()
    return undefined
  })

  app.use(
    bodyLimit({
      maxSize: limitBytes,
      onError: (context) =>
        problem(context, 413, 'too-large', `The body must not exceed ${limitBytes} bytes`),
    }),
  )

  app.get('/providers', (context) =>
    context.json(
      sandbox.providers.map(({ id, name, tokenPath = null }) => ({
        id,
        name,
        baseUrl: baseUrl(id),
        tokenPath,
      })),
    ),
  )
  app.get('/:provider/calls', (context) =>
    context.json(sandbox.provider(context.req.param('provider')).calls()),
  )
  app.post('/:provider/clients', async (context) => {
    const provider = sandbox.provider(context.req.param('provider'))
    return context.json(provider.registerClient((await readJson(context)) as SandboxClient), 201)
  })
  app.get('/:provider/transactions', (context) =>
    context.json(sandbox.provider(context.req.param('provider')).transactions()),
  )
  app.post('/:provider/actions', async (context) => {
    const provider = sandbox.provider(context.req.param('provider'))
    return context.json(provider.act((await readJson(context)) as SandboxAction))
  })
  app.put('/:provider/faults', async (context) => {
    const provider = sandbox.provider(context.req.param('provider'))
    const body = await readJson(context)
    if (typeof body !== 'object' || body === null || !('faults' in body))
      throw new BadBody('Send {"faults":[{"kind":"html","times":1}]}; {"faults":[]} takes them away')
    provider.setFaults(body.faults as readonly Fault[])
    return context.json({ faults: body.faults })
  })
  app.put('/clock', async (context) => {
    sandbox.setClock((await readJson(context)) as ClockSetting)
    return context.json({ now: sandbox.now() })
  })
  app.post('/reset', (context) => {
    sandbox.reset()
    return context.json({ now: sandbox.now() })
  })

  app.notFound((context) => problem(context, 404, 'not-found', 'The control API has no such path or method'))
  app.onError((error, context) => {
    if (error instanceof BadBody) return problem(context, 400, 'bad-body', error.message)
    if (!(error instanceof SandboxError))
      return problem(context, 500, 'internal', 'The sandbox failed; see its issue list')
    return problem(
      context,
      error.code === 'ERR_SANDBOX_UNKNOWN_PROVIDER' ? 404 : 400,
      error.code,
      error.message,
    )
  })
  return (request) => app.fetch(request)
}

class BadBody extends Error {}

const readJson = async (context: Context): Promise<unknown> => {
  try {
    return await context.req.json()
  } catch {
    throw new BadBody('The body is not JSON')
  }
}

const problem = (
  context: Context,
  status: 400 | 401 | 404 | 413 | 415 | 500,
  code: string,
  message: string,
): Response => context.json({ error: { code, message } }, status)
