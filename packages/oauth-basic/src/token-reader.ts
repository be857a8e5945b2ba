/** JSON as if every name were in it; a reader that steps over one that is missing fails with `ERR_OAUTH_SHAPE`. */
export interface TokenJson {
  readonly [name: string]: TokenJson
}

/**
 * Gives a provider's own answer with the names of RFC 6749; it is then checked as any other answer, its `error` too.
 *
 * Synchronous: each name is named here so that a promise does not compile.
 */
export type TokenReader = (json: TokenJson) =>
  | {
      readonly access_token?: unknown
      readonly token_type?: unknown
      readonly expires_in?: unknown
      readonly scope?: unknown
      readonly error?: unknown
      readonly error_description?: unknown
    }
  | undefined
