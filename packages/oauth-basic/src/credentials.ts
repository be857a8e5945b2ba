/** The id and the secret that the provider gave to one application. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Turns the client's credentials into request headers and body parameters.
 *
 * It is a plain function, so that another way to authenticate is another value: synchronous, with header names in lower
 * case, and with texts without control character only. `grant_type` is not its to give.
 */
export type ClientAuthentication = (client: ClientCredentials) => {
  readonly headers?: Readonly<Record<string, string>>
  readonly parameters?: Readonly<Record<string, string>>
}
