import { ProviderError } from '../errors.js'
import type { Profile } from '../profile.js'
import { checkRequest } from './check-request.js'
import { openClient, readTime } from './open-client.js'
import { openWire } from './open-wire.js'
import type { ProfileFixtures, TokenAnswerFixture, TokenFixture } from './profile-fixtures.js'
import { compare, type Difference } from './profile-problem.js'

/** Asks for a token as every client does, gets a literal answer, and compares the request and what came of it. */
export const checkToken = async (
  profile: Profile,
  fixtures: ProfileFixtures,
  { token, answer }: { readonly token: TokenFixture; readonly answer: TokenAnswerFixture },
): Promise<readonly Difference[]> => {
  const { fetch, requests } = openWire(answer)
  const { accessToken } = openClient(profile, fixtures, { at: token.at, fetch })
  const got = await accessToken().then(
    ({ value, expiresAt }) => ({ accessToken: value, expiresIn: (expiresAt - readTime(token.at)) / 1_000 }),
    nameOf,
  )
  const [request] = requests
  return [
    ...compare('number of requests', 1, requests.length),
    ...(request === undefined ? [] : checkRequest(token.request, request)),
    ...compare('token', answer.expect, got),
  ]
}

const nameOf = (error: unknown): string => {
  if (!(error instanceof ProviderError)) return String(error)
  if (error.code === 'ERR_PROVIDER_REFUSED') return 'refused'
  const hasNoLifetime =
    error.code === 'ERR_PROVIDER_TOKEN' && error.detail.reason === 'ERR_TOKEN_CACHE_NO_LIFETIME'
  return error.code === 'ERR_PROVIDER_UNREADABLE' || hasNoLifetime ? 'unreadable' : error.message
}
