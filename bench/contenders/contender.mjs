/** @typedef {{ name: string, run: () => unknown, isAsync: boolean, isPeer: boolean, parsesKey: boolean, servesFleet: boolean, read?: (answer: any) => unknown }} Contender */

/** @returns {Contender} */
const contender = (name, run, isAsync, more) => ({
  name,
  run,
  isAsync,
  isPeer: false,
  parsesKey: false,
  servesFleet: false,
  ...more,
})

export const sync = (name, run, more = {}) => contender(name, run, false, more)
export const awaited = (name, run, more = {}) => contender(name, run, true, more)

/** A package from npm that people sign with today. */
export const peer = { isPeer: true }
/** A peer that reads the PEM text again for every signature. */
export const parsesKey = { isPeer: true, parsesKey: true }
/** A peer that can share tokens between processes. */
export const fleetPeer = { isPeer: true, servesFleet: true }
