/** Loopback names and addresses, where plain `http:` is harmless. */
const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/

/**
 * Checks a base URL and returns it without its trailing slash.
 *
 * @throws TypeError for anything but `https:` (or `http:` on a loopback host), and for credentials, a query or
 * a fragment, which would leak into logs or change a signed path.
 */
export const checkBaseUrl = (baseUrl: string): string => {
  let url: URL
  try {
    url = new URL(baseUrl)
  } catch {
    throw new TypeError('"baseUrl" must be an absolute URL such as https://api.example.co.id')
  }
  if (url.username !== '' || url.password !== '')
    throw new TypeError('"baseUrl" must not hold a user name or password')
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(baseUrl))
    throw new TypeError('"baseUrl" must not hold a query or a fragment')
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback.test(url.hostname)))
    throw new TypeError(
      `"baseUrl" must begin with https:// (http:// only on a loopback host such as 127.0.0.1), got ${url.protocol}//${url.host}`,
    )
  return url.href.replace(/\/+$/, '')
}
