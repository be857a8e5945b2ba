import type { CbcCipher } from './backend/encrypted-key.js'

/** What a cipher in CBC mode is known by, and its lengths in bytes. */
export interface CbcParameters {
  readonly cipher: CbcCipher
  /** Hexadecimal of its object identifier. */
  readonly oid: string
  readonly keyLength: number
  readonly blockLength: number
}

export const cbcCiphers: readonly CbcParameters[] = [
  { cipher: 'aes-128-cbc', oid: '608648016503040102', keyLength: 16, blockLength: 16 },
  { cipher: 'aes-192-cbc', oid: '608648016503040116', keyLength: 24, blockLength: 16 },
  { cipher: 'aes-256-cbc', oid: '60864801650304012a', keyLength: 32, blockLength: 16 },
  { cipher: 'des-ede3-cbc', oid: '2a864886f70d0307', keyLength: 24, blockLength: 8 },
]

export function isWholeBlocks(ciphertext: Uint8Array, { blockLength }: CbcParameters): boolean {
  return ciphertext.length > 0 && ciphertext.length % blockLength === 0
}
