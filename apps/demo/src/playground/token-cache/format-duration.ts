/** How a language writes numbers and the units of time. */
export interface DurationWords {
  readonly locale: string
  readonly minutes: string
  readonly seconds: string
}

/** Writes milliseconds for people: thousandths below 10 s, tenths below a minute, then minutes and seconds. */
export const formatDuration = (ms: number, { locale, minutes, seconds }: DurationWords): string => {
  const write = (value: number, digits: number): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      value,
    )
  const rounded = Math.round(ms)
  if (rounded === 0) return `0 ${seconds}`
  if (rounded < 10_000) return `${write(rounded / 1_000, 3)} ${seconds}`
  if (rounded < 59_950) return `${write(rounded / 1_000, 1)} ${seconds}`
  const whole = Math.round(rounded / 1_000)
  const rest = whole % 60
  const full = `${write(Math.floor(whole / 60), 0)} ${minutes}`
  return rest === 0 ? full : `${full} ${rest} ${seconds}`
}
