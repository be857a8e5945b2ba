/**
 * What each address of the server comes to: seconds for a token, else the code of the error.
 *
 * It is sent to other runtimes as text, so it uses nothing from outside itself.
 */
export const exchange = async (oauth, url) => {
  const one = async (path) => {
    try {
      const { expiresIn } = await oauth.clientCredentialsGrant({
        url: url + path,
        clientId: 'app',
        clientSecret: 's3+/=%:x',
        authentication: oauth.clientSecretBasic({ encoding: 'raw' }),
        timeoutMs: path === '/hang' ? 300 : 10_000,
      })
      return expiresIn
    } catch (error) {
      return error instanceof oauth.OAuthError ? error.code : String(error)
    }
  }
  const results = {}
  for (const path of ['/token', '/trickle', '/redirect', '/large', '/twice', '/refused', '/busy', '/hang'])
    results[path] = await one(path)
  return results
}
