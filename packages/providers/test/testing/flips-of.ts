import type { Flip, ProfileUnderTest } from './flip.js'
import { flipData } from './flip-data.js'
import { flipReply } from './flip-reply.js'
import { flipRules } from './flip-rules.js'
import { flipSign } from './flip-sign.js'
import { flipToken } from './flip-token.js'

/**
 * Every flip of a profile.
 *
 * Not among them, since no request and no reply shows them: `clientId`, `credentialId` and `url` of a token flow, which
 * only key a cache; `onRefusal`, a sentence; `secrets`, which only an audit masks; and what the standard's own codes mean,
 * which is tested beside them. `minimumKeyBits` is flipped as the number it is, and no smaller key is tried.
 */
export const flipsOf = (tested: ProfileUnderTest): readonly Flip[] => {
  const { profile, fixtures } = tested
  return [
    ...flipData(profile),
    ...flipRules(tested),
    ...flipReply(tested),
    ...flipSign(tested, signedHeaders(tested)),
    ...flipToken(profile, Object.keys(fixtures.token?.request.headers ?? {})),
  ]
}

/** What no service and no call adds must come from the signature. */
const signedHeaders = ({ profile, fixtures }: ProfileUnderTest): readonly string[] => [
  ...new Set(
    Object.entries(fixtures.services).flatMap(([name, { request, call }]) => {
      const others = { 'content-type': '', ...profile.services?.[name]?.headers, ...call.headers }
      const taken = Object.keys(others).map((header) => header.toLowerCase())
      return Object.keys(request.headers).filter((header) => !taken.includes(header))
    }),
  ),
]
