/** The access tokens that a provider has granted. */
export interface TokenBook {
  readonly add: (token: string, grant: TokenGrant) => void
  readonly find: (token: string) => TokenGrant | undefined
}

export interface TokenGrant {
  readonly clientId: string
  /** Epoch milliseconds; at this moment it is expired. */
  readonly expiresAt: number
}

/**
 * Keeps the newest tokens and forgets the rest, so that a long test run does not fill the memory. An expired one is
 * kept as long as any: a client is told that it expired, and a clock that is put back makes it valid again.
 */
export const createTokenBook = (capacity: number): TokenBook => {
  const grants = new Map<string, TokenGrant>()
  return {
    add: (token, grant) => {
      grants.set(token, grant)
      const [oldest] = grants.keys()
      if (grants.size > capacity && oldest !== undefined) grants.delete(oldest)
    },
    find: (token) => grants.get(token),
  }
}
