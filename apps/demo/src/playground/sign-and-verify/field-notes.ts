import { parseTimestamp, symmetricStringToSign, tokenStringToSign } from '@x/snap-signature'
import { sayError } from '../parts/say-error.js'
import type { Note, Spoken } from '../parts/spoken.js'
import { type FieldName, fieldsOf, type SignInputs } from './sign-inputs.js'
import { sentPath, signedPath } from './signed-path.js'

/** What stands beside each field. */
export type FieldNotes = { [Name in FieldName]?: Note | undefined }

/** Everything that can be said of the fields without a key: the package judges, one field at a time. */
export const fieldNotes = (inputs: SignInputs): FieldNotes => {
  const notes: FieldNotes = {}
  for (const field of fieldsOf(inputs.kind)) {
    const note = checks[field]?.(inputs)
    if (note) notes[field] = note
  }
  return notes
}

const sound = { method: 'POST', path: '/', accessToken: 'TOKEN', body: '', timestamp: 'TIME' }

type Check = (inputs: SignInputs) => Note | undefined

const checks: Partial<Record<FieldName, Check>> = {
  path: ({ path, pathForm }) => checkPath(path, pathForm),
  accessToken: ({ accessToken }) =>
    isSignable({ accessToken }) ? undefined : error(accessTokenWords(accessToken)),
  body: ({ method, body }) => {
    try {
      symmetricStringToSign({ ...sound, body })
    } catch (thrown) {
      return error(sayError(thrown))
    }
    return body !== '' && method === 'GET' ? warning(bodyOfGet) : undefined
  },
  timestamp: ({ kind, timestamp }) => {
    const sendable = kind === 'token-request' ? isTokenRequest({ timestamp }) : isSignable({ timestamp })
    return sendable ? warningOfTimestamp(timestamp) : error(timestampWords(timestamp))
  },
  clientId: ({ clientId }) => (isTokenRequest({ clientId }) ? undefined : error(clientIdWords(clientId))),
}

const checkPath = (path: string, form: SignInputs['pathForm']): Note | undefined => {
  let sent: string
  try {
    sent = sentPath(path, form)
    if (!isSignable({ path: signedPath(path, form) }) || !isSignable({ path: sent }))
      return error(pathWords(path))
  } catch {
    return error(pathWords(path))
  }
  const { pathname, search } = new URL(sent, 'https://host.example')
  return pathname + search === sent ? undefined : warning(rewritten(pathname + search))
}

const isSignable = (slot: Partial<typeof sound>): boolean =>
  isTaken(() => symmetricStringToSign({ ...sound, ...slot }))

const isTokenRequest = (slot: { readonly clientId?: string; readonly timestamp?: string }): boolean =>
  isTaken(() => tokenStringToSign({ clientId: 'ID', timestamp: 'TIME', ...slot }))

const isTaken = (make: () => string): boolean => {
  try {
    make()
    return true
  } catch (thrown) {
    if (thrown instanceof TypeError) return false
    throw thrown
  }
}

const warningOfTimestamp = (timestamp: string): Note | undefined => {
  try {
    parseTimestamp(timestamp)
    return undefined
  } catch (thrown) {
    const { english, indonesian } = sayError(thrown)
    return warning({
      english: `It is signed as it stands, but a provider will refuse it. ${english}`,
      indonesian: `Tetap ditandatangani apa adanya, tetapi provider akan menolaknya. ${indonesian}`,
    })
  }
}

const error = (words: Spoken): Note => ({ kind: 'error', ...words })
const warning = (words: Spoken): Note => ({ kind: 'warning', ...words })

const bodyOfGet: Spoken = {
  english: 'A GET request has no body: fetch refuses to send one. Sign an empty body.',
  indonesian: 'Request GET tidak punya body: fetch menolak mengirimnya. Tanda tangani body kosong.',
}

const pathWords = (path: string): Spoken => {
  if (path === '')
    return {
      english: 'The path is missing. It begins with "/".',
      indonesian: 'Path kosong. Path diawali "/".',
    }
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
    return {
      english: 'This is a full URL. Sign the path and the query only, from the "/" after the host.',
      indonesian: 'Ini URL lengkap. Tanda tangani path dan query saja, mulai dari "/" setelah host.',
    }
  if (path.includes('#'))
    return {
      english: 'A "#" is never sent: remove it and the rest.',
      indonesian: 'Tanda "#" tidak pernah dikirim: hapus beserta sisanya.',
    }
  if (!path.startsWith('/')) return { english: 'The path begins with "/".', indonesian: 'Path diawali "/".' }
  if (/%(?![0-9a-f]{2})/i.test(path))
    return {
      english: 'A "%" stands before two hex digits; "%25" is the sign itself.',
      indonesian: 'Tanda "%" harus diikuti dua angka hex; "%25" untuk tanda itu sendiri.',
    }
  if (/[^!-~]/.test(path))
    return {
      english: 'Percent-encode the path as it is sent: a space is %20, and "é" is %C3%A9.',
      indonesian: 'Percent-encode path seperti yang dikirim: spasi menjadi %20, dan "é" menjadi %C3%A9.',
    }
  return {
    english: 'The query has a parameter without a name, such as "&&". Remove it.',
    indonesian: 'Ada parameter tanpa nama di query, misalnya "&&". Hapus.',
  }
}

const rewritten = (path: string): Spoken => ({
  english: `HTTP clients rewrite this path and send ${path}: sign that.`,
  indonesian: `HTTP client mengubah path ini dan mengirim ${path}: tanda tangani yang itu.`,
})

// The token itself is not repeated: it is a credential.
const accessTokenWords = (accessToken: string): Spoken => {
  if (accessToken === '')
    return {
      english: 'The access token is missing. A symmetric signature holds it; the asymmetric one does not.',
      indonesian: 'Access token kosong. Signature simetris memuatnya; yang asimetris tidak.',
    }
  if (/^\s*bearer\s/i.test(accessToken))
    return {
      english: 'Leave the word "Bearer" out: only the token is signed.',
      indonesian: 'Hilangkan kata "Bearer": hanya token-nya yang ditandatangani.',
    }
  return {
    english: 'A token has visible ASCII only: no space, no line break, no colon.',
    indonesian: 'Token hanya berisi ASCII yang terlihat: tanpa spasi, ganti baris, atau titik dua.',
  }
}

const timestampWords = (timestamp: string): Spoken => {
  if (timestamp === '')
    return {
      english: 'The timestamp is missing. Press "Now".',
      indonesian: 'Timestamp kosong. Tekan "Sekarang".',
    }
  if (timestamp.length > 40)
    return {
      english: 'A timestamp has at most 40 characters.',
      indonesian: 'Timestamp paling panjang 40 karakter.',
    }
  return {
    english: 'A header cannot carry this: printable ASCII only, no "|", no space at either end.',
    indonesian:
      'Header tidak bisa membawa nilai ini: hanya ASCII yang bisa dicetak, tanpa "|", tanpa spasi di ujungnya.',
  }
}

const clientIdWords = (clientId: string): Spoken => {
  if (clientId === '') return { english: 'The client id is missing.', indonesian: 'Client id kosong.' }
  if (clientId.includes('|'))
    return {
      english: 'The "|" separates the client id from the timestamp: it cannot be part of it.',
      indonesian: 'Tanda "|" memisahkan client id dari timestamp: tidak boleh ada di dalamnya.',
    }
  return {
    english: 'A header cannot carry this: printable ASCII only, no space or line break at either end.',
    indonesian:
      'Header tidak bisa membawa nilai ini: hanya ASCII yang bisa dicetak, tanpa spasi atau ganti baris di ujungnya.',
  }
}
