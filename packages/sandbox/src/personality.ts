import type { Answer } from './answer.js'
import type { ClientProblem, RegisteredClient } from './clients.js'
import type { DeskContext, ServiceDesk } from './service-desk.js'

/** How one provider behaves: data and pure checks; the sandbox does the rest. */
export interface Personality {
  readonly id: string
  readonly name: string
  /** Stands before every path, as in the provider's own base URL; empty or begins with a slash. */
  readonly basePath: string
  /** The token endpoint below `basePath`. */
  readonly tokenPath: `/${string}`
  /** Headers, in lower case, that carry a credential under a harmless name: masked in what is recorded. */
  readonly secretHeaders?: readonly string[]
  /** Why a client could never be let in, if so. */
  readonly checkClient: (client: RegisteredClient) => ClientProblem | undefined
  readonly askForToken: (asked: TokenRequest) => Promise<TokenDecision> | TokenDecision
  /** The token endpoint was found, the method is not POST. */
  readonly wrongMethod: () => Answer
  readonly notFound: () => Answer
  /** Everything but the token. */
  readonly openDesk: (context: DeskContext) => ServiceDesk
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
