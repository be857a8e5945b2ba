/**
 * A token, guarded against being printed: `accessToken` can be read and destructured, but a spread, a structured
 * clone, `JSON.stringify` and `util.inspect` do not show it.
 */
export interface TokenResponse {
  readonly accessToken: string
  readonly tokenType: 'Bearer'
  /**
   * Seconds, 0 or more, best counted from before the request was sent; undefined if the server did not say, which
   * never means for ever.
   */
  readonly expiresIn: number | undefined
  /** The granted scope; undefined if the server did not say. */
  readonly scope: string | undefined
}

/** Hides the token from everything that prints an object. */
export const guardedToken = ({
  accessToken,
  expiresIn,
  scope,
}: Omit<TokenResponse, 'tokenType'>): TokenResponse => {
  // A getter, because inspection can be told to print hidden values but a closure has none.
  const token: TokenResponse = {
    get accessToken() {
      return accessToken
    },
    tokenType: 'Bearer',
    expiresIn,
    scope,
  }
  const shown = () => ({ accessToken: '[redacted]', tokenType: 'Bearer', expiresIn, scope })
  return Object.freeze(
    Object.defineProperties(token, {
      accessToken: { enumerable: false },
      toJSON: { value: shown },
      [Symbol.for('nodejs.util.inspect.custom')]: { value: shown },
    }),
  )
}
