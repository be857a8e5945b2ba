export interface ToRead<Credentials extends object> {
  /** Such as `snapHmac's partnerId`: begins what is said of a mistake. */
  readonly place: string
  readonly option: string | ((credentials: Credentials) => string | undefined)
  readonly credentials: Credentials
  readonly check: (what: string, value: unknown) => string
}

/**
 * What a profile takes from the caller's credentials.
 *
 * @throws TypeError that names the option of the profile and the credential that is missing
 */
export const readFrom = <Credentials extends object>({
  place,
  option,
  credentials,
  check,
}: ToRead<Credentials>): string => {
  const value: unknown = typeof option === 'function' ? option(credentials) : option
  if (value !== undefined || typeof option !== 'function') return check(place, value)
  const names = namesReadBy(option).map((name) => `"${name}"`)
  throw new TypeError(
    `${place} returned nothing: is ${names.length === 0 ? 'that credential' : names.join(' or ')} given?`,
  )
}

/** The rule is run once more, on nothing, only to say which credential it looked for. */
const namesReadBy = (rule: (credentials: never) => unknown): readonly string[] => {
  const names = new Set<string>()
  const nothing: object = new Proxy(
    {},
    {
      get: (_, name) => {
        if (typeof name === 'string') names.add(name)
        return undefined
      },
    },
  )
  try {
    rule(nothing as never)
  } catch {}
  return [...names]
}
