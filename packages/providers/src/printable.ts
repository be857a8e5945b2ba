/** Enough for every sentence a provider prints; it also keeps the work on a hostile answer small. */
const longestRead = 2_000
/** The standard's limit for responseMessage. */
const longestKept = 150
const removed = '[removed]'

/**
 * A provider's own words, made safe to print: one line, at most 150 characters, without any word that is shaped like
 * a credential; undefined when they repeat one of `secrets`, because some servers echo what they were sent.
 */
export const printable = (text: string, secrets: readonly string[]): string | undefined => {
  const start = text.slice(0, longestRead)
  if (secrets.some((secret) => secret !== '' && start.includes(secret))) return undefined
  return start
    .split(/[\p{C}\s]+/u)
    .map((word) => (looksLikeCredential(word) ? removed : word))
    .join(' ')
    .trim()
    .slice(0, longestKept)
}

/**
 * A string to sign has a bar; tokens, keys and signatures are long and mixed. A field's name is long too, but has no
 * digit, and neither case nor bracket makes it longer than 40 characters.
 */
const looksLikeCredential = (word: string): boolean =>
  word.includes('|') || word.length > 40 || (word.length >= 20 && /\d/.test(word) && !isTime.test(word))

/** A date and time with its zone is as long as a key, and what one wants to read when a clock is blamed. */
const isTime = /^["'([{]?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:?\d\d)["')\]}.,;]{0,3}$/

/**
 * The forms in which a server can echo a secret: as it is, and encoded for a form or a URL; without the space at its
 * ends, which an echo may have lost.
 */
export const echoesOf = (secret: string): readonly string[] => {
  const trimmed = secret.trim()
  const percent = encodeURIComponent(trimmed)
  return [trimmed, percent, percent.replaceAll('%20', '+')]
}
