const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const encode = (bytes: Uint8Array): string => Array.from(bytes, (byte) => alphabet[byte & 63]).join('')

/** 48 characters of base64url: 288 bits, as opaque as a provider's token. */
export const randomToken = (): string => encode(crypto.getRandomValues(new Uint8Array(48)))

/** The same tokens in each run, for tests that compare whole answers. Never a secret: anyone can compute them. */
export const seededTokens = (seed: number): (() => string) => {
  let state = seed >>> 0
  // mulberry32: small, and good enough to tell tokens apart.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  return () => encode(Uint8Array.from({ length: 48 }, next))
}
