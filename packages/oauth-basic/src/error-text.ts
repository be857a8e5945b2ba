import { isText } from './text.js'

// The words of RFC 6749 section 5.2.
const RFC_ERROR = /^(invalid|unauthorized|unsupported)_(request|client|grant|grant_type|scope)$/

// Trimmed here, for the words and for the secrets alike: a trimmed echo must still be recognised.
const onlyAllowed = (text: string): string => text.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '').trim()

/**
 * The server's own words, safe to show: the characters RFC 6749 section 5.2 allows, at most 200 of them.
 *
 * Empty if nothing is left, or if they hold one of the secrets, as some servers echo what they refuse.
 */
export const readErrorText = ({ text, secrets }: { text: unknown; secrets: readonly string[] }): string => {
  // A client named `client` must not hide `invalid_client`.
  if (isText(text, RFC_ERROR)) return text
  const words = isText(text, /./) ? onlyAllowed(text) : ''
  const echoes = secrets.map(onlyAllowed).some((secret) => secret && words.includes(secret))
  return echoes ? '' : words.slice(0, 200)
}
