import { parseTimestamp } from '@x/snap-signature'

/** Of JSON with or without a charset, which can only be UTF-8. */
export const isJsonType = (contentType: string | null): boolean =>
  /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '')

/** Why an X-TIMESTAMP is none: Jakarta time in whole seconds. */
export const timestampProblem = (text: string): string | undefined => {
  if (!/^.{19}\+07:00$/.test(text))
    return 'X-TIMESTAMP must be Jakarta time in whole seconds, such as 2024-12-31T10:11:40+07:00'
  try {
    parseTimestamp(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : 'not a timestamp'
  }
}

/** Of a signature in base64, on one line. */
export const isBase64 = (text: string): boolean => /^[A-Za-z0-9+/]+={0,2}$/.test(text)
