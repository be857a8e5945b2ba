/**
 * How the id and the secret are written before base64: as they are (`raw`), or each form-encoded (`form`,
 * RFC 6749 section 2.3.1).
 */
export type BasicEncoding = 'raw' | 'form'

export const assertEncoding = (encoding: BasicEncoding): void => {
  if (encoding !== 'raw' && encoding !== 'form')
    throw new TypeError(`"encoding" must be 'raw' or 'form', got another`)
}
