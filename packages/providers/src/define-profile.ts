import { checkBaseUrl } from './check-base-url.js'
import type { Profile } from './profile.js'

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}

/**
 * Freezes a profile and keeps its literal types, so that environments and credentials are checked at compile time.
 *
 * @throws TypeError where a base URL is none or ends in a slash, or an evidence date is not `yyyy-mm-dd`: both would
 * be found only much later, as a doubled slash in a signed path or a table that sorts wrongly.
 */
export const defineProfile = <const P extends Profile>(profile: P): P => {
  for (const { baseUrl } of Object.values(profile.environments))
    if (baseUrl !== undefined && checkBaseUrl(baseUrl) !== baseUrl)
      throw new TypeError(`"baseUrl" must be written in its plain form, ${checkBaseUrl(baseUrl)}`)
  for (const { checked } of profile.evidence)
    if (!isDate(checked)) throw new TypeError('"evidence.checked" must be a date, yyyy-mm-dd')
  return deepFreeze(profile)
}

const isDate = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}
