import type { HttpRequest } from './http.js'

/** One exchange as it went over the wire, credentials masked; bodies are whole. */
export interface AuditedExchange {
  readonly provider: string
  readonly environment: string
  readonly service: string
  readonly externalId: string
  readonly attempt: 1 | 2
  /** Epoch milliseconds of the signature. */
  readonly sentAt: number
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  }
  /** Undefined where none came; why is in `problem` of the reply. */
  readonly response: { readonly status: number; readonly body: string } | undefined
}

const masked = '[masked]'

/** Takes each secret out, in every form in which a URL, a form, JSON or HTML can hold it. */
export const maskSecrets = (text: string, secrets: readonly string[]): string => {
  let result = text
  // The longest first: a secret may begin with another.
  for (const secret of [...secrets].sort((a, b) => b.length - a.length))
    if (secret !== '') {
      result = result.replaceAll(secret, masked)
      // Most texts escape nothing, and a pattern as long as a token takes its time.
      if (/[%\\&+]/.test(result))
        result = result.replace(new RegExp(Array.from(secret, anyForm).join(''), 'g'), masked)
    }
  return result
}

/** Writers of JSON escape what they like: some the slash, some the equals sign, and both stand in a signature. */
const anyForm = (character: string): string => {
  const forms = [percentOf(character), backslashOf(character), entityOf(character)]
  if (character === ' ') forms.push('\\+')
  if ('/"\\'.includes(character)) forms.push(`\\\\${escaped(character)}`)
  const named = names[character]
  if (named !== undefined) forms.push(named)
  // Last, since every other form of a backslash or an ampersand begins with it.
  forms.push(escaped(character))
  return `(?:${forms.join('|')})`
}

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '\\\\n',
  '\r': '\\\\r',
  '\t': '\\\\t',
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')

/** Of either case. */
const hex = (value: number, width: number): string =>
  value
    .toString(16)
    .padStart(width, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

/** Of the UTF-8 bytes, so that half a surrogate pair harms nobody. */
const percentOf = (character: string): string =>
  Array.from(new TextEncoder().encode(character), (byte) => `%${hex(byte, 2)}`).join('')

const backslashOf = (character: string): string =>
  Array.from({ length: character.length }, (_, at) => `\\\\u${hex(character.charCodeAt(at), 4)}`).join('')

const entityOf = (character: string): string => {
  const point = character.codePointAt(0) ?? 0
  return `&#(?:0*${point}|x0*${hex(point, 1)});`
}

/** Of a caller: a customer's token goes in one of these, and no scheme knows it. */
const secretHeader = /^(?:authorization.*|cookie|proxy-.*)$/i

const secretField =
  /("(?:accessToken|refreshToken|authCode|access_token|refresh_token|client_secret)"\s*:\s*")(?:[^"\\]|\\.)*/gs

/** Takes secrets out by their value, and by the name of the field in which no scheme expects them. */
export const maskBody = (text: string, secrets: readonly string[]): string =>
  maskSecrets(text, secrets).replace(secretField, `$1${masked}`)

export const maskRequest = (
  { method, url, headers, body }: HttpRequest,
  secrets: readonly string[],
): AuditedExchange['request'] => ({
  method,
  url: maskSecrets(url, secrets),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => {
      const shown = maskSecrets(value, secrets)
      // Where a known secret stood, the rest is its scheme's name.
      return [name, shown === value && secretHeader.test(name) ? masked : shown]
    }),
  ),
  body: maskBody(typeof body === 'string' ? body : new TextDecoder().decode(body), secrets),
})
