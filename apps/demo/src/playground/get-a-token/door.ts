import type { Outcome, ResponseCode, Transaction } from '@x/providers'
import type { SandboxClient } from '@x/sandbox'
import type { SentRequest } from '../exchange/sent-request.js'

/** What a reader may replace by their own. */
export type InputName = 'clientId' | 'clientSecret' | 'privateKey' | 'apiKey' | 'staticKey' | 'channelId'

export type Values = Readonly<Record<InputName, string>>

export type DoorId = 'nicepay' | 'bni' | 'dana' | 'permata'

/** The parts of a string to sign, or of what HTTP Basic encodes. */
export type SlotName =
  | 'clientId'
  | 'clientSecret'
  | 'apiKey'
  | 'timestamp'
  | 'method'
  | 'path'
  | 'bodyHash'
  | 'formBody'

export interface Slot {
  readonly name: SlotName
  readonly text: string
  /** The input that this is, word for word, where that is a secret. */
  readonly secret?: InputName
}

export type TurnId =
  | 'none'
  | 'other-key'
  | 'wrong-secret'
  | 'wrong-static-key'
  | 'form-encoded'
  | 'stale-clock'
  | 'no-header'
  | 'hex'
  | 'no-grant-type'
  | 'json-body'
  | 'body-changed'
  | 'unknown-client'

/** One way to go wrong, really gone: by other values, by another clock, or by bending the finished request. */
export interface Turn {
  readonly id: TurnId
  readonly values?: (values: Values, otherKey: string) => Values
  /** Added to the client's clock. */
  readonly shiftMs?: number
  readonly bend?: (request: SentRequest, values: Values) => SentRequest
  /** The header that is missing then, in lower case. */
  readonly drops?: string
}

/** What an asking ended with, of the world's doing. */
export type Ending =
  | {
      readonly kind: 'token'
      /** Of the token, in characters. */
      readonly length: number
      readonly expiresAt: number
      readonly receivedAt: number
    }
  | {
      readonly kind: 'reply'
      readonly outcome: Outcome
      readonly transaction: Transaction | undefined
      readonly code: ResponseCode | undefined
      /** The provider's own words. */
      readonly message: string | undefined
      readonly meaning: { readonly english: string; readonly indonesian: string }
    }
  | {
      readonly kind: 'refused'
      /** `ERR_PROVIDER_…`, and the sentence that stands in your log. */
      readonly errorCode: string
      readonly message: string
      readonly responseCode: string | undefined
      readonly responseMessage: string | undefined
      readonly clockSkewMs: number | undefined
    }

export interface Surroundings {
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
}

/** One provider's way to a token, or to a signed call where it has no tokens. */
export interface Door {
  readonly id: DoorId
  readonly name: string
  readonly environment: string
  /** What the profile calls it. */
  readonly flow: string
  readonly asks: 'token' | 'call'
  readonly inputs: readonly InputName[]
  /** Those of the inputs that nobody else may see. */
  readonly secrets: readonly InputName[]
  readonly turns: readonly Turn[]
  /** Headers, in lower case, that hold an input which is a secret. */
  readonly secretHeaders: Readonly<Record<string, InputName>>
  /** Where the finished signature, or Basic value, goes out. */
  readonly signatureHeader: string
  readonly separator: string
  readonly slots: (request: SentRequest, values: Values) => readonly Slot[]
  readonly clientOf: (values: Values, publicKey: string | undefined) => SandboxClient
  /** Throws what the packages throw. */
  readonly ask: (values: Values, surroundings: Surroundings) => Promise<Ending>
}
