/** One part of a text that is signed or parsed, such as the method in a string to sign. */
export interface Slot {
  /** What the standard calls it. */
  readonly name: string
  readonly value: string
  /** What stands before it, such as a colon. */
  readonly separator?: string
}

/** The text as it is signed. */
export const joinSlots = (slots: readonly Slot[]): string =>
  slots.map(({ separator = '', value }) => separator + value).join('')
