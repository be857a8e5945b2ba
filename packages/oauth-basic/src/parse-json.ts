import { isText } from './text.js'

/**
 * The JSON value, and every text in it that is called a token; undefined if it is no JSON or an object has a name
 * twice.
 *
 * Readers differ in which of two equal names they take, so a token could be swapped on its way unseen.
 *
 * @see RFC 6749 section 3.2 (no parameter twice); RFC 7493 section 2.3
 */
export const parseJson = (text: string): { json: unknown; tokens: readonly string[] } => {
  const tokens: string[] = []
  let members = 0
  let json: unknown
  try {
    json = JSON.parse(text, function (this: unknown, name, value: unknown) {
      if (!Array.isArray(this)) members += 1
      if (isText(value, /./) && /token$/i.test(name)) tokens.push(value)
      return value
    })
    // One member more than there are names: the value as a whole.
    for (const [, , colon] of text.matchAll(/"([^"\\]|\\.)*"(\s*:)?/g)) if (colon) members -= 1
  } catch {
    // What is no JSON has no member.
  }
  return { json: members === 1 ? json : undefined, tokens }
}
