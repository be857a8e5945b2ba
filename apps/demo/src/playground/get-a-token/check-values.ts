import { SnapSignatureError } from '@x/snap-signature'
import type { Door, InputName, Values } from './door.js'

export type ValueProblem =
  | 'empty'
  | 'too-long'
  | 'not-header-text'
  | 'colon'
  | 'control-character'
  /** The provider, or a package, takes it not; its own words are in `said`. */
  | 'refused'
  | KeyTrouble

export type KeyTrouble =
  | 'key-encrypted'
  | 'key-is-public'
  | 'key-not-rsa'
  | 'key-truncated'
  | 'key-too-small'
  | 'key-unreadable'

export interface InputProblem {
  readonly input: InputName
  readonly problem: ValueProblem
}

/** Longer than any that a provider gives. */
const longest: Readonly<Record<InputName, number>> = {
  clientId: 200,
  clientSecret: 1_000,
  privateKey: 20_000,
  apiKey: 1_000,
  staticKey: 1_000,
  channelId: 200,
}

/** Go out in a header as they are. */
const headerTexts: readonly InputName[] = ['clientId', 'channelId', 'apiKey']

/** What can be said of the fields before anything is made of them; the first problem of each. */
export const checkValues = (door: Door, values: Values): readonly InputProblem[] =>
  door.inputs.flatMap((input) => {
    const problem = problemOf(input, values[input], door)
    return problem === undefined ? [] : [{ input, problem }]
  })

const problemOf = (input: InputName, value: string, door: Door): ValueProblem | undefined => {
  if (value.trim() === '') return 'empty'
  if (value.length > longest[input]) return 'too-long'
  if (headerTexts.includes(input) && !/^[\x21-\x7e]+$/.test(value)) return 'not-header-text'
  if (input === 'clientId' && 'authorization' in door.secretHeaders && value.includes(':')) return 'colon'
  if (input !== 'privateKey' && /\p{Cc}/u.test(value)) return 'control-character'
  return undefined
}

/** Which field an error of the packages is about; undefined where it is about none. */
export const problemOfError = (error: unknown, door: Door): InputProblem | undefined => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof SnapSignatureError && door.inputs.includes('privateKey'))
    return { input: 'privateKey', problem: keyTroubles[cause.code] ?? 'key-unreadable' }
  const field = fieldOf(cause)
  const input = door.inputs.find((name) => name === field)
  return input === undefined ? undefined : { input, problem: 'refused' }
}

const keyTroubles: Readonly<Record<string, KeyTrouble>> = {
  ERR_SNAP_KEY_ENCRYPTED: 'key-encrypted',
  ERR_SNAP_KEY_WRONG_KIND: 'key-is-public',
  ERR_SNAP_KEY_NOT_RSA: 'key-not-rsa',
  ERR_SNAP_KEY_TRUNCATED: 'key-truncated',
  ERR_SNAP_KEY_TOO_SMALL: 'key-too-small',
}

/** Misuse names its option first and in quotes; the sandbox names the field in its detail. */
const fieldOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const { detail } = error as { readonly detail?: { readonly field?: unknown } }
  if (typeof detail?.field === 'string') return detail.field
  return /^"(\w+)"/.exec(error.message)?.[1]
}
