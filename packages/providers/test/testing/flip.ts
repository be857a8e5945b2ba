import type { Profile } from '../../src/index.js'
import type { ProfileFixtures } from '../../src/testing/index.js'

/** A profile, what its pages say, and which answers it reads by its own table and not by the standard's. */
export interface ProfileUnderTest {
  readonly profile: Profile
  readonly fixtures: ProfileFixtures
  /** Codes whose outcome and meaning are the provider's own; `404xx18` is every service's. */
  readonly ownCodes?: readonly string[]
  /** Flips of what its schemes and rules are given and do not look at: they change nothing that a server or a caller sees. */
  readonly unread?: readonly string[]
}

/** A profile with one thing changed. */
export interface Flip {
  readonly name: string
  /** Where it shows, if it shows in one service alone. */
  readonly service?: string | undefined
  /** The beginning of the name of the case where it shows, where that is known. */
  readonly place?: string | undefined
  readonly profile: Profile
  /** Whether it changed anything when it was tried: a scheme may not look at what a wrapper changes. */
  readonly hasEffect?: () => boolean
}

export const changeText = (text: string): string => text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')

/** Remembers whether a wrapped function ever gave another result than the one it wraps. */
export const watch = () => {
  let changed = false
  return {
    hasEffect: () => changed,
    note: <T>(before: unknown, after: T): T => {
      changed ||= JSON.stringify(before) !== JSON.stringify(after)
      return after
    },
  }
}
