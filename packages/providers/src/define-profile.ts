import type { Profile } from './profile.js'

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

/**
 * Freezes a profile and keeps its literal types, so that environments and credentials are checked at compile time.
 *
 * @throws TypeError where a base URL ends in a slash or an evidence date is not `yyyy-mm-dd`: both would be
 * found only much later, as a doubled slash in a signed path or a table that sorts wrongly.
 */
export const defineProfile = <const P extends Profile>(profile: P): P => {
  for (const [name, { baseUrl }] of Object.entries(profile.environments))
    if (baseUrl?.endsWith('/')) throw new TypeError(`"environments.${name}.baseUrl" must not end in a slash`)
  for (const { checked } of profile.evidence)
    if (!/^\d{4}-\d\d-\d\d$/.test(checked))
      throw new TypeError('"evidence.checked" must be a date, yyyy-mm-dd')
  return deepFreeze(profile)
}
