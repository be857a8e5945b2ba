import { checkBasePath } from './check-base-path.js'
import { checkBaseUrl } from './check-base-url.js'
import { checkPath } from './check-path.js'
import { hint } from './did-you-mean.js'
import { isJsonObject } from './json.js'
import type { Environment, Evidence, Profile } from './profile.js'
import type { Service, Transaction } from './service.js'

// Typed by the interfaces, so that a new member cannot be forgotten here.
const profileMembers: Readonly<Record<keyof Profile, true>> = {
  id: true,
  name: true,
  environments: true,
  token: true,
  sign: true,
  reply: true,
  services: true,
  evidence: true,
}
const environmentMembers: Readonly<Record<keyof Environment, true>> = { baseUrl: true, minimumKeyBits: true }
const evidenceMembers: Readonly<Record<keyof Evidence, true>> = { source: true, checked: true, grade: true }
const transactions: Readonly<Record<Transaction, true>> = {
  paid: true,
  pending: true,
  failed: true,
  refunded: true,
  cancelled: true,
  'not-found': true,
  unknown: true,
}
const serviceMembers: Readonly<Record<keyof Service, true>> = {
  code: true,
  method: true,
  path: true,
  kind: true,
  headers: true,
  transaction: true,
  whenRejected: true,
  inquiry: true,
  echoes: true,
}

/** @throws TypeError that names the member and says what it must be */
export const checkProfile = (profile: Profile, deviationMembers: readonly string[] = []): void => {
  checkMembers('profile', profile, profileMembers, deviationMembers)
  const { id, name, environments, token, sign, reply, services, evidence } = profile
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(id))
    throw new TypeError('"id" must be lower-case letters, digits and hyphens')
  if (typeof name !== 'string' || name === '')
    throw new TypeError('"name" must be what people call the provider')
  checkMembers('environments', environments)
  for (const [key, environment] of Object.entries(environments))
    checkEnvironment(`environments.${key}`, environment)
  checkEvidence(evidence)
  for (const [slot, scheme, method] of [
    ['token', token, 'prepare'],
    ['sign', sign, 'prepare'],
    ['reply', reply, 'read'],
  ] as const)
    if (scheme !== undefined && typeof Reflect.get(Object(scheme), method) !== 'function')
      throw new TypeError(`"${slot}" must be a scheme, such as one of @x/providers/schemes`)
  if (services === undefined) return
  checkMembers('services', services)
  const names = Object.keys(services)
  if (names.length > 0 && (sign === undefined || reply === undefined))
    throw new TypeError('"services" must come with "sign" and "reply": without them no service can be called')
  for (const [key, service] of Object.entries(services)) checkService(key, service, names)
  for (const { baseUrl } of Object.values(environments))
    if (baseUrl !== undefined) checkBasePath(baseUrl, services)
}

const checkMembers = (
  place: string,
  value: unknown,
  members?: Readonly<Record<string, true>>,
  further: readonly string[] = [],
): void => {
  if (!isJsonObject(value)) throw new TypeError(`"${place}" must be an object`)
  const stranger = members && Object.keys(value).find((member) => !Object.hasOwn(members, member))
  if (stranger !== undefined)
    throw new TypeError(
      `"${place}" has an unknown member "${stranger.slice(0, 40)}"${hint(stranger, [...Object.keys(members ?? {}), ...further])}`,
    )
}

const checkEnvironment = (place: string, environment: Environment): void => {
  checkMembers(place, environment, environmentMembers)
  const { baseUrl, minimumKeyBits } = environment
  if (baseUrl !== undefined && checkBaseUrl(baseUrl) !== baseUrl)
    throw new TypeError(`"baseUrl" must be written in its plain form, ${checkBaseUrl(baseUrl)}`)
  if (minimumKeyBits !== undefined && !(Number.isInteger(minimumKeyBits) && minimumKeyBits >= 1024))
    throw new TypeError(`"${place}.minimumKeyBits" must be a whole number of bits, 1024 or more`)
}

const grades: readonly string[] = ['documentation', 'sdk', 'third-party'] satisfies Evidence['grade'][]

const checkEvidence = (evidence: readonly Evidence[]): void => {
  if (!Array.isArray(evidence) || evidence.length === 0)
    throw new TypeError('"evidence" must name at least one source, such as the bank\'s PDF and its date')
  for (const item of evidence) {
    checkMembers('evidence', item, evidenceMembers)
    if (typeof item.source !== 'string' || item.source === '')
      throw new TypeError('"evidence.source" must say where the facts were read')
    if (!isDate(item.checked)) throw new TypeError('"evidence.checked" must be a date, yyyy-mm-dd')
    if (!grades.includes(item.grade))
      throw new TypeError(`"evidence.grade" must be one of ${grades.join(', ')}`)
  }
}

const isDate = (text: string): boolean => {
  const time = Date.parse(text)
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

const checkService = (name: string, service: Service, names: readonly string[]): void => {
  const place = `services.${name}`
  checkMembers(place, service, serviceMembers)
  const { method, path, kind, code, transaction, whenRejected, inquiry } = service
  if (typeof path !== 'string' || !path.startsWith('/'))
    throw new TypeError(`"${place}.path" must begin with a slash: what follows the base URL, as it is signed`)
  checkPath(path, 'https://bank.example')
  if (!['GET', 'POST', 'PUT', 'DELETE'].includes(method))
    throw new TypeError(`"${place}.method" must be GET, POST, PUT or DELETE`)
  if (!['read', 'money', 'other'].includes(kind))
    throw new TypeError(
      `"${place}.kind" must be read (changes nothing), money (moves it) or other (changes something else)`,
    )
  if (code !== undefined && !/^[0-9A-Za-z]{2}$/.test(code))
    throw new TypeError(`"${place}.code" must be the two characters of the standard, or left out`)
  if (
    whenRejected !== undefined &&
    !(typeof whenRejected === 'string' && Object.hasOwn(transactions, whenRejected))
  )
    throw new TypeError(`"${place}.whenRejected" must be one of ${Object.keys(transactions).join(', ')}`)
  for (const [member, rule] of Object.entries({ transaction, inquiry }))
    if (rule !== undefined && typeof rule !== 'function')
      throw new TypeError(`"${place}.${member}" must be a function`)
  for (const asked of servicesAskedBy(service))
    if (!names.includes(asked))
      throw new TypeError(
        `"${place}.inquiry" asks by "${asked.slice(0, 40)}", which is no service of this profile; take it away with inquiry: () => undefined`,
      )
}

/** An inquiry is a function of what was sent: it is tried with nothing, and with text in every member. */
const servicesAskedBy = ({ inquiry }: Service): readonly string[] => {
  if (inquiry === undefined) return []
  const everything: object = new Proxy(
    {},
    {
      get: (_, member) => (typeof member === 'string' ? '1' : undefined),
      getOwnPropertyDescriptor: (_, member) =>
        typeof member === 'string' ? { value: '1', configurable: true, enumerable: true } : undefined,
      has: () => true,
    },
  )
  return [
    { body: {}, answer: undefined },
    { body: everything, answer: undefined },
    { body: everything, answer: everything },
  ].flatMap((sent) => {
    try {
      const service = inquiry({ ...sent, externalId: '1' } as never)?.service
      return typeof service === 'string' ? [service] : []
    } catch {
      return []
    }
  })
}
