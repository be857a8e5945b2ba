/** The nearest-rank percentile, `share` from 0 to 1. */
export const percentile = (values, share) => {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]
}

/** What goes on behind an answer, a publication or the end of a subscription, belongs to the same round. */
export const settle = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms))
