/** JSON as if every name were in it; a reader that steps over one that is missing fails with `ERR_OAUTH_SHAPE`. */
export interface TokenJson {
  readonly [name: string]: TokenJson
}

/** Gives a provider's own answer with the names of RFC 6749; it is then checked as any other answer. */
export type TokenReader = (json: TokenJson) => unknown
