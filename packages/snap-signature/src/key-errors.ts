import {
  type JwkMember,
  type JwkProblem,
  type KeyCipherProblem,
  type KeyProblem,
  type KeyPurposeField,
  type OtherKeyAlgorithm,
  SnapSignatureError,
} from './errors.js'

const generate = (bits: number) =>
  `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:${bits} -out private.pem`

const unreadableBecause: Readonly<Record<KeyProblem, string>> = {
  empty: 'The key is empty. Check that the environment variable or the file it comes from is set.',
  'too-long': 'The key text is longer than any RSA key. Pass one key and nothing else.',
  // Spelled out: a call here would keep all of these sentences in every bundle.
  'too-short':
    'This value is too short for an RSA key, as secrets and sample values are. Make a key with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out private.pem',
  'file-path': 'This is the path of a file and not a key. Read the file and pass what is in it.',
  openssh:
    'This key is in OpenSSH format. Convert a private key with: ssh-keygen -p -m PKCS8 -f <file>; a public one with: ssh-keygen -e -m PKCS8 -f <file>',
  pkcs12:
    'This is a PKCS#12 file. Take the private key out of it with: openssl pkcs12 -in <file> -nocerts -nodes; or the certificate with: openssl pkcs12 -in <file> -clcerts -nokeys',
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
      'This private key is encrypted: pass it to importEncryptedPrivateKey with its passphrase. Or decrypt it with: openssl pkey -in <file> -out decrypted.pem; or take its public half with: openssl pkey -in <file> -pubout',
    detail: { format },
  })
}

export function keyNotRsa(algorithm: OtherKeyAlgorithm): SnapSignatureError {
  const purpose = algorithm === 'unknown' ? 'another algorithm' : algorithm
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_NOT_RSA',
    message: `This key is for ${purpose}, and a plain RSA key is needed. Make a pair with: ${generate(2048)}`,
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

export function publicKeyExpected(): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_WRONG_KIND',
    message:
      'This is a private key, and its public half is needed: publicKeyOf(importPrivateKey(…)), or openssl pkey -in <file> -pubout',
    detail: { expected: 'public', actual: 'private' },
  })
}

export function keyNotEncrypted(bits: number): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_NOT_ENCRYPTED',
    message:
      'This private key lies open and has no passphrase. Pass it to importPrivateKey; or encrypt it with: openssl pkey -in <file> -aes256 -out encrypted.pem',
    detail: { bits },
  })
}

export function keyPassphrase(format: 'pkcs8' | 'legacy-pem'): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_PASSPHRASE',
    message:
      'The passphrase does not open this key, or the key was damaged. A passphrase from a file may end in a line break. Try both with: openssl pkey -in <file> -noout',
    detail: { format },
  })
}

const cipherBecause: Readonly<Record<KeyCipherProblem, string>> = {
  'unknown-scheme': 'This key is encrypted by an outdated or unknown scheme.',
  'unknown-derivation': 'This key is encrypted with a key derivation other than PBKDF2 with HMAC and SHA.',
  'unknown-cipher': 'This key is encrypted with a cipher other than AES or triple DES in CBC mode.',
  'too-many-iterations': 'This key asks for more than 10 000 000 iterations of its passphrase.',
  'bad-parameters':
    'The salt, the vector or a length in the encryption of this key is not what its scheme demands.',
  runtime: 'This runtime has no means to decrypt a key of this scheme.',
}

export function keyCipher(problem: KeyCipherProblem): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_CIPHER',
    message: `${cipherBecause[problem]} Encrypt it anew with: openssl pkey -in <file> -aes256 -out converted.pem (a very old scheme needs also: -provider default -provider legacy)`,
    detail: { problem },
  })
}

const jwkBecause: Readonly<Record<JwkProblem, (member: string) => string>> = {
  'not-json': () => 'This text begins like a JSON Web Key and is no JSON. Copy it again whole.',
  'key-set': () => 'This is a set of keys. Pass the one key of its "keys" that is meant.',
  missing: (member) =>
    `This JSON Web Key has no ${member}. A public key needs kty, n and e; a private one d, p, q, dp, dq and qi as well.`,
  'not-text': (member) => `The ${member} of this JSON Web Key is no text.`,
  'not-base64url': (member) => `The ${member} of this JSON Web Key is no base64url without padding.`,
  'more-than-two-primes': () => 'This JSON Web Key has more than two primes (oth), which engines refuse.',
}

export function keyJwk(problem: JwkProblem, member?: JwkMember): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_JWK',
    message: jwkBecause[problem](`"${member}"`),
    detail: member === undefined ? { problem } : { problem, member },
  })
}

const purposeOf: Readonly<Record<KeyPurposeField, string>> = {
  alg: 'must be RS256 or absent',
  use: 'must be sig or absent',
  key_ops: 'must allow to sign (a private key) or to verify (a public one), or be absent',
  algorithm: 'must be RSASSA-PKCS1-v1_5',
  hash: 'must be SHA-256',
  usages: 'must allow to sign (a private key) or to verify (a public one)',
}

export function keyWrongPurpose(field: KeyPurposeField): SnapSignatureError {
  return new SnapSignatureError({
    code: 'ERR_SNAP_KEY_WRONG_PURPOSE',
    message: `This RSA key was made for another purpose: its "${field}" ${purposeOf[field]}.`,
    detail: { field },
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
