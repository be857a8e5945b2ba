/** The id and the secret that the provider gave to one application. */
export interface ClientCredentials {
  readonly clientId: string
  readonly clientSecret: string
}

/**
 * How the id and the secret are written before base64: as they are (`raw`), or each form-encoded (`form`,
 * RFC 6749 section 2.3.1).
 */
export type BasicEncoding = 'raw' | 'form'

export const assertEncoding = (encoding: BasicEncoding): void => {
  if (encoding !== 'raw' && encoding !== 'form')
    throw new TypeError(`"encoding" must be 'raw' or 'form', got ${String(encoding)}`)
}

/** Whether the text is free of control characters (RFC 7617 section 2) and can be written as UTF-8. */
export const isPlainText = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text)
