/** A handler of the Fetch standard. */
export type Handler = (request: Request) => Promise<Response> | Response

/**
 * Keeps web pages of other origins out: without it, any page that a developer visits could drive the sandbox.
 *
 * - a `Host` outside the list is answered with 421, which stops DNS rebinding;
 * - a request that a browser says comes from another site or origin is answered with 403;
 * - no CORS header is ever sent, so a page of another origin could not read an answer either.
 *
 * `hosts` are lower-case `host:port` pairs; an `Origin` is exactly `http://` and the `Host` of the same request.
 */
export const guard = (handler: Handler, hosts: ReadonlySet<string>): Handler => {
  return (request) => {
    const host = (request.headers.get('host') ?? '').toLowerCase()
    if (!hosts.has(host)) return refuse(421, 'The sandbox answers only to its own loopback addresses')
    const site = request.headers.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin' && site !== 'none')
      return refuse(403, 'The sandbox takes no request from a page of another origin')
    const origin = request.headers.get('origin')
    if (origin !== null && origin !== `http://${host}`)
      return refuse(403, 'The sandbox takes no request from a page of another origin')
    return handler(request)
  }
}

const refuse = (status: number, message: string): Response =>
  new Response(
    JSON.stringify({ error: { code: status === 421 ? 'misdirected' : 'cross-origin', message } }),
    {
      status,
      headers: { 'content-type': 'application/json' },
    },
  )
