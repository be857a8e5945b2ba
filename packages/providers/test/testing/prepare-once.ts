import type { Profile } from '../../src/index.js'
import { withValue } from './paths.js'

type Prepare = (credentials: object, environment: object) => unknown

/** A profile that imports a key once and not for each of thousands of clients; for one set of credentials. */
export const prepareOnce = (profile: Profile): Profile =>
  (['token', 'sign'] as const).reduce((made, slot) => {
    const prepare = profile[slot]?.prepare as unknown as Prepare | undefined
    return prepare === undefined ? made : withValue(made, [slot, 'prepare'], once(prepare))
  }, profile)

const once = (prepare: Prepare): Prepare => {
  const prepared = new Map<string, unknown>()
  return (credentials, environment) => {
    const key = JSON.stringify(environment)
    if (!prepared.has(key)) prepared.set(key, prepare(credentials, environment))
    return prepared.get(key)
  }
}
