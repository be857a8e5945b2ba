import { cold } from './cold.mjs'
import { exclusive } from './exclusive.mjs'
import { failing } from './failing.mjs'
import { frozen } from './frozen.mjs'
import { kill } from './kill.mjs'

/** Rows of real processes around a real server. `rounds` is for somebody who only wants to see them run. */
export const fleetRows = [
  {
    id: 'fleet-cold-8',
    title: 'cold, 8 processes x 200 callers over Redis, fetch of 100 ms',
    run: ({ rounds = 1000 } = {}) => cold({ processes: 8, rounds }),
  },
  {
    id: 'fleet-cold-16',
    title: 'cold, 16 processes x 200 callers over Redis, fetch of 100 ms',
    run: ({ rounds = 1000 } = {}) => cold({ processes: 16, rounds }),
  },
  {
    id: 'fleet-kill',
    title: 'SIGKILL of the process that fetches, 8 x 200 callers, longest of 10',
    run: ({ rounds = 10 } = {}) => kill({ rounds: Math.min(rounds, 10) }),
  },
  {
    id: 'fleet-frozen',
    title: 'Redis frozen (SIGSTOP)',
    run: ({ rounds = 5 } = {}) => frozen({ rounds: Math.min(rounds, 5) }),
  },
  {
    id: 'fleet-exclusive',
    title: 'a new token ends the old one, 8 processes, 10 000 calls',
    run: exclusive,
  },
  {
    id: 'fleet-failing',
    title: 'token endpoint fails, 1 000 callers for 10 s',
    run: failing,
  },
]
