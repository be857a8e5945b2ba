import { SnapSignatureError } from './errors.js'
import { type BodySlot, hashOf } from './transaction-slots.js'

/** The hash of a received body, or undefined if no sender can have signed it. */
export function receivedHash(slot: BodySlot): string | undefined {
  try {
    return hashOf(slot)
  } catch (error) {
    if (error instanceof SnapSignatureError) return undefined
    throw error
  }
}
