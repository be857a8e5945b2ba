import type { Decipher } from 'node:crypto'
import type { EncryptedKey } from '../encrypted-key.js'
import { crypto } from './builtins.js'

type Pbes2 = Extract<EncryptedKey, { scheme: 'pbes2' }>

export async function decrypt(
  encrypted: EncryptedKey,
  passphrase: Uint8Array,
): Promise<Uint8Array | 'unsupported' | undefined> {
  if (encrypted.scheme === 'pkcs12') return openPkcs12(encrypted.der, passphrase)
  const { cipher, keyLength, iv, ciphertext } = encrypted
  const { createDecipheriv } = crypto()
  let decipher: Decipher
  try {
    const key =
      encrypted.scheme === 'pbes2'
        ? await pbkdf2(encrypted, passphrase)
        : legacyKey(passphrase, iv.subarray(0, 8), keyLength)
    decipher = createDecipheriv(cipher, key, iv)
  } catch {
    // A build of OpenSSL, or a runtime that stands in for Node, may lack the digest or the cipher.
    return 'unsupported'
  }
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()])
  } catch {
    return undefined
  }
}

// On the thread pool: millions of iterations must not hold up the event loop.
function pbkdf2({ salt, iterations, keyLength, hash }: Pbes2, passphrase: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    crypto().pbkdf2(passphrase, salt, iterations, keyLength, hash, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
}

/** OpenSSL's EVP_BytesToKey with MD5 and one iteration, as PEM encryption has always used it. */
function legacyKey(passphrase: Uint8Array, salt: Uint8Array, length: number): Buffer {
  let digest = Buffer.alloc(0)
  let key = Buffer.alloc(0)
  while (key.length < length) {
    digest = crypto().createHash('md5').update(digest).update(passphrase).update(salt).digest()
    key = Buffer.concat([key, digest])
  }
  return key.subarray(0, length)
}

function openPkcs12(der: Uint8Array, passphrase: Uint8Array): Uint8Array | undefined {
  const { createPrivateKey } = crypto()
  try {
    const source = {
      key: Buffer.from(der),
      format: 'der',
      type: 'pkcs8',
      passphrase: Buffer.from(passphrase),
    } as const
    return createPrivateKey(source).export({ format: 'der', type: 'pkcs8' })
  } catch {
    return undefined
  }
}
