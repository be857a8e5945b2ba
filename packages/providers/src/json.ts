/** A JSON object as it was read. Numbers that JavaScript would change are the text that stood there. */
export type JsonObject = Readonly<Record<string, unknown>>

/** A bare number, not one in a string; almost no answer has such a one, and nothing else needs the second look. */
const mayLoseDigits = /[:[,]\s*-?(?:\d{16}|\d+[.eE])/

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs

const keepDigits = (text: string): string =>
  text.replace(stringOrNumber, (token) =>
    token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`,
  )

/**
 * Reads a JSON object; undefined for anything else.
 *
 * A number that would not survive as a JavaScript number (`20211012154715364001`, `10000.00`) arrives as its text:
 * banks print references and amounts so, and a digit lost is another payment.
 */
export const parseJsonObject = (text: string): JsonObject | undefined => {
  try {
    const read: unknown = JSON.parse(text)
    // Read first as it is: quotes would make `01.50`, or a number for a key, look like JSON.
    const value: unknown = mayLoseDigits.test(text) ? JSON.parse(keepDigits(text)) : read
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
