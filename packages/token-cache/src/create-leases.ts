import type { RunningFlight } from './flight.js'
import { type Lease, openLease } from './open-lease.js'
import type { StoreAccess } from './store-access.js'
import type { Surroundings } from './surroundings.js'

/** The leases of the running flights of one key: each flight has its own, and it ends with it. */
export interface Leases {
  /** Made at the first call. */
  readonly of: (flight: RunningFlight) => Lease
  readonly isWaiting: (flight: RunningFlight) => boolean
  /** Lets it run out instead of giving it up: whoever comes next waits for that. */
  readonly lapse: (flight: Pick<RunningFlight, 'id'>) => void
  readonly end: (flight: Pick<RunningFlight, 'id'>) => void
}

/** A store that coordinates nothing grants nothing. */
const none: Lease = {
  lock: async () => 'unavailable',
  commit: async () => 'unavailable',
  isWaiting: () => false,
  lapse: () => {},
  end: () => {},
}

export function createLeases({
  access,
  surroundings,
}: {
  access: StoreAccess | undefined
  surroundings: Surroundings
}): Leases {
  const coordinate = access?.store.coordinate
  const open = new Map<number, Lease>()
  return {
    of({ id, owner, signal }) {
      if (access === undefined || coordinate === undefined) return none
      const known = open.get(id)
      if (known !== undefined) return known
      const lease = openLease({ access, coordinate, owner: owner(), signal, surroundings })
      open.set(id, lease)
      return lease
    },
    isWaiting: ({ id }) => open.get(id)?.isWaiting() ?? false,
    lapse: ({ id }) => open.get(id)?.lapse(),
    end({ id }) {
      open.get(id)?.end()
      open.delete(id)
    },
  }
}
