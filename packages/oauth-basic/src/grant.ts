import { formEncodeAll } from './form-encoding.js'

export type Texts = Readonly<Record<string, string>>

/** A token request as plain data; it holds the secret, so never log it. */
export interface TokenRequest {
  readonly url: string
  readonly method: 'POST'
  /** Names in lower case. */
  readonly headers: Texts
  readonly body: string
}

/** What the flow sends besides the grant type. */
export interface GrantInput {
  readonly url: string
  /** From the client authentication. */
  readonly headers: Texts
  /** The scope, and what the client authentication sends in the body. */
  readonly parameters: Texts
}

/** A written grant. */
export interface WrittenGrant {
  readonly request: TokenRequest
  /** Texts beside the client authentication's that no error may show if the server echoes them. */
  readonly secrets?: readonly string[]
  /** Gives the headers that depend on the written request. */
  readonly sign?: ((request: TokenRequest) => Promise<Texts>) | undefined
}

/** How the token request is written: a plain function, so that another way is another value. */
export type Grant = (input: GrantInput) => WrittenGrant

export const GRANT_TYPE = 'client_credentials'

const GRANT = { grant_type: GRANT_TYPE }

export const plainForm: Grant = ({ url, headers, parameters }) => ({
  request: {
    url,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    // First as in the standard's example; again, so that no parameter replaces it.
    body: formEncodeAll({ ...GRANT, ...parameters, ...GRANT }),
  },
})

/** Whoever changed it would sign or send another request than was written. */
export const frozenRequest = (request: TokenRequest): TokenRequest =>
  Object.freeze({ ...request, headers: Object.freeze({ ...request.headers }) })
