const REASONS: ReadonlyMap<string, string> = new Map([
  ['READONLY', 'this is a read-only replica, connect to the primary'],
  ['OOM', 'Redis has no memory left for a write'],
  ['NOPERM', 'its user may not run EVAL and these commands on these keys'],
  ['NOAUTH', 'no password was given'],
  ['WRONGPASS', 'user or password is wrong'],
  ['WRONGTYPE', 'something else is kept under this key'],
  ['CROSSSLOT', 'a key prefix with braces of its own has parted record and lease'],
  ['CLUSTERDOWN', 'the cluster has no node for this key'],
  ['MOVED', 'this is one node of a cluster, use the client for clusters'],
  ['LOADING', 'Redis is starting'],
  ['BUSY', 'Redis is running a long script'],
  ['MISCONF', 'Redis cannot save to its disk'],
  ['MASTERDOWN', 'this replica has lost its primary'],
  ['NOREPLICAS', 'Redis has too few replicas for a write'],
  ['ECONNREFUSED', 'nothing listens at its address'],
  ['ECONNRESET', 'the connection broke'],
  ['EPIPE', 'the connection broke'],
  ['ETIMEDOUT', 'the connection timed out'],
  ['ENOTFOUND', 'its host name is not known'],
])

/**
 * Says why, from a client's error, in words of our own: that error may hold the command, and so the token, and a
 * message of Redis or of a proxy may repeat its arguments.
 */
export function whyRefused(error: unknown): string {
  const words = wordsOf(error)
  // Old servers begin every failure of a script with ERR, and say behind it which one it was.
  for (const word of words) {
    const reason = REASONS.get(word)
    if (reason !== undefined) return `${word}: ${reason}`
  }
  if (words.includes('ERR')) return 'ERR: Redis refused EVAL or one of the commands in it'
  return 'the client rejected, or its connection is closed'
}

function wordsOf(error: unknown): readonly string[] {
  try {
    const { code, message } = Object(error)
    return `${code} ${message}`.slice(0, 1_000).match(/\b[A-Z]{3,20}\b/g) ?? []
  } catch {
    return []
  }
}
