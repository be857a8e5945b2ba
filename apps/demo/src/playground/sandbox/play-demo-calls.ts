import type { Sandbox } from '@x/sandbox'
import { openShop } from '../call-a-service/open-shop.js'
import { demoPrivateKey, demoPublicKey, otherPrivateKey } from '../parts/demo-keys.js'

/** Something to look at: a call that is refused for its key, and a QRIS that waits for its payer. */
export const playDemoCalls = async ({
  sandbox,
  now,
}: {
  readonly sandbox: Sandbox
  readonly now: () => number
}): Promise<void> => {
  for (const privateKey of [otherPrivateKey, demoPrivateKey]) {
    const shop = openShop({ sandbox, privateKey, publicKey: demoPublicKey, cut: 'never', now })
    // What goes wrong is what the list of calls is there to show.
    await shop.act('make').catch(() => {})
  }
}
