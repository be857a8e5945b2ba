/** Errors of these packages name no secret; anybody else's may hold the request that failed, headers and all. */
const known = new Set(['ProviderError', 'SnapSignatureError', 'OAuthError', 'TokenCacheError'])

/** An error's code, where it looks like one, and the error itself where it is safe to print. */
export const factsOfCause = (
  error: unknown,
): { readonly reason: string; readonly cause: Error | undefined; readonly detail: object } => {
  try {
    const { code, detail, name } = Object(error) as Record<string, unknown>
    return {
      reason: typeof code === 'string' && /^[A-Za-z0-9_.-]{1,60}$/.test(code) ? code : 'UNKNOWN',
      cause: error instanceof Error && typeof name === 'string' && known.has(name) ? error : undefined,
      detail: typeof detail === 'object' && detail !== null ? { ...detail } : {},
    }
  } catch {
    return { reason: 'UNKNOWN', cause: undefined, detail: {} }
  }
}
