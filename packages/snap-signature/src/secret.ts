import { hmac } from '#backend'
import type { Mac } from './backend/mac.js'
import { misuse } from './misuse.js'
import { requireSecretText } from './secret-text.js'

/** An imported client secret. Prints as its kind only. */
export interface Secret {
  readonly kind: 'secret'
}

// Every copy of this package in a process agrees on what stands there; changing it needs another symbol.
const macSymbol: unique symbol = /* @__PURE__ */ Symbol.for('@x/snap-signature.secret') as never

/** The secret lives in a closure, which no inspector prints. */
export function createSecret(mac: Mac): Secret {
  return Object.freeze(Object.defineProperty<Secret>({ kind: 'secret' }, macSymbol, { value: mac }))
}

/** HMAC-SHA512 with an imported secret, or with a text that is checked now. */
export function macOf(secret: Secret | string): Mac {
  if (isSecret(secret)) return secret[macSymbol]
  if (typeof secret !== 'string') throw misuse('secret', 'a string, or a secret from importSecret', secret)
  requireSecretText(secret)
  return (text, encoding) => hmac(secret, text, encoding)
}

function isSecret(value: unknown): value is Secret & { readonly [macSymbol]: Mac } {
  return typeof value === 'object' && value !== null && macSymbol in value
}
