/** An answer may be anything: an id or a state that is empty or no text is none. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
