import { misuse } from './misuse.js'
import type { GetOptions } from './types.js'

/** Checks how a call asks for a token. */
export function readGetOptions(options: GetOptions | undefined): {
  readonly signal: AbortSignal | undefined
  readonly minValidityMs: number
} {
  if (options === undefined) return { signal: undefined, minValidityMs: 0 }
  if (typeof options !== 'object' || options === null) {
    throw misuse({ field: 'options', expected: 'an object', value: options })
  }
  const { signal, minValidityMs = 0 } = options
  if (!Number.isFinite(minValidityMs) || minValidityMs < 0) {
    throw misuse({ field: 'minValidityMs', expected: 'milliseconds, 0 or more', value: minValidityMs })
  }
  if (signal !== undefined && !isSignal(signal)) {
    throw misuse({ field: 'signal', expected: 'an AbortSignal', value: signal })
  }
  return { signal, minValidityMs }
}

/** By what it can do: a polyfill's, or one of another realm, is as good. */
function isSignal(signal: AbortSignal | null): boolean {
  return (
    typeof signal === 'object' &&
    signal !== null &&
    typeof signal.aborted === 'boolean' &&
    typeof signal.addEventListener === 'function' &&
    typeof signal.removeEventListener === 'function'
  )
}
