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
export const guardedToken = ({ accessToken, ...rest }: Omit<TokenResponse, 'tokenType'>): TokenResponse => {
  const open = { tokenType: 'Bearer', ...rest }
  const shown = { value: () => ({ accessToken: '[redacted]', ...open }) }
  return Object.freeze(
    Object.defineProperties(open as TokenResponse, {
      // A getter, because inspection can be told to print hidden values but a closure has none.
      accessToken: { get: () => accessToken },
      toJSON: shown,
      [Symbol.for('nodejs.util.inspect.custom')]: shown,
    }),
  )
}
