import type { Sandbox } from './create-sandbox.js'
import type { Handler } from './guard.js'

/** The providers' handlers under `/providers/{id}` of another origin, so that its page never calls a second one. */
export const mount = (sandbox: Sandbox, otherwise: Handler): Handler => {
  return (request) => {
    const url = new URL(request.url)
    const [, id, rest] = /^\/providers\/([^/]+)(\/.*)$/.exec(url.pathname) ?? []
    const provider = sandbox.providers.find((candidate) => candidate.id === id)
    if (provider === undefined) return otherwise(request)
    return provider.fetch(new Request(url.origin + rest + url.search, request))
  }
}
