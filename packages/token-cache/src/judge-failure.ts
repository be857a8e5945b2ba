/** What an error says about trying again. */
export interface FetchFailure {
  readonly kind: 'transient' | 'terminal'
  readonly retryAfterMs: number | undefined
}

/**
 * Reads `detail.retryable` and `detail.retryAfterMs` of an error, as this repository's packages write them. Whatever
 * does not say that it is hopeless may work later.
 */
export function judgeFailure(error: unknown): FetchFailure {
  const retryAfterMs = read(error, 'retryAfterMs')
  const isWish = typeof retryAfterMs === 'number' && retryAfterMs > 0 && Number.isFinite(retryAfterMs)
  return {
    kind: read(error, 'retryable') === false ? 'terminal' : 'transient',
    retryAfterMs: isWish ? retryAfterMs : undefined,
  }
}

function read(error: unknown, field: string): unknown {
  try {
    const detail = (error as { detail?: Record<string, unknown> } | undefined)?.detail
    return detail !== undefined && Object.hasOwn(detail, field) ? detail[field] : undefined
  } catch {
    // A getter of somebody else's error is no reason to lose the error itself.
    return undefined
  }
}
