import { createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'
import type { Sandbox } from '@x/sandbox'
import { demoClient, demoPrivateKey } from '../parts/demo-keys.js'

/** A token that was just obtained, as far as it may be shown. */
export interface ShownToken {
  readonly masked: string
  readonly length: number
  readonly expiresAt: number
}

export type Door = 'snap' | 'oauth'

const shown = ({ value, expiresAt }: { readonly value: string; readonly expiresAt: number }): ShownToken => ({
  masked: `${value.slice(0, 4)}…`,
  length: value.length,
  expiresAt,
})

/** One token through each door, from the sandbox's servers. @throws what the clients throw */
export const firstTokens = async (sandbox: Sandbox): Promise<Readonly<Record<Door, ShownToken>>> => {
  const fetchOf =
    (id: string): typeof fetch =>
    (input, init) =>
      sandbox.provider(id).fetch(new Request(input, init))
  const { clientId, clientSecret, apiKey, apiSecret } = demoClient
  const snap = createClient(nicepay, {
    environment: 'development',
    clientId,
    clientSecret,
    privateKey: demoPrivateKey,
    fetch: fetchOf('nicepay'),
  })
  const oauth = createClient(bni, {
    environment: 'sandbox',
    clientId,
    clientSecret,
    apiKey,
    apiSecret,
    appName: 'Demo shop',
    fetch: fetchOf('bni'),
  })
  return { snap: shown(await snap.accessToken()), oauth: shown(await oauth.accessToken()) }
}
