/** Compares two secrets in a time that does not tell where they differ. */
export const equalText = (left: string, right: string): boolean => {
  const encoder = new TextEncoder()
  const a = encoder.encode(left)
  const b = encoder.encode(right)
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i % Math.max(b.length, 1)] ?? 0)
  return difference === 0
}
