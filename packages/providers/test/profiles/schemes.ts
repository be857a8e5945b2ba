import { createHash, createHmac } from 'node:crypto'
import type { ReplyScheme, SignScheme } from '@x/providers'
import { parseResponseCode } from '@x/providers/codes'
import { formatTimestamp, sortedQuery } from '@x/snap-signature'

/** What a call to the API before SNAP is signed with; none of it is the OAuth client's secret. */
export interface BcaClassicCredentials {
  readonly apiKey: string
  readonly apiSecret: string
  /** The domain that was registered. */
  readonly origin: string
}

/**
 * HMAC-SHA256 in lower-case hex over method, path with sorted query, token, body hash and time with milliseconds.
 *
 * The body is hashed without any white space, also inside its values: `Transfer Test` counts as `TransferTest`.
 *
 * @see https://developer.bca.co.id, signature of the API before SNAP (page of 17 March 2025)
 */
export const bcaHmac = (): SignScheme<BcaClassicCredentials> => ({
  flow: 'HMAC-SHA256',
  prepare: ({ apiKey, apiSecret, origin }) => ({
    sign: ({ method, path, body, accessToken, epochMs }) => {
      const timestamp = formatTimestamp(epochMs, { milliseconds: true })
      const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
      const hash = createHash('sha256').update(text.replace(/\s/g, '')).digest('hex')
      const toSign = [method, sortedQuery(path), accessToken, hash, timestamp].join(':')
      const signature = createHmac('sha256', apiSecret).update(toSign).digest('hex')
      return {
        headers: {
          authorization: `Bearer ${accessToken}`,
          origin,
          'x-bca-key': apiKey,
          'x-bca-timestamp': timestamp,
          'x-bca-signature': signature,
        },
        secrets: [accessToken, apiKey, signature],
      }
    },
  }),
})

/** The codes that say: refused before anything was done. */
const refusals = ['ESB-14-001', 'ESB-14-003', 'ESB-14-008', 'ESB-14-019', 'ESB-14-021', 'ESB-14-022']

/** `ErrorCode` with a sentence in two languages; a success has neither. */
export const bcaReply: ReplyScheme = {
  read: ({ status, body, kind }) => {
    const code = parseResponseCode(body?.['ErrorCode'])
    const isToken = status === 401 && code?.value === 'ESB-14-009'
    const isRefusal = isToken || (code !== undefined && refusals.includes(code.value))
    const outcome =
      status === 200 && code === undefined && kind === 'read' ? 'success' : isRefusal ? 'rejected' : 'unknown'
    return { outcome, tokenRejected: isToken, code, meaning: undefined }
  },
}
