import { MAX_LIFETIME_SECONDS } from '../lifetime.js'
import type { StoreRecord } from '../store.js'
import { isShort, MAX_DATA_LENGTH } from './limits.js'
import type { Opened, TokenCodec, UnreadableReason } from './token-codec.js'

/** All of a token that another process needs to use it and to place its windows. */
export interface SharedToken {
  readonly value: string
  readonly version: string
  /** The whole life, in milliseconds. */
  readonly lifetimeMs: number
  /** When that life ends, in wall-clock milliseconds since 1970. */
  readonly expiresAt: number
}

/** Writes a token for a store. `undefined`: it is too large to share. Rejects if the codec fails, and says nothing of why. */
export async function writeRecord({
  codec,
  key,
  token: { value, version, lifetimeMs, expiresAt },
}: {
  codec: TokenCodec
  key: string
  token: SharedToken
}): Promise<StoreRecord | undefined> {
  // Downwards, so that nobody takes it for younger than it is.
  const end = Math.floor(expiresAt)
  const text = JSON.stringify([value, lifetimeMs])
  // A codec that refuses what is too large has not failed.
  if (!isShort(text)) return undefined
  const data = await seal(() => codec.seal({ key, version, text, expiresAt: end }))
  if (typeof data !== 'string') throw new Error('The codec has sealed nothing')
  return data.length <= MAX_DATA_LENGTH ? { version, data } : undefined
}

async function seal(run: () => Promise<string>): Promise<unknown> {
  try {
    return await run()
  } catch {
    // The error is dropped: a codec of somebody else may have put anything into it.
    throw new Error('The codec could not seal')
  }
}

/** Reads a token from a store's record, or says why that is a miss. Never rejects. */
export async function readRecord({
  codec,
  key,
  record,
}: {
  codec: TokenCodec
  key: string
  record: StoreRecord
}): Promise<{ readonly token: SharedToken } | { readonly unreadable: UnreadableReason }> {
  try {
    const { version, data } = record
    if (typeof version !== 'string' || typeof data !== 'string') return { unreadable: 'unknown-format' }
    if (data.length > MAX_DATA_LENGTH) return { unreadable: 'too-large' }
    const opened: Opened = await codec.open({ key, version, data })
    if ('unreadable' in opened) return { unreadable: reason(opened.unreadable) }
    const token = readToken({ version, ...opened })
    return token ? { token } : { unreadable: 'unknown-format' }
  } catch {
    // The error is dropped: a codec of somebody else may have put anything into it.
    return { unreadable: 'codec-failed' }
  }
}

const REASONS: ReadonlySet<UnreadableReason> = new Set([
  'too-large',
  'unknown-format',
  'unknown-key',
  'not-authentic',
] as const)

/** Reasons end up in events: a text of somebody else's codec does not. */
function reason(given: UnreadableReason): UnreadableReason {
  return REASONS.has(given) ? given : 'codec-failed'
}

function readToken({
  version,
  text,
  expiresAt,
}: {
  version: string
  text: string
  expiresAt: number
}): SharedToken | undefined {
  const parts = parse(text)
  const [value, lifetimeMs]: readonly unknown[] = Array.isArray(parts) ? parts : []
  const isText = typeof value === 'string' && value !== ''
  return isText && isLifetime(lifetimeMs) && isExpiry(expiresAt)
    ? { value, version, lifetimeMs, expiresAt }
    : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** No cache writes a longer one: a forged lifetime would be a token for years, or a date that does not exist. */
function isLifetime(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= MAX_LIFETIME_SECONDS * 1000
}

function isExpiry(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0
}
