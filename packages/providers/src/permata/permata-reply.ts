import type { Kind } from '../codes/classify.js'
import type { Meaning } from '../codes/meaning-of.js'
import { parseResponseCode } from '../codes/parse-response-code.js'
import { isJsonObject, type JsonObject } from '../json.js'
import type { CallAnswer, Reading, ReplyScheme } from '../reply-scheme.js'

const meanings = {
  success: {
    english: 'Successful.',
    indonesian: 'Berhasil.',
  },
  accepted: {
    english:
      'The bank says 00; what it means for a transfer is not published. Look into the answer, then inquire.',
    indonesian:
      'Bank menjawab 00; artinya untuk transfer tidak dipublikasikan. Periksa jawabannya, lalu lakukan inquiry.',
  },
  signature: {
    english: 'The signature was refused. Check the static key, the organization name and the clock.',
    indonesian: 'Tanda tangan ditolak. Periksa static key, nama organisasi dan jam server.',
  },
  unauthorized: {
    english: 'Unauthorized. Check the client, and that this server’s address is on the allow-list.',
    indonesian: 'Tidak berwenang. Periksa client, dan pastikan alamat server ini terdaftar.',
  },
} as const satisfies Readonly<Record<string, Meaning>>

/**
 * Reads what is known of this bank's answers: `ErrorCode` 403 with HTTP 403 refuses a signature, and the `StatusCode` of
 * `MsgRsHdr` says how an inquiry went.
 *
 * Of a call that moves money nothing but that refusal is published, so all else is `unknown` there.
 *
 * @see https://api.permatabank.com, API documentation; independent clients (read 2026-11-22)
 */
export const permataReply: ReplyScheme = {
  read: (answer) => {
    const { status, body, kind } = answer
    const error = readText(body, 'ErrorCode')
    if (error !== undefined) return readError(error, answer)
    const header = status === 200 ? headerOf(body) : undefined
    const said = readText(header, 'StatusCode')
    if (said === undefined) return unknown(undefined)
    return readStatus(said, kind)
  },
}

const readError = (value: string, { status, kind }: CallAnswer): Reading => {
  const code = parseResponseCode(value)
  // On money only what was seen is a clear no: the refused signature, which says 403 twice.
  if (status === 403 && (kind === 'read' || value === '403'))
    return { outcome: 'rejected', tokenRejected: false, code, meaning: meanings.signature }
  // Which code says that a token is over is not published: only what changes nothing is sent again for it.
  if (status === 401 && kind === 'read')
    return { outcome: 'rejected', tokenRejected: true, code, meaning: meanings.unauthorized }
  return unknown(code, status === 401 ? meanings.unauthorized : undefined)
}

const readStatus = (value: string, kind: Kind): Reading => {
  const code = parseResponseCode(value)
  if (kind !== 'read') return unknown(code, value === '00' ? meanings.accepted : undefined)
  return value === '00'
    ? { outcome: 'success', tokenRejected: false, code, meaning: meanings.success }
    : { outcome: 'rejected', tokenRejected: false, code, meaning: undefined }
}

const unknown = (code: Reading['code'], meaning?: Meaning): Reading => ({
  outcome: 'unknown',
  tokenRejected: false,
  code,
  meaning,
})

/** Each service wraps its answer in a member of its own name; two that look alike say nothing. */
const headerOf = (body: JsonObject | undefined): JsonObject | undefined => {
  const headers = Object.values(body ?? {}).flatMap((part) =>
    isJsonObject(part) && Object.hasOwn(part, 'MsgRsHdr') ? [part['MsgRsHdr']] : [],
  )
  const [header] = headers
  return headers.length === 1 && isJsonObject(header) ? header : undefined
}

const readText = (object: JsonObject | undefined, name: string): string | undefined => {
  const value = object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}
