import {
  formatTimestamp,
  importPrivateKey,
  importPublicKey,
  type PrivateKey,
  type PublicKey,
  publicKeyOf,
  SnapSignatureError,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'

const privateKey: PrivateKey = importPrivateKey('-----BEGIN PRIVATE KEY-----')
const publicKey: PublicKey = importPublicKey(new Uint8Array(), { minimumBits: 2048 })
const timestamp: string = formatTimestamp(0)

export const signature: Promise<string> = signTokenRequest({ clientId: 'id', timestamp, privateKey })
export const verified: Promise<boolean> = verifyTokenRequest({
  clientId: 'id',
  timestamp,
  signature: '',
  publicKey: publicKeyOf(privateKey),
})

export const bits = (error: unknown): number | undefined =>
  error instanceof SnapSignatureError && error.code === 'ERR_SNAP_KEY_TOO_SMALL'
    ? error.detail.bits
    : undefined

// @ts-expect-error: a public key does not sign
signTokenRequest({ clientId: 'id', timestamp, privateKey: publicKey })
