/** What a refusal may come from; the words are the page's. */
export const causeIds = [
  'key-pair',
  'string-to-sign',
  'timestamp-twice',
  'clock',
  'encoding',
  'client-id',
  'environment',
  'address',
  'body-bytes',
  'minify',
  'path',
  'token-slot',
  'secret',
] as const

export type CauseId = (typeof causeIds)[number]

const token: readonly CauseId[] = [
  'key-pair',
  'string-to-sign',
  'timestamp-twice',
  'clock',
  'encoding',
  'client-id',
  'environment',
  'address',
]

const call: readonly CauseId[] = [
  'body-bytes',
  'minify',
  'timestamp-twice',
  'encoding',
  'path',
  'token-slot',
  'secret',
  'clock',
  'environment',
  'address',
]

/** What stands in brackets behind the message narrows it down; the rest follows in its usual order. */
const first: readonly { readonly when: RegExp; readonly causes: readonly CauseId[] }[] = [
  { when: /unknown client|client.?key|invalid client/i, causes: ['client-id', 'environment', 'key-pair'] },
  { when: /connection|not allowed|ip address|whitelist/i, causes: ['address', 'environment'] },
  { when: /time.?stamp|expired/i, causes: ['clock', 'timestamp-twice'] },
  { when: /string.?to.?sign/i, causes: ['string-to-sign', 'body-bytes', 'path'] },
]

/**
 * What to check after an unauthorized (401xx00), the likeliest first; empty for any other code.
 *
 * Services 73 and 74 are the token requests, which are signed in another way than calls.
 */
export const causesOf = ({
  status,
  service,
  case: number,
  message,
}: {
  readonly status: string
  readonly service: string
  readonly case: string
  readonly message: string
}): readonly CauseId[] => {
  if (status !== '401' || number !== '00') return []
  const usual = service === '73' || service === '74' ? token : call
  const named = first.find(({ when }) => when.test(message))?.causes ?? []
  return [...new Set([...named, ...usual])]
}
