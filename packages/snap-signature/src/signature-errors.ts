import { type SignatureProblem, type SignerProblem, SnapSignatureError } from './errors.js'

const mismatchBecause: Readonly<Record<SignatureProblem, string>> = {
  'unsignable-value':
    'The method, path, token, timestamp, client id or body holds what no sender can have signed. Pass them as they arrived: the path with its query, the token without "Bearer", the raw body.',
  'not-canonical-encoding':
    'The signature is not written in the expected encoding: base64 with padding, or lower-case hex if "encoding" says so. Pass the header as it arrived.',
  'wrong-length':
    'The signature has another length than this algorithm and key give. Does its sender sign with HMAC or with RSA, and whose key was passed?',
  mismatch:
    'The signature is of another request or by another key. Compare the string to sign with that of the sender: the raw body, the path with its query, the token, X-TIMESTAMP; then the secret or the fingerprint of the key.',
}

export function signatureMismatch(problem: SignatureProblem): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_SIGNATURE_MISMATCH',
    message: mismatchBecause[problem],
    detail: { problem },
  })
}

const signerBecause: Readonly<Record<SignerProblem, string>> = {
  'not-bytes':
    'The signer function did not return bytes. Let it resolve to a Uint8Array: the raw signature, not its base64 or hex.',
  'too-short':
    'The signer function returned fewer bytes than an RSA signature has. Let it sign with RSASSA-PKCS1-v1_5 and SHA-256, and return the raw signature.',
  'too-long':
    'The signer function returned more bytes than any RSA signature has. Let it sign with RSASSA-PKCS1-v1_5 and SHA-256, and return the raw signature.',
  text: 'The signer function returned the bytes of a text. Decode base64 or hex, and return the raw signature.',
}

export function signerRefused(problem: SignerProblem): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_SIGNER',
    message: signerBecause[problem],
    detail: { problem },
  })
}
