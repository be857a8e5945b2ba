/** Makes the error for a wrong argument. Only numbers are echoed: a string may be a secret in the wrong place. */
export function misuse({
  field,
  expected,
  value,
}: {
  field: string
  expected: string
  value: unknown
}): TypeError {
  const got = typeof value === 'number' ? String(value) : value === null ? 'null' : typeof value
  return new TypeError(`"${field}" must be ${expected}, got ${got}`)
}
