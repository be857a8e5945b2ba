import { fingerprint, importPrivateKey } from '@x/snap-signature'
import type { Asked } from './ask.js'
import type { Door, TurnId } from './door.js'

export type FactName =
  | 'provider'
  | 'environment'
  | 'address'
  | 'turn'
  | 'sentAt'
  | 'timestampSent'
  | 'headersSent'
  | 'clientIdLength'
  | 'keyFingerprint'
  | 'bodyLength'
  | 'status'
  | 'code'
  | 'named'
  | 'differs'
  | 'lifetime'

export type Fact = readonly [name: FactName, value: string]

/**
 * What may be sent to a helpdesk: lengths, times, names, codes and the fingerprint of the public key.
 *
 * Each fact is made of what is safe to say; nothing is a text from which secrets were taken out.
 */
export const reportFacts = (door: Door, turn: TurnId, asked: Asked): readonly Fact[] => {
  const { request, response, ending, at, values } = asked
  const { origin, pathname } = new URL(request.url)
  const code = ending.kind === 'token' ? undefined : codeOf(ending)
  const facts: readonly (readonly [FactName, string | undefined])[] = [
    ['provider', door.name],
    ['environment', door.environment],
    ['address', `${request.method} ${origin}${pathname}`],
    ['turn', turn],
    ['sentAt', new Date(at).toISOString()],
    ['timestampSent', timestampOf(request.headers)],
    ['headersSent', lengthsOf(request.headers)],
    ['clientIdLength', String(values.clientId.length)],
    ['keyFingerprint', door.inputs.includes('privateKey') ? keyOf(values.privateKey) : undefined],
    ['bodyLength', String(new TextEncoder().encode(request.body).byteLength)],
    ['status', String(response.status)],
    ['code', code],
    ['named', namedIn(response.body)],
    ['differs', differing(door, asked)],
    [
      'lifetime',
      ending.kind === 'token' ? `${Math.round((ending.expiresAt - ending.receivedAt) / 1_000)} s` : undefined,
    ],
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
}

/** The names of the slots in which what was signed and what arrived are not the same. */
const differing = (door: Door, { made, request, values }: Asked): string | undefined => {
  const received = door.slots(request, values)
  const names = door
    .slots(made, values)
    .flatMap(({ name, text }, at) => (text === received[at]?.text ? [] : [name]))
  return names.length === 0 ? undefined : names.join(', ')
}

const codeOf = (ending: Exclude<Asked['ending'], { kind: 'token' }>): string | undefined => {
  const code = ending.kind === 'refused' ? ending.responseCode : ending.code?.value
  return code !== undefined && /^(?:\d{3,7}|[a-z]+(?:_[a-z]+)+)$/.test(code) ? code : undefined
}

/** Only what is a time, and nothing that stands in its header instead. */
const timestampOf = (headers: Readonly<Record<string, string>>): string | undefined => {
  const value = headers['x-timestamp'] ?? headers['oauth-timestamp'] ?? ''
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?\+07:00$/.test(value) ? value : undefined
}

const lengthsOf = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, { length }]) => `${name} (${length})`)
    .join(', ')

const keyOf = (text: string): string => {
  const key = importPrivateKey(text, { minimumBits: 1024 })
  return `${fingerprint(key)} (${key.bits} bits)`
}

/** What a refusal names in brackets, if it is one of these. */
const names = [
  'Signature',
  'Unknown client',
  'X-TIMESTAMP',
  'X-SIGNATURE',
  'X-CLIENT-KEY',
  'X-PARTNER-ID',
  'Content-Type',
  'grantType',
]

const namedIn = (body: string | undefined): string | undefined =>
  names.find((name) => body?.includes(`[${name}]`) || body?.includes(`{${name}}`))
