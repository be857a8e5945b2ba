import type { Answer } from '../answer.js'

const bearer = 'standard: RFC 6750 section 3.1; the provider does not say'
const own = "the sandbox's own: the provider's wording is not known"

export const invalidToken = (reason: string): Answer => ({
  status: 401,
  body: { error: 'invalid_token' },
  headers: { 'www-authenticate': 'Bearer realm="BNI", error="invalid_token"' },
  source: bearer,
  reason,
})

export const invalidApiKey = (reason: string): Answer => ({
  status: 401,
  body: { error: 'invalid_api_key' },
  source: own,
  reason,
})

export const badCall = (reason: string): Answer => ({
  status: 400,
  body: { error: 'invalid_request' },
  source: bearer,
  reason,
})

export const postOnly = (): Answer => ({
  status: 405,
  body: { error: 'invalid_request' },
  headers: { allow: 'POST' },
  source: own,
  reason: 'The services take POST only',
})
