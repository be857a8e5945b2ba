import { type Meaning, meaningOf, parseResponseCode } from '@x/providers/codes'
import type { Door, Ending } from './door.js'

/** What to look at, the likeliest first; the words stand with the view's. */
export type CheckId =
  | 'key-pair'
  | 'string'
  | 'encoding'
  | 'client-id'
  | 'environment'
  | 'allow-list'
  | 'clock'
  | 'one-reading'
  | 'header-sent'
  | 'body-sent'
  | 'field-form'
  | 'secret'
  | 'basic-raw'
  | 'authorization-sent'
  | 'content-type'
  | 'grant-type'
  | 'static-key'
  | 'api-key'
  | 'helpdesk'

export interface Explained {
  readonly code: string | undefined
  /** By the package that knows the codes; undefined for one that it does not list. */
  readonly meaning: Meaning | undefined
  /** OAuth 2.0 and Permata have codes of their own, which the package lists for no token. */
  readonly own: OwnCode | undefined
  /** The header or member that the provider names. */
  readonly field: string | undefined
  readonly checks: readonly CheckId[]
}

export type OwnCode =
  | 'invalid_client'
  | 'invalid_request'
  | 'unsupported_grant_type'
  | 'permata-400'
  | 'permata-401'
  | 'permata-403'

/** Says what a refusal means and what to check first, from nothing but what the provider answered. */
export const explainRefusal = (door: Pick<Door, 'id' | 'asks'>, ending: Ending): Explained => {
  const { code, message, meaning } = saidBy(ending)
  const parsed = code === undefined ? undefined : parseResponseCode(code)
  const own = ownCodeOf(door, code)
  const field = /[{[]([A-Za-z][A-Za-z0-9-]{1,40})[}\]]/.exec(message ?? '')?.[1]
  return {
    code,
    meaning: meaning ?? (own === undefined ? meaningOf(parsed) : undefined),
    own,
    field,
    checks:
      own === undefined
        ? snapChecks(parsed?.status === undefined ? '' : `${parsed.status}${parsed.case}`, message ?? '')
        : ownChecks[own],
  }
}

const ownCodeOf = (door: Pick<Door, 'id'>, code: string | undefined): OwnCode | undefined => {
  const name = door.id === 'permata' ? `permata-${code}` : code
  return ownCodes.find((candidate) => candidate === name)
}

interface Said {
  readonly code: string | undefined
  readonly message: string | undefined
  readonly meaning: Meaning | undefined
}

const saidBy = (ending: Ending): Said => {
  switch (ending.kind) {
    case 'refused':
      return { code: ending.responseCode, message: ending.responseMessage, meaning: undefined }
    case 'reply':
      return { code: ending.code?.value, message: ending.message, meaning: ending.meaning }
    case 'token':
      return { code: undefined, message: undefined, meaning: undefined }
  }
}

const ownChecks: Readonly<Record<OwnCode, readonly CheckId[]>> = {
  invalid_client: [
    'authorization-sent',
    'secret',
    'basic-raw',
    'client-id',
    'environment',
    'allow-list',
    'helpdesk',
  ],
  invalid_request: ['grant-type', 'content-type'],
  unsupported_grant_type: ['grant-type'],
  'permata-400': ['grant-type', 'content-type'],
  'permata-401': [
    'authorization-sent',
    'secret',
    'api-key',
    'client-id',
    'environment',
    'allow-list',
    'helpdesk',
  ],
  'permata-403': ['header-sent', 'static-key', 'string', 'clock', 'one-reading', 'helpdesk'],
}
const ownCodes = Object.keys(ownChecks) as readonly OwnCode[]

const snapChecks = (key: string, message: string): readonly CheckId[] => {
  switch (key) {
    case '40100':
      return unauthorized(message)
    case '40001':
      return ['field-form', 'encoding', 'one-reading']
    case '40002':
      return ['header-sent', 'body-sent']
    default:
      return ['helpdesk']
  }
}

/** One code for everything: only the words in brackets, where there are some, tell what it was. */
const unauthorized = (message: string): readonly CheckId[] => {
  const rest: readonly CheckId[] = ['key-pair', 'string', 'clock', 'client-id', 'environment', 'allow-list']
  const first: readonly CheckId[] = /timestamp/i.test(message)
    ? ['clock', 'one-reading']
    : /client/i.test(message)
      ? ['client-id', 'environment']
      : ['key-pair', 'string', 'encoding', 'one-reading']
  return [...new Set<CheckId>([...first, ...rest, 'helpdesk'])]
}
