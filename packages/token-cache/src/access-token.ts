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
  const hidden = { value: { get: () => value }, toString: show, toJSON: show, [inspect]: show }
  return Object.freeze(Object.defineProperties({ version, expiresAt }, hidden)) as AccessToken
}
