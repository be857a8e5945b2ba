import generated from './keys/keys.json' with { type: 'json' }
import keys from './vectors/keys.json' with { type: 'json' }
import token from './vectors/token.json' with { type: 'json' }

export const sample = token.keys['midtrans-docs-rsa2048']
export const smallSample = token.keys['nicepay-ionpaytest-rsa1024']
export const sampleVector = token.vectors[0] as (typeof token.vectors)[number]
export const sampleFingerprint: string = fingerprintFrom(sample.sha256)
export const pkcs1Private: string = keys.sameKey['PKCS#1 private'].text
export const pkcs1Public: string = keys.sameKey['PKCS#1 public'].text
export const refusedKeys = Object.entries(keys.refused)
/** Shapes that OpenSSL made: see `keys/README.md`. */
export const generatedKeys: {
  readonly [Section in keyof Omit<typeof generated, 'about'>]: readonly (readonly [
    name: string,
    text: string,
  ])[]
} = {
  encrypted: textsOf(generated.encrypted),
  encryptedForNode: textsOf(generated.encryptedForNode),
  refusedCiphers: textsOf(generated.refusedCiphers),
  otherEncrypted: textsOf(generated.otherEncrypted),
  certificates: textsOf(generated.certificates),
  refusedCertificates: textsOf(generated.refusedCertificates),
  containers: textsOf(generated.containers),
  jwk: textsOf(generated.jwk),
}

/** One of {@link generatedKeys}. */
export function generatedKey(section: keyof typeof generatedKeys, name: string): string {
  const found = generatedKeys[section].find(([known]) => known === name)
  if (!found) throw new Error(`there is no ${name} in ${section}`)
  return found[1]
}

function textsOf(section: Readonly<Record<string, { readonly text: string }>>): [string, string][] {
  return Object.entries(section).map(([name, { text }]) => [name, text])
}

/** What OpenSSL printed, without its padding. */
export function fingerprintFrom(sha256: string): string {
  return `SHA256:${sha256.replace(/=+$/, '')}`
}

/** The base64 between the armour lines. */
export function bodyOf(pem: string): string {
  return pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')
}

export function derOf(pem: string): Uint8Array {
  return Uint8Array.from(atob(bodyOf(pem)), (character) => character.charCodeAt(0))
}

/** What a function throws, or a failure if it does not. */
export function thrownBy(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}
