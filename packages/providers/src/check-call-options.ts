import type { CallOptions, FetchOptions, InquireOptions } from './call-options.js'
import { didYouMean } from './did-you-mean.js'
import { unknownOption } from './refuse-unknown-options.js'

// Typed by the interfaces, so that a new option cannot be forgotten here.
const ofCall: Readonly<Record<keyof CallOptions<object>, true>> = {
  body: true,
  externalId: true,
  headers: true,
  beforeSend: true,
  signal: true,
  timeoutMs: true,
}
const ofFetch: Readonly<Record<keyof FetchOptions, true>> = {
  method: true,
  kind: true,
  code: true,
  ...ofCall,
}
const { body: _, ...settings } = ofCall
const ofInquire: Readonly<Record<keyof InquireOptions, true>> = { repeat: true, ...settings }

type Entrance = 'call' | 'prepare' | 'fetch' | 'inquire'

const known: Readonly<Record<Entrance, Readonly<Record<string, true>>>> = {
  call: ofCall,
  prepare: ofCall,
  fetch: ofFetch,
  inquire: ofInquire,
}

/** @throws TypeError for an option that nobody reads: a `beforesend` would never be called, and nothing would say so */
export const checkCallOptions = (who: Entrance, given: object): void => {
  const names = Object.keys(known[who])
  const stranger = Object.keys(given).find((name) => !names.includes(name))
  if (stranger === undefined) return
  const forBody = who !== 'inquire' && !('body' in given) && didYouMean(stranger, names) === undefined
  const name = stranger.slice(0, 40)
  throw new TypeError(
    forBody
      ? `${who} has no option "${name}": what the provider is to get goes into "body", as { body: { ${name}: … } }`
      : unknownOption(who, stranger, names),
  )
}
