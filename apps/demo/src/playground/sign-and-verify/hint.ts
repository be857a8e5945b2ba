import type { SignatureEncoding } from '@x/snap-signature'

/** What a signature that does not verify looks like. A hint for its reader; nothing is verified by it. */
export type Hint =
  | 'nothing-pasted'
  | 'white-space'
  | 'quoted'
  | 'not-ascii'
  | 'other-encoding'
  | 'upper-case-hex'
  | 'lower-cased-base64'
  | 'base64url'
  | 'padding-missing'
  | 'base64-of-hex'
  | 'percent-encoded'
  | 'hmac-sha256'
  | 'an-hmac'
  | 'an-rsa-signature'
  | 'another-key-size'
  | 'cut-off'
  | 'a-word'

/** What is known without the received text. */
export interface Expected {
  readonly encoding: SignatureEncoding
  readonly symmetric: boolean
  /** Bytes that a signature of this kind and key has. */
  readonly byteLength: number
}

const hexForm = /^[0-9a-f]+$/
const base64Form = /^[A-Za-z0-9+/]+={0,2}$/

/** The first thing that is odd about the text itself; undefined if it has the form of the right signature. */
export const hintFor = (text: string, expected: Expected): Hint | undefined => {
  const { encoding, byteLength } = expected
  if (text === '') return 'nothing-pasted'
  if (/[^\0-\x7f]/.test(text)) return 'not-ascii'
  if (/\s/.test(text)) return 'white-space'
  if (/^(["'`]).*\1$/.test(text)) return 'quoted'
  if (/%[0-9a-f]{2}/i.test(text)) return 'percent-encoded'
  if (/^(?:undefined|null|nan|true|false|error\b.*|\[object .*)$/i.test(text)) return 'a-word'
  if (text.length === byteLength * 2 && /^[0-9a-f]+$/i.test(text)) {
    if (!hexForm.test(text)) return 'upper-case-hex'
    return encoding === 'hex' ? undefined : 'other-encoding'
  }
  const unpadded = text.replace(/=+$/, '')
  const base64Length = Math.ceil((byteLength * 4) / 3)
  if (unpadded.length === base64Length) {
    if (/[-_]/.test(unpadded)) return 'base64url'
    if (base64Form.test(text)) {
      // Sixty-four letters in one case: once in 2^100 signatures.
      if (/[a-z]/.test(unpadded) && !/[A-Z]/.test(unpadded)) return 'lower-cased-base64'
      if (text.length % 4 !== 0) return 'padding-missing'
      return encoding === 'base64' ? undefined : 'other-encoding'
    }
  }
  if (unpadded.length === Math.ceil((byteLength * 8) / 3) && /^[0-9a-f]+$/i.test(decoded(unpadded)))
    return 'base64-of-hex'
  return hintOfLength(bytesIn(text), expected)
}

const rsaSizes = [128, 256, 384, 512]

const hintOfLength = (bytes: number | undefined, { symmetric, byteLength }: Expected): Hint | undefined => {
  if (bytes === undefined) return undefined
  if (symmetric && bytes === 32) return 'hmac-sha256'
  if (symmetric && rsaSizes.includes(bytes)) return 'an-rsa-signature'
  if (!symmetric && (bytes === 64 || bytes === 32)) return 'an-hmac'
  if (!symmetric && rsaSizes.includes(bytes)) return 'another-key-size'
  return bytes < byteLength ? 'cut-off' : undefined
}

/** How many bytes a text stands for, by its alphabet; hex before base64, whose alphabet holds it. */
const bytesIn = (text: string): number | undefined => {
  if (/^[0-9a-f]+$/i.test(text) && text.length % 2 === 0) return text.length / 2
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return undefined
  return Math.floor((text.replace(/=+$/, '').length * 3) / 4)
}

const decoded = (text: string): string => {
  try {
    return atob(text)
  } catch {
    return ''
  }
}
