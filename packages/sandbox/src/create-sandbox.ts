import { bniPersonality } from './bni/personality.js'
import { bniSnapPersonality } from './bni-snap/personality.js'
import { type ClockSetting, createClock } from './clock.js'
import { createProvider, type SandboxProvider } from './create-provider.js'
import { danaPersonality } from './dana/personality.js'
import { SandboxError } from './errors.js'
import { misuse, requireObject } from './misuse.js'
import { nicepayPersonality } from './nicepay/personality.js'
import { permataPersonality } from './permata/personality.js'
import type { Personality } from './personality.js'
import { randomToken, seededTokens } from './random-token.js'

const personalities = [
  nicepayPersonality,
  bniPersonality,
  bniSnapPersonality,
  danaPersonality,
  permataPersonality,
] as const satisfies readonly Personality[]

/** The providers that the sandbox can play. */
export type SandboxProviderId = 'nicepay' | 'bni' | 'bni-snap' | 'dana' | 'permata'

export interface SandboxOptions {
  /** Default: all, in the order of the list of ids. */
  readonly providers?: readonly SandboxProviderId[]
  /** Epoch milliseconds. Default: `Date.now`. */
  readonly now?: () => number
  /** A whole number that makes the tokens the same in each run. Default: random tokens. */
  readonly seed?: number
}

/** The providers' servers in this process, with a clock of their own. */
export interface Sandbox {
  readonly providers: readonly SandboxProvider[]
  /** @throws SandboxError `ERR_SANDBOX_UNKNOWN_PROVIDER` */
  readonly provider: (id: string) => SandboxProvider
  /** Stops or shifts the clock of all providers; `{}` puts it right. @throws SandboxError `ERR_SANDBOX_CLOCK` */
  readonly setClock: (setting: ClockSetting) => void
  /** Epoch milliseconds of the sandbox's clock. */
  readonly now: () => number
  /** Forgets clients, tokens, transactions, calls and faults of all providers, and puts the clock right. */
  readonly reset: () => void
}

/**
 * The providers' servers as WHATWG fetch handlers: no port, no network, the same in a test and in a page.
 *
 * @throws SandboxError `ERR_SANDBOX_UNKNOWN_PROVIDER`
 * @throws TypeError when an option is of the wrong type, or names a provider twice
 *
 * @example
 * ```ts
 * import { createClient } from '@x/providers'
 * import { bni } from '@x/providers/bni'
 * import { createSandbox } from '@x/sandbox'
 *
 * const bank = createSandbox().provider('bni')
 * bank.registerClient({ clientId: 'shop-1', clientSecret: 'not-a-real-secret' })
 *
 * const client = createClient(bni, {
 *   environment: 'sandbox',
 *   clientId: 'shop-1',
 *   clientSecret: 'not-a-real-secret',
 *   apiKey: 'not-a-real-key',
 *   apiSecret: 'not-a-real-secret',
 *   appName: 'Shop',
 *   fetch: (url, init) => bank.fetch(new Request(url, init)),
 * })
 * console.log(String(await client.accessToken())) // [AccessToken …]: printing it shows nothing
 * ```
 */
export const createSandbox = (options: SandboxOptions = {}): Sandbox => {
  requireObject('options', options)
  const { providers: ids = personalities.map(({ id }) => id), now = Date.now, seed } = options
  if (!Array.isArray(ids) || new Set(ids).size < ids.length)
    throw misuse('providers', 'a list that names each provider once', ids)
  if (typeof now !== 'function') throw misuse('now', 'a function', now)
  if (seed !== undefined && !Number.isSafeInteger(seed)) throw misuse('seed', 'a whole number', seed)
  const clock = createClock(now)
  const newToken = seed === undefined ? randomToken : seededTokens(seed)
  const providers = ids.map((id) => createProvider(findById(personalities, id), { now: clock.now, newToken }))
  return Object.freeze({
    providers: Object.freeze(providers),
    provider: (id: string) => findById(providers, id),
    setClock: clock.set,
    now: clock.now,
    reset: () => {
      for (const provider of providers) provider.reset()
      clock.set({})
    },
  })
}

const findById = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item => {
  const found = items.find((item) => item.id === id)
  if (found !== undefined) return found
  const known = items.map((item) => item.id)
  throw new SandboxError({
    code: 'ERR_SANDBOX_UNKNOWN_PROVIDER',
    detail: { known },
    message: `The sandbox has no such provider; it has ${known.join(', ')}`,
  })
}
