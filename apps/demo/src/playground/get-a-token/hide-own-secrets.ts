import type { Door, InputName, Slot, Values } from './door.js'

/** The secrets that a reader has replaced by their own: they stand in their own field, and nowhere else. */
export const ownSecretsOf = (door: Door, values: Values, samples: Values): ReadonlySet<InputName> =>
  new Set(door.secrets.filter((input) => values[input] !== samples[input]))

export type Hide = (length: number) => string

/** A slot that is somebody's own secret shows how long it is. */
export const hideSlots = (slots: readonly Slot[], own: ReadonlySet<InputName>, hide: Hide): readonly Slot[] =>
  slots.map((slot) =>
    slot.secret !== undefined && own.has(slot.secret) ? { ...slot, text: hide(slot.text.length) } : slot,
  )

/** Headers that hold somebody's own secret, whole or encoded, show its scheme and how long it is. */
export const hideHeaders = (
  headers: Readonly<Record<string, string>>,
  { door, own, hide }: { readonly door: Door; readonly own: ReadonlySet<InputName>; readonly hide: Hide },
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const secret = door.secretHeaders[name]
      if (secret === undefined || !own.has(secret)) return [name, value]
      const scheme = /^[A-Z][a-z]+ /.exec(value)?.[0] ?? ''
      return [name, scheme + hide(value.length - scheme.length)]
    }),
  )
