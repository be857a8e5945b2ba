/** A path is signed as it is written, so the URL must not be rewritten on its way. */
export const checkPath = (path: unknown, baseUrl: string): `/${string}` => {
  if (typeof path !== 'string' || !path.startsWith('/') || path.includes('#') || !isPlainUrl(baseUrl + path))
    throw new TypeError(
      '"path" must begin with one slash and be written as it goes out: percent-encoded, without ".." or "#"',
    )
  return path as `/${string}`
}

const isPlainUrl = (url: string): boolean => {
  try {
    const { href, origin, pathname, search } = new URL(url)
    // A question mark with nothing behind it is signed and not sent.
    return href === url && origin + pathname + search === url && !/[^:]\/\//.test(url)
  } catch {
    return false
  }
}
