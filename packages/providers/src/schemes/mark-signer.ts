import type { Signer } from '@x/snap-signature'
import { factsOfCause } from '../facts-of-cause.js'

/**
 * A signer function whose failures cannot be taken for misuse of the client: a `fetch` to a key service fails with a
 * `TypeError`. Only the code of what it throws is kept; the rest may hold the request, headers and all.
 */
export const markSigner =
  (signer: Signer): Signer =>
  async (bytes) => {
    try {
      return await signer(bytes)
    } catch (error) {
      const { reason, cause } = factsOfCause(error)
      throw cause ?? Object.assign(new Error('The signer function failed'), { code: reason })
    }
  }
