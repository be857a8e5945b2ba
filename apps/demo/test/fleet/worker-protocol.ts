/** What a worker is, told to it once. */
export interface WorkerPlan {
  readonly provider: 'nicepay' | 'bni'
  readonly baseUrl: string
  readonly redis: 'ioredis' | 'node-redis'
  readonly redisPort: number
  /** Seals the tokens in Redis: 32 bytes in Base64. */
  readonly sealedWith: string
  readonly credentials: Credentials
}

/** Those of both providers: each takes what it knows. */
export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly privateKey: string
  readonly apiKey: string
  readonly apiSecret: string
}

/** What a worker is asked to do. */
export type Command =
  /** So many calls of a service that reads, a few at a time. */
  | { readonly do: 'call'; readonly times: number; readonly atOnce: number }
  /** Moves the clocks of its cache: what would take minutes takes none. */
  | { readonly do: 'age'; readonly ms: number }
  /** From now on a store has the 250 ms that it has in earnest. */
  | { readonly do: 'hurry' }
  | { readonly do: 'close' }

/** What came of a command. */
export interface Done {
  /** Calls that the provider has answered with success. */
  readonly accepted: number
  /** What the others ended with. */
  readonly problems: readonly string[]
}

/** What a worker says. */
export type Message =
  | { readonly type: 'ready' }
  | { readonly type: 'event'; readonly event: string }
  | { readonly type: 'done'; readonly done: Done }
