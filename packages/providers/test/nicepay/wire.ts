import type { AnswerFixture, ExpectedInquiry, WireRequest } from '../../src/testing/profile-fixtures.js'

export const at = '2026-11-20T10:40:00+07:00'
export const accessToken = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJJT05QQVlURVNUIn0.dWppLWNvYmE'

/** The headers of every signed call; the signature is made by sign-fixtures.sh. */
export const signed = (
  method: 'POST' | 'DELETE',
  path: string,
  parts: { readonly body: string; readonly externalId: string; readonly signature: string },
): WireRequest => ({
  method,
  url: `https://dev.nicepay.co.id/nicepay${path}`,
  headers: {
    'content-type': 'application/json',
    authorization: `Bearer ${accessToken}`,
    'x-timestamp': at,
    'x-signature': parts.signature,
    'x-partner-id': 'IONPAYTEST',
    'x-external-id': parts.externalId,
    'channel-id': 'IONPAYTEST01',
  },
  body: parts.body,
})

type Family = readonly [http: number, code: string, message: string, meaning?: Meaning]

interface Meaning {
  readonly english: string
  readonly indonesian: string
}

/** NICEPAY's table, xx being the service: general response codes (read 2026-11-21). 404xx18 comes with HTTP 403. */
const families = (xx: string): readonly Family[] => [
  [400, `400${xx}01`, 'Invalid Field Format {amount.value}'],
  [400, `400${xx}02`, 'Invalid Mandatory Field {merchantId}'],
  [401, `401${xx}00`, 'Unauthorized Signature'],
  [401, `401${xx}01`, 'Access Token Invalid'],
  [403, `403${xx}01`, 'Feature Not Allowed'],
  [403, `403${xx}02`, 'Exceeds Transaction Amount Limit'],
  [403, `403${xx}05`, 'Do Not Honor'],
  [403, `403${xx}14`, 'Insufficient Funds'],
  [403, `403${xx}15`, 'Transaction Not Permitted'],
  [403, `403${xx}21`, 'Set Limit Not Allowed'],
  [403, `403${xx}23`, 'Account Limit Exceed'],
  [
    404,
    `404${xx}11`,
    'Invalid Account',
    {
      english: 'Invalid account. This is final.',
      indonesian: 'Rekening tidak valid. Hasil ini sudah final.',
    },
  ],
  [
    404,
    `404${xx}13`,
    'Paid Bill',
    {
      english: 'Bill already paid. Do not pay again.',
      indonesian: 'Tagihan sudah dibayar. Jangan bayar lagi.',
    },
  ],
  [
    403,
    `404${xx}18`,
    'Account Inactive',
    {
      english: 'Account inactive. This is final.',
      indonesian: 'Rekening tidak aktif. Hasil ini sudah final.',
    },
  ],
  [
    404,
    `404${xx}19`,
    'Invalid Virtual Account',
    {
      english: 'Invalid virtual account. This is final.',
      indonesian: 'Virtual account tidak valid. Hasil ini sudah final.',
    },
  ],
  [409, `409${xx}01`, 'Duplicate partnerReferenceNo'],
  [500, `500${xx}00`, 'General Error'],
  [504, `504${xx}00`, 'Request Timeout'],
]

const bodyOf = (responseCode: string, responseMessage: string): string =>
  JSON.stringify({ responseCode, responseMessage })

/** A read may be repeated, so a duplicate is a plain no; it never says anything of the payment. */
export const refusalsOfRead = (xx: string, { money = true } = {}): readonly AnswerFixture[] =>
  families(xx).map(([status, code, message, meaning]) => ({
    status,
    body: bodyOf(code, message),
    expect: {
      outcome: status >= 500 ? 'unknown' : 'rejected',
      ...(money && { transaction: 'unknown' }),
      code,
      tokenRejected: code.startsWith('401') && code.endsWith('01'),
      ...meaning,
      inquiry: null,
    },
  }))

/**
 * Of what changes something: a duplicate may be our own first call, and after 5xx nobody knows. A clear no is a failed
 * payment only where the call would have started one, and a paid bill is none.
 */
export const refusals = (
  xx: string,
  inquiry: ExpectedInquiry | null,
  { starts }: { readonly starts: boolean },
): readonly AnswerFixture[] =>
  families(xx).map(([status, code, message, meaning]) => {
    const outcome = status >= 500 || status === 409 ? 'unknown' : 'rejected'
    return {
      status,
      body: bodyOf(code, message),
      expect: {
        outcome,
        transaction: starts && outcome === 'rejected' && code !== `404${xx}13` ? 'failed' : 'unknown',
        code,
        tokenRejected: code.startsWith('401') && code.endsWith('01'),
        ...meaning,
        inquiry,
      },
    }
  })
