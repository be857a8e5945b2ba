export interface TokenLife {
  readonly totalSeconds: number
  /** Whole seconds, never below 0. */
  readonly leftSeconds: number
  /** Of the whole life, 0 to 1. */
  readonly leftPart: number
}

/** How much of a token's life is left; all three moments in epoch milliseconds. */
export const lifeOfToken = ({
  receivedAt,
  expiresAt,
  now,
}: {
  readonly receivedAt: number
  readonly expiresAt: number
  readonly now: number
}): TokenLife => {
  const total = Math.max(0, expiresAt - receivedAt)
  const left = Math.min(total, Math.max(0, expiresAt - now))
  return {
    totalSeconds: Math.round(total / 1_000),
    leftSeconds: Math.ceil(left / 1_000),
    leftPart: total === 0 ? 0 : left / total,
  }
}
