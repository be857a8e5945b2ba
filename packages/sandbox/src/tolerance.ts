/** No provider publishes its tolerance; five minutes is what servers of the standard commonly take. */
export const toleranceMs = 300_000
