import { createTokenCache, type TokenCacheEvent } from '@x/token-cache'

/** When in its life a token is renewed and not served any more; milliseconds from the start of its fetch. */
export interface Windows {
  /** The earliest renewal that chance can draw, and the latest. */
  readonly renewalFrom: number
  readonly renewalBy: number
  /** From here on it is not served. */
  readonly hardEnd: number
  /** What the provider said. */
  readonly end: number
}

/** Finds the windows by trying the package out: a lone process with a token of this lifetime, asked at chosen ages. */
export const measureWindows = async (lifetimeMs: number): Promise<Windows> => {
  const find = async (holds: (age: number) => Promise<boolean>): Promise<number> => {
    let [low, high] = [0, lifetimeMs]
    while (high - low > 1) {
      const age = Math.floor((low + high) / 2)
      if (await holds(age)) low = age
      else high = age
    }
    return high
  }
  const isFresh = (random: number) => async (age: number) => {
    const { source, asked } = await tokenOfAge({ lifetimeMs, age, random })
    void source.get()
    return asked() === 1
  }
  const isServed = async (age: number): Promise<boolean> =>
    (await tokenOfAge({ lifetimeMs, age, random: 0 })).source.peek() !== undefined
  return {
    renewalFrom: await find(isFresh(1 - 2 ** -32)),
    renewalBy: await find(isFresh(0)),
    hardEnd: await find(isServed),
    end: lifetimeMs,
  }
}

const tokenOfAge = async ({
  lifetimeMs,
  age,
  random,
}: {
  readonly lifetimeMs: number
  readonly age: number
  readonly random: number
}) => {
  let now = 0
  const events: TokenCacheEvent['type'][] = []
  const cache = createTokenCache({
    now: () => now,
    onEvent: ({ type }) => {
      events.push(type)
    },
    runtime: { monotonic: () => now, random: () => random, randomId: () => 'v', setTimer: () => () => {} },
  })
  const source = cache.source({
    key: { provider: 'demo', tokenUrl: 'https://bank.example/token', clientId: 'demo', credentialId: 'demo' },
    fetchToken: async () => ({ accessToken: 'demo', expiresIn: lifetimeMs / 1_000 }),
  })
  await source.get()
  now = age
  return { source, asked: () => events.filter((type) => type === 'fetch-started').length }
}
