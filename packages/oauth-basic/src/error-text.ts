const RFC_ERRORS: ReadonlySet<unknown> = new Set([
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
])

const onlyAllowed = (text: string): string => text.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '')

/**
 * The server's own words, safe to show: the characters RFC 6749 section 5.2 allows, at most 200 of them.
 *
 * Undefined if nothing is left, or if they hold one of the secrets, as some servers echo what they refuse.
 */
export const readErrorText = ({
  text,
  secrets,
}: {
  text: unknown
  secrets: readonly string[]
}): string | undefined => {
  if (typeof text !== 'string') return undefined
  // A client named `client` must not hide `invalid_client`.
  if (RFC_ERRORS.has(text)) return text
  const words = onlyAllowed(text).trim()
  const echoes = secrets.map(onlyAllowed).some((secret) => secret !== '' && words.includes(secret))
  return echoes || words === '' ? undefined : words.slice(0, 200)
}
