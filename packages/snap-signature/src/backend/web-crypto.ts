export function webCrypto(): SubtleCrypto {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle
  if (!subtle)
    throw new TypeError('crypto.subtle is missing: a page must be served over https or from localhost')
  return subtle
}
