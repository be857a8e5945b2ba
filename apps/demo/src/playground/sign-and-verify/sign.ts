import {
  importPrivateKey,
  importSecret,
  minifyJson,
  type PrivateKey,
  signAsymmetric,
  signSymmetric,
  signTokenRequest,
} from '@x/snap-signature'
import { bytesOfBase64, hexOf } from '../parts/encodings.js'
import { sayError } from '../parts/say-error.js'
import type { Note } from '../parts/spoken.js'
import type { SignInputs } from './sign-inputs.js'
import { signedPath } from './signed-path.js'

/** A key of test environments may be as short as this. */
export const minimumBits = 1024

/** The private key in a field, or why it is none. */
export type KeyReading =
  | { readonly key: PrivateKey; readonly note?: Note }
  | { readonly key?: undefined; readonly note: Note }

export const readPrivateKey = (text: string): KeyReading => {
  try {
    const key = importPrivateKey(text, { minimumBits })
    return key.bits < 2048 ? { key, note: shortKey(key.bits) } : { key }
  } catch (thrown) {
    return { note: { kind: 'error', ...sayError(thrown) } }
  }
}

/** Why a secret is none; undefined if it can sign. */
export const secretNote = (text: string): Note | undefined => {
  try {
    importSecret(text)
    return undefined
  } catch (thrown) {
    return { kind: 'error', ...sayError(thrown) }
  }
}

/** One signature, written both ways. */
export interface Signature {
  readonly base64: string
  readonly hex: string
  readonly byteLength: number
}

/** Signs inputs that have no error; `key` is that of their private key. */
export const sign = async (inputs: SignInputs, key: PrivateKey | undefined): Promise<Signature> => {
  const base64 = await signBase64(inputs, key)
  const bytes = bytesOfBase64(base64)
  return { base64, hex: hexOf(bytes), byteLength: bytes.length }
}

const signBase64 = async (inputs: SignInputs, key: PrivateKey | undefined): Promise<string> => {
  const { kind, method, path, pathForm, accessToken, body, clientId, timestamp, secret } = inputs
  const transaction = () => ({ method, path: signedPath(path, pathForm), body, timestamp })
  if (kind === 'symmetric') return signSymmetric({ ...transaction(), accessToken, secret })
  if (key === undefined) throw new TypeError('"key" must be the private key of this kind, got undefined')
  return kind === 'asymmetric'
    ? signAsymmetric({ ...transaction(), privateKey: key })
    : signTokenRequest({ clientId, timestamp, privateKey: key })
}

/** How many bytes of a body are sent, and how many of them are hashed. */
export const bodySizes = (body: string): { readonly sent: number; readonly hashed: number } => ({
  sent: new TextEncoder().encode(body).length,
  hashed: new TextEncoder().encode(minifyJson(body)).length,
})

const shortKey = (bits: number): Note => ({
  kind: 'warning',
  english: `This key has ${bits} bits: for a test environment that hands out such keys, never for production (2048 or more).`,
  indonesian: `Kunci ini ${bits} bit: hanya untuk lingkungan uji yang memang memberi kunci sependek ini, jangan untuk produksi (minimal 2048).`,
})
