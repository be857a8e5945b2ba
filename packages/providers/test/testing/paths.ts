/** The path of every value in plain data that holds no further ones. */
export const leavesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  isContainer(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, inner]) => leavesOf(inner, [...path, name]))
    : isContainer(value)
      ? []
      : [path]

export const atPath = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isContainer(inner) ? Reflect.get(inner, name) : undefined), value)

/** A copy in which one value is another; `undefined` takes it out. */
export const withValue = <T>(value: T, [name, ...rest]: readonly string[], replacement: unknown): T => {
  if (name === undefined) return replacement as T
  const inner = withValue(isContainer(value) ? Reflect.get(value, name) : undefined, rest, replacement)
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? inner : item)) as T
  const entries = Object.entries({ ...value, [name]: inner })
  return Object.fromEntries(entries.filter(([key]) => key !== name || inner !== undefined)) as T
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null
