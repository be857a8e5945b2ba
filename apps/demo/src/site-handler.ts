import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { headers } from './site-policy.js'

/** Serves the built site out of a folder, with the headers that only a server can send. */
export const siteHandler = (folder: string): ((request: Request) => Promise<Response>) => {
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value)
    // Names of assets change with their content; pages are asked for anew.
    const lasting = context.req.path.startsWith('/assets/') && context.res.status === 200
    context.res.headers.set('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
  })
  app.get('*', serveStatic({ root: folder }))
  app.get('*', serveStatic({ root: folder, rewriteRequestPath: (path) => `${path}.html` }))
  app.get('*', async (context, next) => {
    const found = await serveStatic({ root: folder, path: '404.html' })(context, next)
    return found && new Response(found.body, { status: 404, headers: found.headers })
  })
  return async (request) => app.fetch(request)
}
