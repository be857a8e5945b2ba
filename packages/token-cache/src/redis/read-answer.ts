import type { ReadOrLock, StoreHit } from '../store.js'

// A miss is a word: a proxy that answers nothing, or null, has not looked. And nothing of an answer is in an error.

/** Reads what the script `get` answers; throws for anything else. */
export function readHit(answer: unknown): StoreHit | undefined {
  const [status, ...rest] = readList(answer)
  if (status === 'hit') return hitOf(rest)
  if (status === 'miss' && rest.length === 0) return undefined
  throw malformed()
}

/** Reads what the script `lock` answers; throws for anything else. */
export function readLock(answer: unknown): ReadOrLock {
  const [status, ...rest] = readList(answer)
  if (status === 'hit') return { status, hit: hitOf(rest) }
  if (status === 'granted' && rest.length === 0) return { status }
  if (status === 'held' && rest.length === 1) return { status, heldMs: readMs(rest[0]) }
  throw malformed()
}

/** Reads 1 or 0; throws for anything else. */
export function readFlag(answer: unknown): boolean {
  if (answer === 1 || answer === '1') return true
  if (answer === 0 || answer === '0') return false
  throw malformed()
}

/** Reads 1; throws for anything else. */
export function readDone(answer: unknown): void {
  if (!readFlag(answer)) throw malformed()
}

function hitOf(fields: readonly unknown[]): StoreHit {
  if (fields.length !== 3) throw malformed()
  const [version, data, ttlMs] = fields
  return { version: readText(version), data: readText(data), ttlMs: readMs(ttlMs) }
}

function readList(answer: unknown): readonly unknown[] {
  if (!Array.isArray(answer)) throw malformed()
  const [status, ...rest] = answer
  return [readText(status), ...rest]
}

function readText(value: unknown): string {
  if (typeof value === 'string') return value
  throw malformed()
}

/** RESP has whole numbers; over HTTP, and where a client is told so, they come as their digits. */
function readMs(value: unknown): number {
  const ms = typeof value === 'string' && /^[1-9]\d{0,15}$/.test(value) ? Number(value) : value
  if (typeof ms === 'number' && Number.isSafeInteger(ms) && ms >= 1) return ms
  throw malformed()
}

/** What a reader has refused, in words that hold nothing of it. */
export function whatIsWrong(answer: unknown): string {
  return hasBytes(answer)
    ? 'with bytes instead of text: give it a client that answers with strings'
    : 'with what this script cannot answer: look at what stands between here and Redis'
}

function hasBytes(answer: unknown): boolean {
  try {
    return [answer].flat().some((part) => part instanceof Uint8Array)
  } catch {
    return false
  }
}

function malformed(): Error {
  return new Error('malformed')
}
