const jakartaMs = 7 * 3_600_000

/** `2026-01-31`: the day by which a reference is unique. */
export const jakartaDay = (epochMs: number): string =>
  new Date(epochMs + jakartaMs).toISOString().slice(0, 10)

export interface ExternalIds {
  /** False where the client has used it on this day in Jakarta. */
  readonly use: (call: {
    readonly clientId: string
    readonly externalId: string
    readonly now: number
  }) => boolean
}

export const createExternalIds = (): ExternalIds => {
  const used = new Set<string>()
  return {
    use: ({ clientId, externalId, now }) => {
      const key = `${jakartaDay(now)}\n${externalId}\n${clientId}`
      if (used.has(key)) return false
      used.add(key)
      return true
    },
  }
}
