import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { siteHandler } from '../dist/site-handler.js'

/** `node site/preview.mjs [PORT]`: the built site alone, as a host of static files would serve it. */
const port = Number(process.argv[2] ?? 4173)
const handler = siteHandler(join(import.meta.dirname, '../dist/site'))
serve({ fetch: handler, port, hostname: '127.0.0.1' }, ({ port: bound }) =>
  console.log(`http://127.0.0.1:${bound}`),
)
