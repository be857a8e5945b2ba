/** The `TypeError` for a wrong argument. No value is repeated: it may be a key or a secret in the wrong place. */
export function misuse(field: string, expected: string, value: unknown): TypeError {
  return new TypeError(`"${field}" must be ${expected}, got ${kindOf(value)}`)
}

/** Values by position could take one another's place unseen. */
export function requireNamedValues(input: unknown, field = 'input'): void {
  if (typeof input !== 'object' || input === null) throw misuse(field, 'one object of named values', input)
}

export function requireString(field: string, value: unknown): asserts value is string {
  if (typeof value !== 'string') throw misuse(field, 'a string', value)
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'boolean') return String(value)
  if (Number.isNaN(value)) return 'NaN'
  if (value === '') return 'an empty string'
  if (Array.isArray(value)) return 'an array'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
