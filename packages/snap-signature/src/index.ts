export type {
  AnySnapSignatureError,
  KeyProblem,
  OtherKeyAlgorithm,
  SnapSignatureErrorCode,
  SnapSignatureErrorDetails,
  TimestampProblem,
} from './errors.js'
export { SnapSignatureError } from './errors.js'
export { fingerprint } from './fingerprint.js'
export { type FormatTimestampOptions, formatTimestamp } from './format-timestamp.js'
export type { ImportKeyOptions } from './import-key-options.js'
export { importPrivateKey } from './import-private-key.js'
export { importPublicKey } from './import-public-key.js'
export { type IsFreshInput, isFresh } from './is-fresh.js'
export type { PrivateKey, PublicKey } from './key.js'
export { parseTimestamp } from './parse-timestamp.js'
export { publicKeyOf } from './public-key-of.js'
export { type SignTokenRequestInput, signTokenRequest } from './sign-token-request.js'
export type { SignatureEncoding } from './signature-encoding.js'
export { type TokenStringToSignInput, tokenStringToSign } from './token-string-to-sign.js'
export { type VerifyTokenRequestInput, verifyTokenRequest } from './verify-token-request.js'
