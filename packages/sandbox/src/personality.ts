import type { Answer } from './answer.js'
import type { ClientProblem, RegisteredClient } from './clients.js'
import type { DeskContext, ServiceDesk } from './service-desk.js'

/** How one provider behaves: data and pure checks; the sandbox does the rest. */
export interface Personality {
  readonly id: string
  readonly name: string
  /** Stands before every path, as in the provider's own base URL; empty or begins with a slash. */
  readonly basePath: string
  /** Undefined where the provider gives no access token: each call carries its signature alone. */
  readonly token: TokenDoor | undefined
  /** Headers, in lower case, that carry a credential under a harmless name: masked in what is recorded. */
  readonly secretHeaders?: readonly string[]
  /** A client is known without a `clientSecret`. */
  readonly knowsNoSecret?: true
  /** Why a client could never be let in, if so. */
  readonly checkClient: (client: RegisteredClient) => ClientProblem | undefined
  readonly notFound: () => Answer
  /** Everything but the token. */
  readonly openDesk: (context: DeskContext) => ServiceDesk
}

/** The token endpoint. */
export interface TokenDoor {
  /** Below the personality's `basePath`. */
  readonly path: `/${string}`
  readonly ask: (asked: TokenRequest) => Promise<TokenDecision> | TokenDecision
  /** The method is not POST. */
  readonly wrongMethod: () => Answer
}

export interface TokenRequest {
  readonly url: URL
  readonly headers: Headers
  readonly body: string
  /** Epoch milliseconds of the sandbox's clock. */
  readonly now: number
  readonly findClient: (clientId: string) => RegisteredClient | undefined
}

/** Either whose token it is, how long it lasts and how the answer is worded, or the refusal. */
export type TokenDecision =
  | {
      readonly clientId: string
      readonly lifetimeSeconds: number
      readonly grant: (accessToken: string) => Answer
    }
  | { readonly refusal: Answer }
