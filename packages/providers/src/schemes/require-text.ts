/** @throws TypeError that names the option, never its value. */
export const requireText = (name: string, value: unknown): string => {
  if (typeof value !== 'string' || value === '')
    throw new TypeError(
      `"${name}" must be a non-empty string, got ${value === '' ? 'an empty string' : typeof value}`,
    )
  return value
}
