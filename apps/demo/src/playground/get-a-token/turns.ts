import { withoutHeader } from '../exchange/sent-request.js'
import type { Turn } from './door.js'
import { mistype } from './mistype.js'

export const unturned: Turn = { id: 'none' }

/** Ten minutes: more than any server allows, little enough to be overlooked. */
export const staleClock: Turn = { id: 'stale-clock', shiftMs: -600_000 }

export const unknownClient: Turn = {
  id: 'unknown-client',
  values: (values) => ({ ...values, clientId: mistype(values.clientId) }),
}

export const wrongSecret: Turn = {
  id: 'wrong-secret',
  values: (values) => ({ ...values, clientSecret: mistype(values.clientSecret) }),
}

/** A proxy that lets only headers pass which it knows. */
export const signatureDropped = (name: string): Turn => ({
  id: 'no-header',
  drops: name,
  bend: (request) => withoutHeader(request, name),
})
