import type { TokenSource } from '@x/token-cache'
import type { CallSettings } from '../call-options.js'
import { type AnyClient, createClient } from '../create-client.js'
import type { Profile } from '../profile.js'
import type { Reply } from '../reply.js'
import type { ProfileFixtures } from './profile-fixtures.js'

/** A client whose services are known only by name. */
export interface TestClient extends AnyClient {
  readonly call: (service: string, options: CallSettings & { readonly body?: unknown }) => Promise<Reply>
}

export interface TestClientOptions {
  /** ISO 8601 with an offset: what the clock says, and goes on saying. */
  readonly at: string
  readonly fetch: typeof globalThis.fetch
  readonly tokens?: TokenSource
}

/** The client that every user makes, with the fixtures' credentials and a clock that stands still. */
export const openClient = (
  profile: Profile,
  { environment, credentials, baseUrl }: ProfileFixtures,
  { at, fetch, tokens }: TestClientOptions,
): TestClient => {
  const epochMs = readTime(at)
  return createClient(profile, {
    ...credentials,
    environment,
    ...(baseUrl !== undefined && { baseUrl }),
    ...(tokens !== undefined && { tokens }),
    fetch,
    now: () => epochMs,
  } as never) as unknown as TestClient
}

export const readTime = (at: string): number => {
  if (!/T.*(?:Z|[+-]\d\d:\d\d)$/.test(at) || Number.isNaN(Date.parse(at)))
    throw new TypeError('"at" must be a date and time with an offset, such as 2026-11-21T10:00:00+07:00')
  return Date.parse(at)
}
