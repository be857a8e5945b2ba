/** A JSON object in two readings. */
export interface ReadJson {
  /** As any program reads it. */
  readonly members: Readonly<Record<string, unknown>>
  /** Members in one order, numbers as they were written: two objects say the same if and only if these are equal. */
  readonly exact: (without?: string) => string
}

/** No body of these services is deeper than three. */
const deepest = 32

/** A string with the colon that makes it a key, a number, or what opens and closes. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*)|[{}[\]]/g

/**
 * Undefined for text that is no JSON object, that names a member twice, or that is deeper than 32: what was signed
 * and what is carried out could differ there.
 */
export const readJson = (text: string): ReadJson | undefined => {
  let keys = 0
  let depth = 0
  let tooDeep = false
  const marked = text.replace(
    token,
    (whole, string: string | undefined, colon: string | undefined, number) => {
      if (colon !== undefined) keys += 1
      if (string !== undefined) return `"s${string.slice(1)}${colon ?? ''}`
      if (number !== undefined) return `"n${number}"`
      depth += whole === '{' || whole === '[' ? 1 : -1
      if (depth > deepest) tooDeep = true
      return whole
    },
  )
  if (tooDeep) return undefined
  let members: unknown
  let exact: unknown
  try {
    // The text itself first: the marks would make a number such as 007 good.
    members = JSON.parse(text)
    exact = JSON.parse(marked)
  } catch {
    return undefined
  }
  if (!isObject(members) || !isObject(exact) || countKeys(exact) !== keys) return undefined
  return {
    members,
    exact: (without) => {
      const left = Object.entries(exact).filter(([name]) => without === undefined || name !== `s${without}`)
      return canonical(Object.fromEntries(left))
    },
  }
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const countKeys = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0
  const own = Array.isArray(value) ? 0 : Object.keys(value).length
  return Object.values(value).reduce<number>((sum, item) => sum + countKeys(item), own)
}

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return `{${members.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join()}}`
}
