export { assertAsymmetric } from './assert-asymmetric.js'
export { assertSymmetric } from './assert-symmetric.js'
export { assertTokenRequest } from './assert-token-request.js'
export type { VerifyAsymmetricInput } from './asymmetric-claim.js'
export { type AsymmetricStringToSignInput, asymmetricStringToSign } from './asymmetric-string-to-sign.js'
export { bodyHash } from './body-hash.js'
export type {
  AnySnapSignatureError,
  BodyProblem,
  JwkMember,
  JwkProblem,
  KeyCipherProblem,
  KeyProblem,
  KeyPurposeField,
  OtherKeyAlgorithm,
  SecretProblem,
  SignatureProblem,
  SignerProblem,
  SnapSignatureErrorCode,
  SnapSignatureErrorDetails,
  TimestampProblem,
} from './errors.js'
export { SnapSignatureError } from './errors.js'
export { exportPrivateKey } from './export-private-key.js'
export { exportPublicKey } from './export-public-key.js'
export { fingerprint } from './fingerprint.js'
export { type FormatTimestampOptions, formatTimestamp } from './format-timestamp.js'
export { type ImportEncryptedKeyOptions, importEncryptedPrivateKey } from './import-encrypted-private-key.js'
export type { ImportKeyOptions } from './import-key-options.js'
export { importPrivateKey } from './import-private-key.js'
export { importPublicKey } from './import-public-key.js'
export { importSecret } from './import-secret.js'
export { type IsFreshInput, isFresh } from './is-fresh.js'
export type { PrivateKey, PublicKey } from './key.js'
export type { CryptoKeyLike, JsonWebKeyLike, KeyObjectLike, KeySource } from './key-source.js'
export { minifyJson } from './minify-json.js'
export { parseTimestamp } from './parse-timestamp.js'
export { publicKeyOf } from './public-key-of.js'
export type { Secret } from './secret.js'
export { type SignAsymmetricInput, signAsymmetric } from './sign-asymmetric.js'
export { type SignSymmetricInput, signSymmetric } from './sign-symmetric.js'
export { type SignTokenRequestInput, signTokenRequest } from './sign-token-request.js'
export type { SignatureEncoding } from './signature-encoding.js'
export type { Signer } from './signer.js'
export { sortedQuery } from './sorted-query.js'
export type { VerifySymmetricInput } from './symmetric-problem.js'
export { type SymmetricStringToSignInput, symmetricStringToSign } from './symmetric-string-to-sign.js'
export type { VerifyTokenRequestInput } from './token-request-claim.js'
export { type TokenStringToSignInput, tokenStringToSign } from './token-string-to-sign.js'
export type { BodySlot, TransactionSlots } from './transaction-slots.js'
export { verifyAsymmetric } from './verify-asymmetric.js'
export { verifySymmetric } from './verify-symmetric.js'
export { verifyTokenRequest } from './verify-token-request.js'
export { withoutQuery } from './without-query.js'
