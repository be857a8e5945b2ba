/**
 * Signs bytes with a private key that lives elsewhere (KMS, HSM): RSASSA-PKCS1-v1_5 with SHA-256, the raw signature.
 *
 * It hashes the bytes itself. What it rejects with is passed on unchanged.
 */
export type Signer = (bytes: Uint8Array) => Promise<Uint8Array>
