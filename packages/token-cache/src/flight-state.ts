import type { Instant, TokenLife } from './freshness.js'
import type { Decision, Effect, Flight, SettledWith, State } from './state.js'

export function flightOf({ flights }: State, id: number): Flight | undefined {
  return flights.find((flight) => flight.id === id)
}

export function withFlight(state: State, flight: Flight): State {
  return { ...state, flights: state.flights.map((each) => (each.id === flight.id ? flight : each)) }
}

export function land(state: State, flight: Flight): State {
  return { ...state, flights: state.flights.filter(({ id }) => id !== flight.id) }
}

export function settle({ id }: Flight, outcome: SettledWith): Effect {
  return { type: 'settle', flight: id, with: outcome }
}

export function keep(
  state: State,
  { flight, token, at, landed = at }: { flight: Flight; token: TokenLife; at: Instant; landed?: Instant },
): Decision {
  // A token that reached its own end clears the record; one that replaces a rejected token is still on trial.
  const isOnTrial = state.token === undefined
  return {
    state: {
      ...land(state, flight),
      token: { ...token, landed, accepted: false, doubted: false, cleared: undefined },
      pause: undefined,
      rejected: isOnTrial ? state.rejected : undefined,
      strikes: isOnTrial ? state.strikes : 0,
      checked: at,
    },
    effects: [{ type: 'keep', token }, settle(flight, 'outcome')],
  }
}

/** The version that a token of this flight takes the place of, as far as this process knows. */
export function replacedBy({ token, rejected }: State, { unwanted }: Flight): string | undefined {
  return unwanted ?? token?.version ?? rejected?.version
}
