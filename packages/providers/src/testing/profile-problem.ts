/** One difference between what a profile does and what its fixtures say. */
export interface ProfileProblem {
  /** The service that it is about; undefined where it is about the profile or its token. */
  readonly service: string | undefined
  /** Where: `request: header x-signature`, `answer 2: outcome`. */
  readonly what: string
  /** JSON, or a few words. */
  readonly expected: string
  readonly got: string
}

/** A difference whose service is not yet known. */
export type Difference = Omit<ProfileProblem, 'service'>

/** No difference where both are the same JSON, whatever the order of keys. */
export const compare = (what: string, expected: unknown, got: unknown): readonly Difference[] =>
  show(expected) === show(got) ? [] : [{ what, expected: show(expected), got: show(got) }]

/** Compares entry by entry, so that each difference is one problem. */
export const compareEntries = (
  what: string,
  expected: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, unknown>>,
): readonly Difference[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(got)])].flatMap((name) =>
    compare(`${what} ${name}`, own(expected, name), own(got, name)),
  )

/** Puts the place of a comparison before what it found. */
export const at = (place: string, differences: readonly Difference[]): readonly Difference[] =>
  differences.map(({ what, ...rest }) => ({ what: `${place}: ${what}`, ...rest }))

export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

const show = (value: unknown): string =>
  value === undefined
    ? 'nothing'
    : (JSON.stringify(value, (_, inner: unknown) => (isRecord(inner) ? inOrder(inner) : inner)) ??
      typeof value)

const inOrder = (record: object): object =>
  Object.fromEntries(Object.entries(record).sort(([left], [right]) => (left < right ? -1 : 1)))

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
