/** Failures of name lookup and of making a connection: no request has begun. */
const beforeConnecting = new Set(['connect', 'getaddrinfo'])

/** Failures to trust the server, which come before the first byte of a request. */
const beforeTrust = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  // Node.js documentation, TLS, "X509 certificate error codes" (read November 2025).
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_CRL',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECRYPT_CRL_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'CERT_SIGNATURE_FAILURE',
  'CRL_SIGNATURE_FAILURE',
  'CERT_NOT_YET_VALID',
  'CERT_HAS_EXPIRED',
  'CRL_NOT_YET_VALID',
  'CRL_HAS_EXPIRED',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'ERROR_IN_CRL_LAST_UPDATE_FIELD',
  'ERROR_IN_CRL_NEXT_UPDATE_FIELD',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_CHAIN_TOO_LONG',
  'CERT_REVOKED',
  'INVALID_CA',
  'PATH_LENGTH_EXCEEDED',
  'INVALID_PURPOSE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'HOSTNAME_MISMATCH',
])

/** Failures of a connection that stood, by which a request may have gone; `HPE_` begins those of the answer's parser. */
const afterConnecting = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ERR_STREAM_PREMATURE_CLOSE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'UND_ERR_INFO',
  'UND_ERR_RETRY',
  'UND_ERR_REQ_RETRY',
  'UND_ERR_CLOSED',
  'UND_ERR_DESTROYED',
])

/** Node's own sentence for a TLS connection that ended in the handshake; its code is that of any reset. */
const cutHandshake = 'Client network socket disconnected before secure TLS connection was established'

/**
 * What a `fetch` that rejected tells: a low-level code such as `ECONNREFUSED`, and whether any byte of the request may
 * have gone out. When in doubt it may: a reset socket looks the same before and after a payment.
 *
 * Nothing else of the error is used, since an error of a `fetch` may hold the request.
 */
export const judgeTransportError = (error: unknown): TransportFailure => {
  try {
    return judge(error)
  } catch {
    // A getter of it throws.
    return { reason: 'UNKNOWN', sent: true }
  }
}

interface TransportFailure {
  readonly reason: string
  readonly sent: boolean
}

const judge = (error: unknown): TransportFailure => {
  let reason: string | undefined
  let isBefore = false
  let isAfter = false
  // A chain of causes may be a circle.
  for (const inner of causesOf(error)) {
    const code = textOf(inner, 'code')
    if (reason === undefined && code !== undefined && /^[A-Z][A-Z0-9_]{2,59}$/.test(code)) reason = code
    if (isBeforeSending(inner)) isBefore = true
    else if (code !== undefined && (afterConnecting.has(code) || code.startsWith('HPE_'))) isAfter = true
  }
  // A fetch that tries again by itself chains its failures: the first may have been sent, whatever the second was.
  return { reason: reason ?? 'UNKNOWN', sent: isAfter || !isBefore }
}

const causesOf = (error: unknown): readonly object[] => {
  const found: object[] = []
  let inner = error
  while (typeof inner === 'object' && inner !== null && found.length < 5) {
    found.push(inner)
    inner = Reflect.get(inner, 'cause')
  }
  return found
}

const isBeforeSending = (error: object): boolean => {
  const code = textOf(error, 'code')
  const syscall = textOf(error, 'syscall')
  if (code !== undefined && beforeTrust.has(code)) return true
  if (code === 'ECONNRESET' && textOf(error, 'message') === cutHandshake) return true
  if (syscall !== undefined && beforeConnecting.has(syscall)) return true
  // One error for each address that was tried.
  const each: unknown = Reflect.get(error, 'errors')
  return (
    Array.isArray(each) &&
    each.length > 0 &&
    each.every((one) => typeof one === 'object' && one !== null && isBeforeSending(one))
  )
}

const textOf = (error: object, field: string): string | undefined => {
  const value: unknown = Reflect.get(error, field)
  return typeof value === 'string' ? value : undefined
}
