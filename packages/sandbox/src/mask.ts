/** Enough to tell two values apart, too little to use one. */
const mask = (value: string): string => (value.length < 12 ? '****' : `${value.slice(0, 4)}****`)

const secretHeaders = new Set([
  'authorization',
  'authorization-customer',
  'x-api-key',
  'cookie',
  'x-signature',
])
const secretFields =
  /("(?:access_?token|refresh_?token|client_?secret|signature|api_?(?:key|secret))"\s*:\s*")((?:[^"\\]|\\.)*)/gi
const secretParameters =
  /((?:^|[?&])(?:access_token|refresh_token|client_secret|client_assertion)=)([^&#]*)/gi

const maskHeader = (name: string, value: string): string => {
  if (!secretHeaders.has(name)) return value
  const scheme = /^(Basic|Bearer) /i.exec(value)?.[0] ?? ''
  return scheme + mask(value.slice(scheme.length))
}

export const maskHeaders = (headers: Headers): Record<string, string> => {
  const masked: Record<string, string> = {}
  headers.forEach((value, name) => {
    masked[name] = maskHeader(name, value)
  })
  return masked
}

/** Masks the credentials in a JSON or form body, or in a URL's query, and leaves the rest as it was sent. */
export const maskText = (text: string): string =>
  text
    .replace(secretFields, (_, before: string, value: string) => before + mask(value))
    .replace(secretParameters, (_, before: string, value: string) => before + mask(value))
