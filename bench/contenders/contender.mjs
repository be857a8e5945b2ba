/** @typedef {{ name: string, run: () => unknown, isAsync: boolean, isPeer: boolean, parsesKey: boolean }} Contender */

/** @returns {Contender} */
const contender = (name, run, isAsync, more) => ({
  name,
  run,
  isAsync,
  isPeer: false,
  parsesKey: false,
  ...more,
})

export const sync = (name, run, more = {}) => contender(name, run, false, more)
export const awaited = (name, run, more = {}) => contender(name, run, true, more)

/** A package from npm that people sign with today. */
export const peer = { isPeer: true }
/** A peer that reads the PEM text again for every signature. */
export const parsesKey = { isPeer: true, parsesKey: true }
