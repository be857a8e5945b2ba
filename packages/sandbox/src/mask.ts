/** Enough to tell two values apart, too little to use one. Never a part of an escape. */
const mask = (value: string): string =>
  value.length < 12 || /^.{0,3}[\\%]/s.test(value) ? '****' : `${value.slice(0, 4)}****`

/** The one spelling of a name: `client_secret`, `Client-Secret`, `client%5Fsecret` and `client\u005fsecret` are alike. */
const plainName = (name: string): string =>
  name
    .replace(/%([\da-f]{2})|\\u([\da-f]{4})/gi, (_, byte: string, unit: string) =>
      String.fromCharCode(Number.parseInt(byte ?? unit, 16)),
    )
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')

/** Keys that are no secrets: the standard's name for a client id, and what anyone may know. */
const openKey = /(?:client|public|idempotency)keys?$/

const secret =
  /secret|password|passphrase|privatekey|apikey|authorization|cookie|(?:token|signature|assertion|pin|key)s?$/

const isSecret = (name: string): boolean => {
  const plain = plainName(name)
  return secret.test(plain) && !openKey.test(plain)
}

const maskParameters = (text: string): string =>
  text.replace(/(^|[?&])([^=&?]*)=([^&]*)/g, (whole, before: string, name: string, value: string) =>
    isSecret(name) ? `${before}${name}=${mask(value)}` : whole,
  )

/** A string with the colon that makes it a key, a number, or a mark; all else is passed over. A body may be cut off. */
const jsonToken = /"((?:[^"\\]|\\[\s\S]?)*)("?)(\s*:)?|-?\d[\d.eE+-]*|[{}[\],]/g

/** Replaces within the text and parses nothing, so that the rest stays as it was sent: spaces, numbers, escapes. */
const maskJson = (text: string): string => {
  let depth = 0
  let underSecret = false
  // Everything inside the object or list that a secret key holds is secret.
  let secretDepth = Number.POSITIVE_INFINITY
  return text.replace(
    jsonToken,
    (token, inner: string | undefined, quote: string, colon: string | undefined) => {
      const hidden = underSecret || depth >= secretDepth
      if (colon !== undefined) {
        underSecret = isSecret(inner ?? '')
        return token
      }
      if (inner !== undefined) return `"${hidden ? mask(inner) : maskParameters(inner)}${quote}`
      if (token === '{' || token === '[') {
        depth += 1
        if (underSecret) secretDepth = Math.min(secretDepth, depth)
      } else if (token === '}' || token === ']') {
        depth -= 1
        if (depth < secretDepth) secretDepth = Number.POSITIVE_INFINITY
      } else if (token !== ',') return hidden ? '"****"' : token
      underSecret = false
      return token
    },
  )
}

/** An account number as a receipt prints it: the last four characters. */
export const maskAccount = (account: string): string =>
  account.length > 4 ? '*'.repeat(account.length - 4) + account.slice(-4) : '*'.repeat(account.length)

/** Masks the credentials in a JSON or form body, or in a URL's query, and leaves the rest as it was sent. */
export const maskText = (text: string): string =>
  /^\s*[{["]/.test(text) ? maskJson(text) : maskParameters(text)

const maskHeader = (name: string, value: string, alsoSecret: readonly string[]): string => {
  if (!isSecret(name) && !alsoSecret.includes(name)) return maskParameters(value)
  const scheme = /^(Basic|Bearer) /i.exec(value)?.[0] ?? ''
  return scheme + mask(value.slice(scheme.length))
}

/** `alsoSecret` names, in lower case, what a provider carries a credential in under a harmless name. */
export const maskHeaders = (headers: Headers, alsoSecret: readonly string[] = []): Record<string, string> => {
  const masked: Record<string, string> = {}
  headers.forEach((value, name) => {
    masked[name] = maskHeader(name, value, alsoSecret)
  })
  return masked
}
