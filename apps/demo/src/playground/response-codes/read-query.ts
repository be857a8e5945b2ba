/** What somebody typed or pasted, taken for what it most likely is. */
export type Query =
  | { readonly kind: 'empty' }
  /** Longer than anything that has a code in it. */
  | { readonly kind: 'too-long' }
  | (CodeQuery & { readonly kind: 'code' })
  /** Five digits: a status with a service or with a case; three: a status alone. */
  | { readonly kind: 'part'; readonly status: string; readonly rest: string | undefined }
  /** Two characters that may be a service. */
  | { readonly kind: 'service'; readonly service: string }
  /** A code, but not one of seven characters. */
  | { readonly kind: 'odd'; readonly value: string }
  | { readonly kind: 'words'; readonly words: string }

/** A response code with what came along. */
export interface CodeQuery {
  /** Seven characters; `xx` stands for any service. */
  readonly code: string
  /** Of HTTP, where it was pasted with the answer. */
  readonly httpStatus: number | undefined
  /** `responseMessage`, or what stood behind the code. */
  readonly message: string
}

export const longestQuery = 50_000

const seven = /(?<![\w-])(\d{3}(?:[0-9A-Za-z]{4}))(?![\w-])/
const named = /["']?response_?code["']?\s*[:=]\s*["']?([0-9A-Za-z]{1,20})/i
const messageIn = /["']?response_?message["']?\s*[:=]\s*"((?:[^"\\]|\\.){0,500})"/i
const statusLine = /\bHTTP(?:\/[\d.]+)?[ :]+(\d{3})\b/i

/** Reads the text of the search box: a code, parts of one, an answer pasted whole, or words. */
export const readQuery = (text: string): Query => {
  if (text.length > longestQuery) return { kind: 'too-long' }
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const httpStatus = statusOf(trimmed)
  const field = named.exec(trimmed)?.[1]
  if (field !== undefined) {
    const message = unescaped(messageIn.exec(trimmed)?.[1] ?? '')
    return isSeven(field)
      ? { kind: 'code', code: tidy(field), httpStatus, message }
      : { kind: 'odd', value: field }
  }
  const found = seven.exec(trimmed)
  // Seven letters behind three digits of an id would be a word like any other: a code has a digit at its end.
  if (found?.[1] !== undefined && /\d$/.test(found[1])) {
    const message = trimmed
      .slice(found.index + found[1].length)
      .replace(/^[\s:,"'-]+/, '')
      .slice(0, 500)
    return { kind: 'code', code: tidy(found[1]), httpStatus, message }
  }
  const [, status, rest] = /^(\d{3})(?:[\s-]?([0-9A-Za-z]{2}))?$/.exec(trimmed) ?? []
  if (status !== undefined && isStatus(status)) return { kind: 'part', status, rest: rest?.toUpperCase() }
  if (/^\d{2}$/.test(trimmed)) return { kind: 'service', service: trimmed }
  // A word of letters alone is a word; one with digits in it is what a provider sent.
  if (/^(?=.*\d)[0-9A-Z]{3,12}$/.test(trimmed)) return { kind: 'odd', value: trimmed }
  return { kind: 'words', words: trimmed.slice(0, 500) }
}

const isSeven = (text: string): boolean => /^\d{3}[0-9A-Za-z]{4}$/.test(text)
const isStatus = (text: string): boolean => /^[1-5]/.test(text)
const tidy = (code: string): string => code.replace(/(?<=^\d{3})xx/i, 'xx')

const statusOf = (text: string): number | undefined => {
  const found = statusLine.exec(text)?.[1]
  return found === undefined || !isStatus(found) ? undefined : Number(found)
}

const unescaped = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}
