/** The one thing that {@link redisStore} needs of a client: scripts, and if it can, a channel to listen to. */
export interface RedisConnection {
  /**
   * Runs a script by `EVAL` and resolves to its answer: text as strings, whole numbers as numbers or their digits. Rejects if
   * Redis refused it or could not be asked. Calls with the same keys reach Redis in the order in which they were made.
   */
  run(script: string, keys: readonly string[], args: readonly string[]): Promise<unknown>
  /**
   * Calls back for each message on the channel, and when the subscription begins; returns the end of it. May be called more
   * than once for a channel. Left out, those who wait for another process's token poll.
   */
  subscribe?(channel: string, onMessage: () => void): () => void
}
