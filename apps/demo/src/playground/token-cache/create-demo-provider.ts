import type { FetchedToken } from '@x/token-cache'
import type { VirtualTime } from './create-virtual-time.js'
import type { ProviderCall } from './fleet-run.js'

export interface DemoProvider {
  /** Answers after its time; calls back when it has. */
  readonly issue: (asked: { readonly process: number; readonly done: (token: FetchedToken) => void }) => void
  readonly accepts: (accessToken: string) => boolean
  /** Ends every token that it has issued; tells which was the last. */
  readonly endAll: () => number
  readonly calls: readonly ProviderCall[]
}

/** A token endpoint and an API that knows its tokens. A new token leaves the old one alive. */
export const createDemoProvider = ({
  time,
  random,
  fetchMs,
  lifetimeSeconds,
}: {
  readonly time: VirtualTime
  readonly random: () => number
  readonly fetchMs: number
  readonly lifetimeSeconds: number
}): DemoProvider => {
  const calls: ProviderCall[] = []
  const alive = new Map<string, number>()
  return {
    calls,
    issue({ process, done }) {
      const from = time.now()
      const tookMs = fetchMs * (0.95 + random() * 0.1)
      const number = calls.length + 1
      calls.push({ process, from, to: from + tookMs, number })
      time.later(tookMs, () => {
        const accessToken = tokenText(number)
        alive.set(accessToken, time.now() + lifetimeSeconds * 1_000)
        done({ accessToken, expiresIn: lifetimeSeconds })
      })
    },
    accepts: (accessToken) => (alive.get(accessToken) ?? 0) > time.now(),
    endAll() {
      alive.clear()
      return calls.length
    },
  }
}

const tokenText = (number: number): string => `demo-token-${number}`

/** The number of a token of this provider. */
export const tokenNumber = (accessToken: string): number => Number(accessToken.slice('demo-token-'.length))
