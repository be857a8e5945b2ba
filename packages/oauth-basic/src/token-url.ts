const LOOPBACK = /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/

const parse = (url: string): URL => {
  try {
    return new URL(url)
  } catch {
    // The platform's own error carries the whole input, user and password included.
    throw new TypeError(
      `"url" must be an absolute https URL, got ${typeof url === 'string' ? 'another text' : typeof url}`,
    )
  }
}

/**
 * The token endpoint's address, normalised.
 *
 * @see RFC 6749 section 3.2 (TLS, no fragment)
 */
export const tokenUrl = (url: string): string => {
  const { protocol, hostname, username, password, href } = parse(url)
  if (protocol !== 'https:' && !(protocol === 'http:' && LOOPBACK.test(hostname)))
    // Not even the scheme is shown: in `user:password@host` it is the user.
    throw new TypeError(
      `"url" must be https, or http on a loopback host, got ${protocol === 'http:' ? 'http on another host' : 'another scheme'}`,
    )
  if (username !== '' || password !== '')
    throw new TypeError(
      '"url" must be free of a user and a password, got one: give them as "clientId" and "clientSecret"',
    )
  if (href.includes('#')) throw new TypeError('"url" must be free of a fragment, got one')
  return href
}
