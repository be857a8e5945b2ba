/** What the bank does with a call. Those that name `commit` have executed it before the fault. */
export const faults = [
  'none',
  'accepted',
  'refused',
  'reset at the headers',
  'reset before commit',
  'commit, then reset',
  'commit, then half the headers',
  'commit, then half the body',
  'commit, then a cut chunk',
  'commit, then a slow body',
  'commit, then a body in drops',
  'silence',
  'commit, then silence',
  'commit, then 302',
  'commit, then 307',
  '308',
  'commit, then 504',
  '500',
  'commit, then HTML 502',
  'HTML 502',
  'commit, then bare 401',
  'bare 401',
  'bare 403',
  'commit, then 2 MiB',
  'commit, then not UTF-8',
  'commit, then nothing',
  'commit, then 204',
  'commit, then an array',
  'commit, then a code unheard of',
  'commit, then 408',
  'token refused',
  'token refused twice',
  'token refused, then commit and 409',
  'token refused, then commit and reset',
  'every token dies',
  'hang up after the answer',
  'hang up at the next request',
  '421',
  'commit, then 421',
] as const

export type Fault = (typeof faults)[number]

type Ending = 'success' | 'pending' | 'rejected' | 'unknown'

/**
 * What a caller who waits may be told, and nothing else. The reader of this table is the judge of the engine: it is
 * written by hand from what the bank did, not from what the engine says.
 */
export const endings: Readonly<Record<Fault, readonly Ending[]>> = {
  none: ['success'],
  accepted: ['pending'],
  refused: ['rejected'],
  'reset at the headers': ['unknown'],
  'reset before commit': ['unknown'],
  'commit, then reset': ['unknown'],
  'commit, then half the headers': ['unknown'],
  'commit, then half the body': ['unknown'],
  'commit, then a cut chunk': ['unknown'],
  'commit, then a slow body': ['unknown'],
  'commit, then a body in drops': ['success'],
  silence: ['unknown'],
  'commit, then silence': ['unknown'],
  'commit, then 302': ['unknown'],
  'commit, then 307': ['unknown'],
  '308': ['unknown'],
  'commit, then 504': ['unknown'],
  '500': ['unknown'],
  'commit, then HTML 502': ['unknown'],
  'HTML 502': ['unknown'],
  'commit, then bare 401': ['unknown'],
  'bare 401': ['unknown'],
  'bare 403': ['unknown'],
  'commit, then 2 MiB': ['unknown'],
  'commit, then not UTF-8': ['unknown'],
  'commit, then nothing': ['unknown'],
  'commit, then 204': ['unknown'],
  'commit, then an array': ['unknown'],
  'commit, then a code unheard of': ['unknown'],
  'commit, then 408': ['unknown'],
  'token refused': ['success'],
  'token refused twice': ['rejected'],
  'token refused, then commit and 409': ['unknown'],
  'token refused, then commit and reset': ['unknown'],
  'every token dies': ['success'],
  'hang up after the answer': ['success'],
  'hang up at the next request': ['success'],
  '421': ['unknown'],
  // Node's fetch sends it again by itself, and the bank knows the reference by then.
  'commit, then 421': ['unknown'],
}

/** What the caller does in the midst of it. */
export const acts = [
  'wait',
  'abort before',
  'abort while waiting for the token',
  'abort in beforeSend',
  'throw in beforeSend',
  'abort as it is sent',
  'abort while connecting',
  'abort at the arrival',
  'abort at the headers',
  'abort in the body',
] as const

export type Act = (typeof acts)[number]

export interface Story {
  readonly reference: string
  readonly service: 'transfer-intrabank' | 'qr-generate'
  readonly fault: Fault
  readonly act: Act
  /** Where it is sent: to the bank, to a port that hangs up on everybody, or to one where nobody listens. */
  readonly to: 'bank' | 'hang-up' | 'nobody'
}

/** mulberry32: a seeded source that is the same on every machine. */
export const randomOf = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The story of one call follows from the seed and its number alone, so that it can be told again without the others. */
export const storyOf = (seed: number, number: number): Story => {
  const random = randomOf(seed * 100_003 + number)
  const one = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const place = random()
  return {
    reference: `K${seed}-${number}`,
    service: random() < 0.75 ? 'transfer-intrabank' : 'qr-generate',
    // Each fault comes in turn, so that none is missing from a short run.
    fault: faults[number % faults.length] as Fault,
    act: random() < 0.6 ? 'wait' : one(acts),
    to: place < 0.02 ? 'nobody' : place < 0.04 ? 'hang-up' : 'bank',
  }
}
