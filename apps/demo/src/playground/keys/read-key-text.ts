import {
  exportPrivateKey,
  exportPublicKey,
  fingerprint,
  importEncryptedPrivateKey,
  importPrivateKey,
  importPublicKey,
  type PrivateKey,
  type PublicKey,
  SnapSignatureError,
} from '@x/snap-signature'
import { sayError } from '../parts/say-error.js'
import type { Spoken } from '../parts/spoken.js'
import { type Repair, repairsOf } from './repairs-of.js'

/** What a pasted text turned out to be. */
export type KeyReading =
  | { readonly found: 'nothing' }
  /** A private key that only its passphrase opens. */
  | { readonly found: 'locked'; readonly said: Spoken | undefined }
  | { readonly found: 'refused'; readonly code: string; readonly said: Spoken }
  | ReadKey

export interface ReadKey {
  readonly found: 'private' | 'public' | 'certificate'
  readonly bits: number
  readonly fingerprint: string
  /** What the portal of a provider asks for. */
  readonly publicPem: string
  /** PKCS#8; undefined for a public key. */
  readonly privatePem: string | undefined
  readonly repairs: readonly Repair[]
}

/** Below it no key is read at all; what a provider asks for is another question. */
const smallestBits = 1_024

/** Says what a text is: told by its structure, never by its label or its file's name. */
export const readKeyText = async (text: string, passphrase: string): Promise<KeyReading> => {
  if (text.trim() === '') return { found: 'nothing' }
  try {
    return readPrivate(importPrivateKey(text, { minimumBits: smallestBits }), text)
  } catch (error) {
    if (!(error instanceof SnapSignatureError)) throw error
    if (error.code === 'ERR_SNAP_KEY_ENCRYPTED') return unlock(text, passphrase)
    if (error.code === 'ERR_SNAP_KEY_WRONG_KIND')
      return readPublic(text, error.detail.actual === 'certificate' ? 'certificate' : 'public')
    return refused(error)
  }
}

const refused = (error: unknown): KeyReading => ({
  found: 'refused',
  code: error instanceof SnapSignatureError ? error.code : '',
  said: sayError(error),
})

const unlock = async (text: string, passphrase: string): Promise<KeyReading> => {
  if (passphrase === '') return { found: 'locked', said: undefined }
  try {
    return readPrivate(await importEncryptedPrivateKey(text, { passphrase, minimumBits: smallestBits }), text)
  } catch (error) {
    if (error instanceof SnapSignatureError && error.code === 'ERR_SNAP_KEY_PASSPHRASE')
      return { found: 'locked', said: sayError(error) }
    return refused(error)
  }
}

const readPublic = (text: string, found: 'public' | 'certificate'): KeyReading => {
  try {
    const key = importPublicKey(text, { minimumBits: smallestBits })
    return { found, ...factsOf(key), privatePem: undefined, repairs: repairsOf(text) }
  } catch (error) {
    return refused(error)
  }
}

const readPrivate = (key: PrivateKey, text: string): KeyReading => {
  const privatePem = exportPrivateKey(key)
  return { found: 'private', ...factsOf(key), privatePem, repairs: repairsOf(text, privatePem) }
}

const factsOf = (key: PrivateKey | PublicKey): Pick<ReadKey, 'bits' | 'fingerprint' | 'publicPem'> => ({
  bits: key.bits,
  fingerprint: fingerprint(key),
  publicPem: exportPublicKey(key),
})
