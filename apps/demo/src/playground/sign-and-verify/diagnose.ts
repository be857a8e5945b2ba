import type { SignatureEncoding } from '@x/snap-signature'
import { type Hint, hintFor } from './hint.js'
import { type Received, type Verdict, verifyReceived } from './verify-received.js'

/** A verdict, and for a reader what the text looks like. */
export interface Diagnosis {
  readonly verdict: Verdict
  readonly hint?: Hint | undefined
  /**
   * Whether the same bytes, written as expected, would verify; undefined where that cannot be told. A diagnosis: the
   * verdict stays what it is.
   */
  readonly rightApartFromThat?: boolean | undefined
}

/** What is known of the right signature. */
export interface Known {
  readonly byteLength: number
  /** In base64; undefined where only a public key is at hand. */
  readonly signature: string | undefined
}

/** Verifies as {@link verifyReceived} does, then explains a refusal. */
export const diagnose = async (received: Received, known: Known): Promise<Diagnosis> => {
  const verdict = await verifyReceived(received)
  if (verdict.valid || verdict.problem === 'unsignable-value') return { verdict }
  const { signature: text, encoding, inputs } = received
  const { byteLength, signature: right } = known
  const hint = hintFor(text, { encoding, byteLength, symmetric: inputs.kind === 'symmetric' })
  if (hint === 'lower-cased-base64')
    return {
      verdict,
      hint,
      rightApartFromThat: right === undefined ? undefined : right.toLowerCase() === text,
    }
  const written = hint && rewrite(text, hint, encoding)
  if (written === undefined) return { verdict, hint }
  return {
    verdict,
    hint,
    rightApartFromThat: (await verifyReceived({ ...received, ...written })).valid,
  }
}

interface Written {
  readonly signature: string
  readonly encoding: SignatureEncoding
}

/** The same bytes as they should have been written. */
const rewrite = (text: string, hint: Hint, encoding: SignatureEncoding): Written | undefined => {
  const other = encoding === 'base64' ? 'hex' : 'base64'
  const pad = (unpadded: string) => unpadded.padEnd(Math.ceil(unpadded.length / 4) * 4, '=')
  switch (hint) {
    case 'other-encoding':
      return { signature: text, encoding: other }
    case 'upper-case-hex':
      return { signature: text.toLowerCase(), encoding: 'hex' }
    case 'white-space':
      return { signature: text.replace(/\s/g, ''), encoding }
    case 'quoted':
      return { signature: text.slice(1, -1), encoding }
    case 'percent-encoded':
      return { signature: decodePercent(text), encoding }
    case 'base64url':
      return {
        signature: pad(text.replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/')),
        encoding: 'base64',
      }
    case 'padding-missing':
      return { signature: pad(text.replace(/=+$/, '')), encoding: 'base64' }
    case 'base64-of-hex':
      return { signature: atob(text.replace(/=+$/, '')).toLowerCase(), encoding: 'hex' }
    default:
      return undefined
  }
}

const decodePercent = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
