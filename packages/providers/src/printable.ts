/**
 * A provider's own words, made safe to print: one line, at most 150 characters (the standard's limit for
 * responseMessage), and without anything shaped like a credential, because some servers echo what they were sent:
 * a string to sign, and runs of 20 characters with a digit in them (a field's name has none).
 */
export const printable = (text: string, secrets: readonly string[]): string => {
  let safe = text
  for (const secret of secrets) if (secret !== '') safe = safe.replaceAll(secret, removed)
  return safe
    .replace(/\p{C}+/gu, ' ')
    .replace(/\S*\|\S*|(?=[\w+/=.~-]*\d)[\w+/=.~-]{20,}/g, removed)
    .trim()
    .slice(0, 150)
}

const removed = '[removed]'
