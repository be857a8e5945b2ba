import type { Profile } from '../../src/index.js'
import { changeText, type Flip } from './flip.js'
import { atPath, leavesOf, withValue } from './paths.js'

const kinds = ['read', 'money', 'other']
const methods = ['GET', 'POST', 'PUT', 'DELETE']

/** Every value that a profile holds as data: changed, and taken out. */
export const flipData = (profile: Profile): readonly Flip[] => {
  const leaves = leavesOf(profile)
  const containers = [
    ...new Set(
      leaves.flatMap((path) => path.slice(1).map((_, end) => JSON.stringify(path.slice(0, end + 1)))),
    ),
  ]
  return [
    ...leaves.flatMap((path) =>
      changesOf(path, atPath(profile, path)).map((value) =>
        flip(profile, { path, value, word: String(value) }),
      ),
    ),
    ...[...leaves, ...containers.map((path) => JSON.parse(path) as string[])]
      .filter((path) => atPath(profile, path) !== undefined)
      .map((path) => flip(profile, { path, value: undefined, word: 'taken out' })),
    ...added(profile),
  ]
}

const flip = (
  profile: Profile,
  { path, value, word }: { readonly path: readonly string[]; readonly value: unknown; readonly word: string },
): Flip => ({
  name: `${path.join('.')}: ${word}`,
  service: serviceOf(path),
  profile: without(profile, path, value),
})

/** An array closes the gap, as one that was written without the entry. */
const without = (profile: Profile, path: readonly string[], value: unknown): Profile => {
  const parent = path.slice(0, -1)
  const list = atPath(profile, parent)
  return Array.isArray(list) && value === undefined
    ? withValue(
        profile,
        parent,
        list.filter((_, index) => String(index) !== path.at(-1)),
      )
    : withValue(profile, path, value)
}

const changesOf = (path: readonly string[], value: unknown): readonly unknown[] => {
  const name = path.at(-1)
  const others = name === 'kind' ? kinds : name === 'method' ? methods : undefined
  if (others !== undefined) return others.filter((other) => other !== value)
  if (typeof value === 'string') return [changeText(value)]
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'boolean') return [!value]
  // A slot that is there and empty.
  return value === undefined ? [3600] : []
}

const serviceOf = ([slot, name]: readonly string[]): string | undefined =>
  slot === 'services' ? name : undefined

/** What the profile does not have. */
const added = (profile: Profile): readonly Flip[] => {
  const [[first, service] = []] = Object.entries(profile.services ?? {})
  const add = (path: readonly string[], value: unknown): Flip => flip(profile, { path, value, word: 'added' })
  return [
    add(['environments', 'one-more'], { baseUrl: 'https://one-more.example' }),
    add(['evidence'], [...profile.evidence, profile.evidence[0]]),
    ...(first === undefined ? [] : [add(['services', `${first}-2`], service)]),
    ...Object.entries(profile.services ?? {}).flatMap(([name, { transaction, code, kind, whenRejected }]) => [
      add(['services', name, 'headers', 'x-one-more'], 'yes'),
      ...(transaction === undefined ? [add(['services', name, 'transaction'], () => 'paid')] : []),
      // A read says nothing of the money when it is refused, and where there is none, nobody does.
      ...(whenRejected === undefined && (kind === 'money' || (kind === 'other' && transaction !== undefined))
        ? [add(['services', name, 'whenRejected'], 'failed')]
        : []),
      ...(code === undefined ? [add(['services', name, 'code'], '00')] : []),
    ]),
  ]
}
