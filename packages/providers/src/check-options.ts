import { checkBasePath } from './check-base-path.js'
import { checkBaseUrl } from './check-base-url.js'
import type { ClientSettings } from './create-client.js'
import { didYouMean } from './did-you-mean.js'
import type { Profile } from './profile.js'
import { unknownOption } from './refuse-unknown-options.js'
import type { PreparedEnvironment } from './token-scheme.js'

/** What every client has been told, checked and with its defaults. */
export interface CheckedSettings {
  readonly environment: PreparedEnvironment
  readonly environmentName: string
  readonly tokens: ClientSettings['tokens']
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly timeoutMs: number
  readonly audit: ClientSettings['audit']
  readonly onEvent: ClientSettings['onEvent']
}

/** @throws TypeError with a sentence that names the option */
export const checkOptions = (profile: Profile, options: ClientSettings): CheckedSettings => {
  if (!isObject(profile) || !isObject(profile.environments))
    throw new TypeError('"profile" must be a profile, such as the one of a provider\'s subpath')
  if (!isObject(options))
    throw new TypeError('"options" must be an object with "environment" and the credentials')
  if (!isReadable(options)) throw new TypeError('"options" cannot be read: one of their getters throws')
  refuseMisspelt(options)
  // Looked up at each call, so that a test or a tracer that replaces it is heeded; never as a method of the options.
  const { fetch = (...call) => globalThis.fetch(...call), now = Date.now, tokens, audit, onEvent } = options
  if (typeof fetch !== 'function') throw new TypeError(`"fetch" must be a function, got ${typeof fetch}`)
  if (typeof now !== 'function')
    throw new TypeError(`"now" must be a function that returns epoch milliseconds, got ${typeof now}`)
  if (tokens !== undefined && !isTokens(tokens))
    throw new TypeError('"tokens" must be a token cache (with "source") or a token source (with "get")')
  for (const [name, listener] of Object.entries({ audit, onEvent }))
    if (listener !== undefined && typeof listener !== 'function')
      throw new TypeError(`"${name}" must be a function, got ${typeof listener}`)
  return {
    environment: checkEnvironment(profile, options),
    environmentName: options.environment,
    tokens,
    fetch,
    now,
    timeoutMs: checkTimeout(options.timeoutMs),
    audit,
    onEvent,
  }
}

// Typed by the interface, so that a new setting cannot be forgotten here.
const settings: Readonly<Record<keyof ClientSettings, true>> = {
  environment: true,
  baseUrl: true,
  tokens: true,
  fetch: true,
  now: true,
  timeoutMs: true,
  audit: true,
  onEvent: true,
}

/** Any other name may be a credential, which only the profile's schemes know. */
const refuseMisspelt = (options: object): void => {
  const names = Object.keys(settings)
  for (const name of Object.keys(options))
    if (!names.includes(name) && didYouMean(name, names) !== undefined)
      throw new TypeError(unknownOption('createClient', name, names))
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** A getter that throws here would say what it liked, before any rule of this package. */
const isReadable = (options: object): boolean => {
  try {
    for (const name in options) Reflect.get(options, name)
    return true
  } catch {
    return false
  }
}

const isTokens = (value: unknown): boolean =>
  isObject(value) &&
  (typeof Reflect.get(Object(value), 'source') === 'function' ||
    typeof Reflect.get(Object(value), 'get') === 'function')

const checkEnvironment = (profile: Profile, options: ClientSettings): PreparedEnvironment => {
  // `Object.hasOwn`, so that `constructor` is not an environment.
  const isOne =
    typeof options.environment === 'string' && Object.hasOwn(profile.environments, options.environment)
  const environment = isOne ? profile.environments[options.environment] : undefined
  if (environment === undefined) {
    const known = Object.keys(profile.environments).map((name) => `"${name}"`)
    const got =
      typeof options.environment === 'string'
        ? `"${options.environment.slice(0, 40)}"`
        : typeof options.environment
    throw new TypeError(`"environment" must be one of ${known.join(', ')}, got ${got}`)
  }
  const baseUrl = options.baseUrl ?? environment.baseUrl
  if (baseUrl === undefined)
    throw new TypeError(
      `"baseUrl" is required: ${profile.name} tells the address of "${options.environment}" at onboarding`,
    )
  const address = checkBaseUrl(baseUrl)
  checkBasePath(address, profile.services)
  return { ...environment, baseUrl: address }
}

export const checkTimeout = (timeoutMs = 15_000): number => {
  if (!Number.isFinite(timeoutMs) || timeoutMs < 1 || timeoutMs > 600_000)
    throw new TypeError('"timeoutMs" must be a number from 1 to 600000')
  return timeoutMs
}
