import { type KeyProblem, type OtherKeyAlgorithm, SnapSignatureError } from './errors.js'

const generate = (bits: number) =>
  `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${bits} -out private.pem`

const unreadableBecause: Readonly<Record<KeyProblem, string>> = {
  empty: 'The key is empty. Check that the environment variable or the file it comes from is set.',
  'too-long': 'The key text is longer than any RSA key. Pass one key and nothing else.',
  'too-short': `This value is too short for an RSA key, as secrets and sample values are. Make a key with: ${generate(2048)}`,
  'file-path': 'This is the path of a file and not a key. Read the file and pass what is in it.',
  openssh:
    'This key is in OpenSSH format. Convert a private key with: ssh-keygen -p -m PKCS8 -f <file>; a public one with: ssh-keygen -e -m PKCS8 -f <file>',
  'several-keys': 'The text holds several PEM blocks. Pass only the block of the key that is meant.',
  'not-base64':
    'The key holds characters that are not base64. Copy it again, from the line -----BEGIN to the line -----END.',
  'not-a-key':
    'These bytes are no RSA key in PKCS#1, PKCS#8 or SubjectPublicKeyInfo form. Check which file was passed.',
  'trailing-bytes': 'Bytes follow the end of the key. Pass one key and nothing else.',
  'inconsistent-numbers':
    'The numbers inside the key do not fit one another: it was damaged on its way. Copy it again from its origin.',
}

export function keyUnreadable(problem: KeyProblem): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_UNREADABLE',
    message: unreadableBecause[problem],
    detail: { problem },
  })
}

export function keyTruncated(actualBytes: number, expectedBytes?: number): SnapSignatureError {
  const counts = expectedBytes === undefined ? '' : ` (${actualBytes} of its ${expectedBytes} bytes arrived)`
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_TRUNCATED',
    message: `The key is cut off${counts}. Environment files often keep only the first line: write line breaks as \\n.`,
    detail: expectedBytes === undefined ? { actualBytes } : { actualBytes, expectedBytes },
  })
}

export function keyEncrypted(format: 'pkcs8' | 'legacy-pem'): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_ENCRYPTED',
    message:
      'This private key is encrypted with a passphrase. Decrypt it with: openssl pkey -in <file> -out decrypted.pem; or take its public half with: openssl pkey -in <file> -pubout',
    detail: { format },
  })
}

export function keyNotRsa(algorithm: OtherKeyAlgorithm): SnapSignatureError {
  const purpose = algorithm === 'unknown' ? 'another algorithm' : algorithm
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_NOT_RSA',
    message: `This key is for ${purpose}, and SNAP signs with plain RSA. Make a pair with: ${generate(2048)}`,
    detail: { algorithm },
  })
}

export function privateKeyExpected(actual: 'public' | 'certificate'): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_WRONG_KIND',
    message: `This is a ${actual === 'public' ? 'public key' : actual}, and the private key is needed: the file that openssl genpkey wrote, with BEGIN PRIVATE KEY in its first line.`,
    detail: { expected: 'private', actual },
  })
}

export function publicKeyExpected(actual: 'private' | 'certificate'): SnapSignatureError {
  const message =
    actual === 'private'
      ? 'This is a private key, and its public half is needed: publicKeyOf(importPrivateKey(…)), or openssl pkey -in <file> -pubout'
      : 'This is a certificate. Take the public key out of it with: openssl x509 -in <file> -pubkey -noout'
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_WRONG_KIND',
    message: message,
    detail: { expected: 'public', actual },
  })
}

export function keyTooSmall(bits: number, minimumBits: number): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_TOO_SMALL',
    message: `The key has ${bits} bits, and at least ${minimumBits} are needed. Make a pair with: ${generate(minimumBits)}`,
    detail: { bits, minimumBits },
  })
}

export function keyRejected(kind: 'private' | 'public'): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_REJECTED',
    message: `This runtime's cryptography refuses the ${kind} key, though its structure is sound. Make a pair with: ${generate(2048)}`,
    detail: { kind },
  })
}
