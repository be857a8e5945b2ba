import type { AccessToken } from './types.js'

const inspect = Symbol.for('nodejs.util.inspect.custom')

/** Wraps a token so that no printer, serialiser or copier finds its value. */
export function createAccessToken({
  value,
  version,
  expiresAt,
}: {
  value: string
  version: string
  expiresAt: number
}): AccessToken {
  const shown = `[AccessToken version=${version} expiresAt=${new Date(expiresAt).toISOString()}]`
  const show = { value: () => shown }
  // A closure and not a private field: a token of the ESM build must work in the CommonJS build.
  // Inherited, because a printer that is told to call getters calls those of the object itself.
  const hidden = Object.freeze(Object.create(null, { value: { get: () => value } }))
  const own = {
    version: { value: version, enumerable: true },
    expiresAt: { value: expiresAt, enumerable: true },
    toString: show,
    toJSON: show,
    [inspect]: show,
  }
  return Object.freeze(Object.create(hidden, own))
}
