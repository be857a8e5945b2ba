import { createBell } from './bell.js'
import { ignoreOutcome } from './ignore-outcome.js'
import type { TokenToShare } from './open-store.js'
import type { ReadOrLock, StoreCoordination } from './store.js'
import type { FoundToken, StoreAccess } from './store-access.js'
import type { Surroundings } from './surroundings.js'

/** How long a lease lasts unless it is renewed: so long a fleet waits for one that was killed. */
const LEASE_MS = 3_000
const RENEW_MS = LEASE_MS / 3
/** A store that rests is asked again in time, before the lease is over. */
const RETRY_MS = 250
const POLL_MS = 20
/** Where changes are announced, polling is only for the announcement that got lost. */
const SELDOM = 5
/** A store that refuses does so at once; after an error that took longer, reading would take as long again. */
const QUICK_MS = 50

type Answer =
  | FoundToken
  | 'granted'
  | 'unavailable'
  | 'nonsense'
  | { readonly heldMs: number }
  | { readonly unwanted: string }

/** One flight's way to the lease, and back. Nothing here rejects. */
export interface Lease {
  /** Waits as long as another process holds it, for as long as the signal lets it. */
  readonly lock: (replacing: string | undefined) => Promise<FoundToken | 'granted' | 'unavailable'>
  /** Whether it is only waiting for another process. */
  readonly isWaiting: () => boolean
  /** Writes and gives the lease up in one step. */
  readonly commit: (shared: Omit<TokenToShare, 'owner'>) => Promise<'written' | 'overtaken' | 'unavailable'>
  /** Lets it run out instead of giving it up. */
  readonly lapse: () => void
  /** Gives up whatever it holds. */
  readonly end: () => void
}

/** Opens the lease of one flight. */
export function openLease({
  access,
  coordinate,
  owner,
  signal,
  surroundings: { now, monotonic, random, setTimer, waitUntil, outside },
}: {
  access: StoreAccess
  coordinate: StoreCoordination
  owner: string
  signal: AbortSignal
  surroundings: Pick<Surroundings, 'now' | 'monotonic' | 'random' | 'setTimer' | 'waitUntil' | 'outside'>
}): Lease {
  const { key, report, attempt, store } = access
  let isHeld = false
  let isWaiting = false
  let isOver = false
  let stopRenewing = (): void => {}

  function release(): void {
    waitUntil(attempt('release', () => coordinate.release({ key, owner })).then(() => {}))
  }

  function hold(): void {
    isHeld = true
    stopRenewing = setTimer(() => void renew(), RENEW_MS)
  }

  async function renew(): Promise<void> {
    const outcome = await attempt('renew', () => coordinate.renew({ key, owner, leaseMs: LEASE_MS }))
    if (!isHeld) return
    // What happens to the lease never stops the fetch: the provider may have issued the token already.
    if ('value' in outcome && outcome.value !== true) {
      report({ type: 'lease-lost' })
      isHeld = false
      return
    }
    stopRenewing = setTimer(() => void renew(), 'problem' in outcome ? RETRY_MS : RENEW_MS)
  }

  function lapse(): void {
    stopRenewing()
    isHeld = false
  }

  /** A request that took effect only after its time limit has got a lease that nobody would use. */
  function onLate(answer: Answer): void {
    if (answer !== 'granted' || isHeld) return
    // The store has just answered, so that it need not rest any longer before it is told.
    ignoreOutcome(outside(async () => coordinate.release({ key, owner })))
  }

  /** Where nothing can be written, a token may still be there to be read. */
  async function justRead(unwanted: string | undefined): Promise<FoundToken | 'unavailable'> {
    const outcome = await attempt('get', async () => {
      const hit = await store.get(key)
      return hit === undefined || hit.version === unwanted ? undefined : access.open(hit, 'get')
    })
    return 'value' in outcome && outcome.value !== undefined && 'token' in outcome.value
      ? outcome.value.token
      : 'unavailable'
  }

  /** All of an answer is read within the time limit, and nothing of it afterwards: it may be anything. */
  async function read(answer: ReadOrLock, replacing: string | undefined): Promise<Answer> {
    switch (answer.status) {
      case 'granted':
        return 'granted'
      case 'held':
        return isDuration(answer.heldMs) ? { heldMs: answer.heldMs } : 'nonsense'
      case 'hit': {
        const { version } = answer.hit
        // A store that insists on what is to be replaced would keep us here for ever.
        if (typeof version !== 'string' || version === replacing) return 'nonsense'
        const opened = await access.open(answer.hit, 'lock')
        if ('token' in opened) return opened.token
        // What nobody here can read is to be replaced, as if it were not there.
        return opened.unusable === 'nonsense' ? 'unavailable' : { unwanted: version }
      }
      default:
        return 'nonsense'
    }
  }

  async function ask(replacing: string | undefined): Promise<Exclude<Answer, 'nonsense'>> {
    const began = monotonic()
    const outcome = await attempt(
      'lock',
      async () => read(await coordinate.readOrLock({ key, owner, leaseMs: LEASE_MS, replacing }), replacing),
      onLate,
    )
    if ('problem' in outcome) {
      const isQuick = outcome.problem === 'error' && monotonic() - began < QUICK_MS
      return isQuick ? justRead(replacing) : 'unavailable'
    }
    if (outcome.value !== 'nonsense') return outcome.value
    report({ type: 'store-failed', operation: 'lock', problem: 'nonsense' })
    return 'unavailable'
  }

  return {
    isWaiting: () => isWaiting,
    async lock(replacing) {
      let unwanted = replacing
      const bell = createBell({ setTimer, signal })
      let stopWatching = (): void => {}
      try {
        while (!isOver && !signal.aborted) {
          const answer = await ask(unwanted)
          if (answer === 'granted') {
            if (isOver || signal.aborted) release()
            else hold()
            return answer
          }
          if (answer === 'unavailable' || 'value' in answer) return answer
          if ('unwanted' in answer) {
            // Twice in a row: somebody keeps writing what nobody here can read.
            if (unwanted !== replacing) await bell.wait(POLL_MS)
            unwanted = answer.unwanted
            continue
          }
          if (!isWaiting) {
            isWaiting = true
            report({ type: 'waiting', heldMs: answer.heldMs })
            stopWatching = watch(bell.ring)
          }
          const pollMs = POLL_MS * (1 + 2 * random()) * (bell.hasRung() ? SELDOM : 1)
          await bell.wait(Math.max(1, Math.min(pollMs, answer.heldMs)))
        }
        return 'unavailable'
      } finally {
        isWaiting = false
        stopWatching()
        bell.end()
      }
    },
    async commit({ token, remainingMs, replacing }) {
      // A renewal behind the commit would find the lease gone, and take it for lost.
      stopRenewing()
      const outcome = await attempt('commit', async () => {
        const record = await access.seal(token)
        const ttlMs = Math.floor(Math.min(remainingMs, token.expiresAt - now()))
        if (record === undefined || ttlMs < 1) return undefined
        return coordinate.commit({ key, record, ttlMs, owner, replacing })
      })
      if ('problem' in outcome) {
        // It may have taken effect; if it has not, the others had better wait than each fetch one at once.
        lapse()
        return 'unavailable'
      }
      if (outcome.value === undefined) return 'unavailable'
      if (outcome.value !== true && isHeld) report({ type: 'lease-lost' })
      isHeld = false
      return outcome.value === true ? 'written' : 'overtaken'
    },
    lapse,
    end() {
      isOver = true
      stopRenewing()
      if (isHeld) release()
      isHeld = false
    },
  }

  function watch(onChange: () => void): () => void {
    try {
      const stop = coordinate.watch?.({ key, onChange })
      return () => {
        try {
          stop?.()
        } catch {
          // An accelerator that breaks is one that is missing.
        }
      }
    } catch {
      return () => {}
    }
  }
}

function isDuration(value: unknown): boolean {
  return typeof value === 'number' && value >= 0
}
