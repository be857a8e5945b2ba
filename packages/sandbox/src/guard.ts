/** A handler of the Fetch standard. */
export type Handler = (request: Request) => Promise<Response> | Response

/**
 * Keeps web pages of other origins out: without it, any page that a developer visits could drive the sandbox.
 *
 * - a `Host` outside the list is answered with 421, which stops DNS rebinding;
 * - a request that a browser says comes from another site or origin is answered with 403;
 * - no CORS header is ever sent, so a page of another origin could not read an answer either.
 *
 * `hosts` are lower-case `host:port` pairs; the `Origin` of a browser is exactly `http://` and the `Host` of the same
 * request. A bare domain is no browser's: SNAP has merchants send theirs in it.
 */
export const guard = (handler: Handler, hosts: ReadonlySet<string>): Handler => {
  return (request) => {
    const host = (request.headers.get('host') ?? '').toLowerCase()
    if (!hosts.has(host)) return refuse(421, 'The sandbox answers only to its own loopback addresses')
    const site = request.headers.get('sec-fetch-site')
    if (site !== null && site !== 'same-origin' && site !== 'none')
      return refuse(403, 'The sandbox takes no request from a page of another origin')
    const origin = request.headers.get('origin')
    if (origin !== null && !isBareDomain(origin) && origin !== `http://${host}`)
      return refuse(403, 'The sandbox takes no request from a page of another origin')
    return handler(request)
  }
}

/** A browser writes `null`, or a scheme and a host (RFC 6454 section 7). */
const isBareDomain = (origin: string): boolean => /^[a-z\d-]+(?:\.[a-z\d-]+)+$/i.test(origin)

const refuse = (status: number, message: string): Response =>
  new Response(
    JSON.stringify({ error: { code: status === 421 ? 'misdirected' : 'cross-origin', message } }),
    {
      status,
      headers: { 'content-type': 'application/json' },
    },
  )
