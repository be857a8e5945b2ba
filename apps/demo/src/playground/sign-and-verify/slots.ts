import { bodyHash } from '@x/snap-signature'
import type { SignInputs } from './sign-inputs.js'
import { signedPath } from './signed-path.js'

export type SlotName = 'method' | 'path' | 'accessToken' | 'bodyHash' | 'timestamp' | 'clientId'

export interface Slot {
  readonly name: SlotName
  readonly text: string
}

/** A string to sign, taken apart. */
export interface Slots {
  readonly separator: ':' | '|'
  readonly slots: readonly Slot[]
}

/** The slots in their order. Call it for inputs without an error only. */
export const slotsOf = (inputs: SignInputs): Slots => {
  const { kind, method, path, pathForm, accessToken, body, clientId, timestamp } = inputs
  const slot = (name: SlotName, text: string): Slot => ({ name, text })
  const at = slot('timestamp', timestamp)
  if (kind === 'token-request') return { separator: '|', slots: [slot('clientId', clientId), at] }
  const first = [slot('method', method), slot('path', signedPath(path, pathForm))]
  const token = kind === 'symmetric' ? [slot('accessToken', accessToken)] : []
  return { separator: ':', slots: [...first, ...token, slot('bodyHash', bodyHash(body)), at] }
}
