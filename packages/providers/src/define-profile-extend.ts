import type { ProfileDeviations } from './define-profile-deviations.js'
import { isJsonObject } from './json.js'
import type { Profile } from './profile.js'
import type { Service } from './service.js'

/** @throws TypeError where the deviations cannot be what their author wants */
export const extendProfile = ({
  extends: base,
  token,
  only,
  paths,
  services = {},
  ...own
}: ProfileDeviations): Profile => {
  if (!isJsonObject(base))
    throw new TypeError('"extends" must be a profile, such as snapStandard of @x/providers/snap-standard')
  // Silent otherwise: the calls move, the token does not, and every call fails before it is tried.
  if (paths !== undefined && base.token !== undefined && token === undefined)
    throw new TypeError(
      '"token" must be given beside "paths", which moves services only: with its whole path, such as snapB2b({ path: "/openapi/v1.0/access-token/b2b" }), or false',
    )
  const inherited = takeOnly(base.services ?? {}, only)
  const { token: _, services: __, ...slots } = base
  const kept = token === false ? undefined : (token ?? base.token)
  return {
    ...slots,
    ...own,
    ...(kept !== undefined && { token: kept }),
    services: mergeServices(paths === undefined ? inherited : movePaths(inherited, paths), services),
  }
}

const takeOnly = (
  services: Readonly<Record<string, Service>>,
  names: unknown,
): Readonly<Record<string, Service>> => {
  if (names === undefined) return services
  if (!Array.isArray(names)) throw new TypeError('"only" must be an array of the names of inherited services')
  const stranger: unknown = names.find((name) => typeof name !== 'string' || !Object.hasOwn(services, name))
  if (stranger !== undefined)
    throw new TypeError(
      `"only" must name inherited services, and "${String(stranger).slice(0, 40)}" is none; there are ${Object.keys(services).join(', ')}`,
    )
  return Object.fromEntries(Object.entries(services).filter(([name]) => names.includes(name)))
}

const movePaths = (
  services: Readonly<Record<string, Service>>,
  paths: NonNullable<ProfileDeviations['paths']>,
): Readonly<Record<string, Service>> => {
  const { from, to } = paths
  for (const [name, path] of Object.entries({ from, to }))
    if (
      typeof path !== 'string' ||
      path.endsWith('/') ||
      !(path.startsWith('/') || (name === 'to' && path === ''))
    )
      throw new TypeError(`"paths.${name}" must begin with a slash and not end in one, such as /openapi/v1.0`)
  const strays = Object.entries(services).filter(([, { path }]) => !path.startsWith(`${from}/`))
  if (strays.length === Object.keys(services).length)
    throw new TypeError(
      `"paths.from" must be the prefix of the inherited paths, and none begins with ${from}/`,
    )
  return Object.fromEntries(
    Object.entries(services).map(([name, service]) => [
      name,
      service.path.startsWith(`${from}/`)
        ? { ...service, path: `${to}${service.path.slice(from.length)}` as `/${string}` }
        : service,
    ]),
  )
}

const mergeServices = (
  inherited: Readonly<Record<string, Service>>,
  deviations: NonNullable<ProfileDeviations['services']>,
): Readonly<Record<string, Service>> => {
  const merged = new Map<string, Service>(Object.entries(inherited))
  for (const [name, deviation] of Object.entries(deviations)) {
    const before = merged.get(name)
    if (deviation === false) {
      if (before === undefined)
        throw new TypeError(`"services.${name}" must not be false: there is no such service to take out`)
      merged.delete(name)
    } else if (!isJsonObject(deviation)) {
      throw new TypeError(`"services.${name}" must be an object of what differs, or false to take it out`)
    } else {
      // Whether it is whole is checked with the rest of the profile, for which a missing member has a sentence.
      merged.set(name, { ...before, ...deviation } as Service)
    }
  }
  return Object.fromEntries(merged)
}
