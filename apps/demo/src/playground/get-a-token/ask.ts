import type { Sandbox } from '@x/sandbox'
import { exportPublicKey, importPrivateKey } from '@x/snap-signature'
import { type RecordedExchange, recordExchanges } from '../exchange/record-exchanges.js'
import type { Door, Ending, Turn, Values } from './door.js'

export interface ToAsk {
  readonly door: Door
  readonly turn: Turn
  readonly values: Values
  /** A private key that nobody has registered. */
  readonly otherKey: string
  readonly sandbox: Pick<Sandbox, 'provider'>
  readonly now: () => number
}

/** One asking, as it really happened. */
export interface Asked extends RecordedExchange {
  /** Of the page's own clock. */
  readonly at: number
  readonly ending: Ending
  /** The fingerprint of the public key that the sandbox knows the client by. */
  readonly registeredKey: string | undefined
  /** What the client was made with: those of the fields, but for the turn. */
  readonly values: Values
}

/** A token, or a call that worked. */
export const wentWell = ({ ending }: Asked): boolean =>
  ending.kind === 'token' || (ending.kind === 'reply' && ending.outcome === 'success')

/**
 * Lets the client in, makes the turn, asks through `createClient`, and tells what went out and came back.
 *
 * @throws what the packages say of an input that cannot work
 */
export const ask = async ({ door, turn, values, otherKey, sandbox, now }: ToAsk): Promise<Asked> => {
  const at = now()
  const provider = sandbox.provider(door.id)
  // Some test environments hand out 1024 bits; what this provider takes, the client says.
  const publicKey = door.inputs.includes('privateKey')
    ? exportPublicKey(importPrivateKey(values.privateKey, { minimumBits: 1024 }))
    : undefined
  const { publicKeyFingerprint } = provider.registerClient(door.clientOf(values, publicKey))

  const used = turn.values?.(values, otherKey) ?? values
  const { fetch, exchanges } = recordExchanges(provider, (request) => turn.bend?.(request, used) ?? request)
  const { shiftMs = 0 } = turn
  const ending = await door.ask(used, { fetch, now: () => now() + shiftMs })
  const exchange = exchanges.at(-1)
  if (exchange === undefined) throw new Error('Nothing was sent')
  return { ...exchange, at, ending, registeredKey: publicKeyFingerprint, values: used }
}
