export const assertFunctions = (options: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(options))
    if (typeof value !== 'function') throw new TypeError(`"${name}" must be a function, got ${typeof value}`)
}
