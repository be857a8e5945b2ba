import { isText, PLAIN_TEXT } from './text.js'

/** The id and the secret that the provider gave to one application. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * Turns the client's credentials into request headers and body parameters.
 *
 * It is a plain function, so that another way to authenticate is another value.
 */
export type ClientAuthentication = (client: ClientCredentials) => {
  readonly headers?: Readonly<Record<string, string>>
  readonly parameters?: Readonly<Record<string, string>>
}

export const assertCredentials = ({ clientId, clientSecret }: ClientCredentials): void => {
  for (const [name, value] of Object.entries({ clientId, clientSecret }))
    if (!isText(value, PLAIN_TEXT))
      throw new TypeError(`"${name}" must be text without control character, got ${typeof value}`)
}
