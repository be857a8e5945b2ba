/** Authenticates a text, as UTF-8, with the secret it was prepared for. */
export type Mac = (text: string, encoding: 'base64' | 'hex') => string
