/** Our clock minus the server's `Date` header, in milliseconds; undefined where there is none. Both are epoch based. */
export const clockSkew = (receivedAt: number, date: string | null): number | undefined => {
  const serverTime = date === null ? Number.NaN : Date.parse(date)
  const skew = receivedAt - serverTime
  return Number.isNaN(skew) ? undefined : skew
}
