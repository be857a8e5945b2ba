// On a normalised address, whose authority ends at the first slash.
const SAFE = /^(https:\/\/[^/@]+|http:\/\/(localhost|\[::1\]|127(\.\d+){3})(:\d+)?)\/[^#]*$/

/**
 * The token endpoint's address, normalised.
 *
 * @see RFC 6749 section 3.2 (TLS, no fragment)
 */
export const tokenUrl = (url: string): string => {
  // The platform's own error would carry the whole input, user and password included.
  const href = URL.canParse(url) ? new URL(url).href : ''
  if (!SAFE.test(href))
    throw new TypeError('"url" must be https, or http on loopback, without user and fragment, got another')
  return href
}
