/** Refuses what lacks a method that will be called, and the client of the other library, which has the same names. */
export function requireMethods({
  field,
  value,
  methods,
  other,
}: {
  field: string
  value: unknown
  methods: readonly string[]
  other: { readonly mark: string; readonly sentence: string }
}): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
    throw new TypeError(`"${field}" must be a client of Redis, got ${value === null ? 'null' : typeof value}`)
  }
  if (typeof Reflect.get(value, other.mark) === 'function')
    throw new TypeError(`"${field}" ${other.sentence}`)
  for (const method of methods) {
    if (typeof Reflect.get(value, method) !== 'function') {
      throw new TypeError(`"${field}" must be a client of Redis, got an object without ${method}()`)
    }
  }
}

/** A connection that listens refuses every other command. */
export function requireOther({ client, subscriber }: { client: unknown; subscriber: unknown }): void {
  if (client !== subscriber) return
  throw new TypeError('"subscriber" must be a connection of its own: use client.duplicate()')
}
