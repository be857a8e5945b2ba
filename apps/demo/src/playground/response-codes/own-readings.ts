import type { Profile } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { type Kind, type Meaning, meaningOf, type Outcome, type ParsedCode } from '@x/providers/codes'
import { dana } from '@x/providers/dana'
import { nicepay } from '@x/providers/nicepay'
import { type Said, splitMeaning } from './describe-code.js'

/** How one provider's profile reads a code. */
export interface OwnReading {
  readonly provider: string
  /** The provider's names of the services with that code; empty where the service is open or not in the profile. */
  readonly services: readonly { readonly name: string; readonly kind: Kind; readonly outcome: Outcome }[]
  /** Where its words differ from the standard's. */
  readonly meaning: Said | undefined
  readonly next: Said | undefined
  /** For a money service in general. */
  readonly money: Outcome
}

/** Providers whose answers have a response code of SNAP. */
const snapProfiles: readonly Profile[] = [nicepay, bniSnap, dana]

/** Asks each profile; one that says nothing of its own, and has no such service, is left out. */
export const ownReadings = ({
  code,
  status,
}: {
  readonly code: ParsedCode
  readonly status: number
}): readonly OwnReading[] =>
  snapProfiles.flatMap(({ name: provider, reply, services = {} }) => {
    if (reply === undefined) return []
    const read = (kind: Kind) =>
      reply.read({ status, body: { responseCode: code.value }, kind, service: code.service, resent: false })
    const standard = meaningOf(code, undefined, code.service)
    const own = read('money').meaning
    const words = isSame(own, standard) ? undefined : splitMeaning(own)
    const called = Object.entries(services)
      .filter(([, service]) => service.code === code.service)
      .map(([name, { kind }]) => ({ name, kind, outcome: read(kind).outcome }))
    if (words === undefined && called.length === 0) return []
    return [
      {
        provider,
        services: called,
        meaning: words?.meaning,
        next: words?.next,
        money: read('money').outcome,
      },
    ]
  })

const isSame = (one: Meaning | undefined, other: Meaning | undefined): boolean =>
  one?.english === other?.english && one?.indonesian === other?.indonesian

/** What BNI's classic services mean by a code of their own, if it is one. */
export const classicReading = (
  value: string,
): { readonly provider: string; readonly meaning: Meaning; readonly outcome: Outcome } | undefined => {
  const body = { anyResponse: { parameters: { responseCode: value } } }
  const reading = bni.reply.read({ status: 200, body, kind: 'money', service: undefined, resent: false })
  return reading.meaning && { provider: bni.name, meaning: reading.meaning, outcome: reading.outcome }
}
