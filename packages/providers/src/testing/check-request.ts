import type { WireRequest } from './profile-fixtures.js'
import { compare, compareEntries, type Difference } from './profile-problem.js'

/** What went over the wire, against what must. */
export const checkRequest = (expected: WireRequest, got: WireRequest): readonly Difference[] => [
  ...compare('method', expected.method, got.method),
  ...compare('url', expected.url, got.url),
  ...compareEntries('header', expected.headers, got.headers),
  ...compare('body', expected.body, got.body),
]
