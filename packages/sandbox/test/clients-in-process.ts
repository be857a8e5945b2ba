import { type Client, createClient, type Inquiry, type Reply } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { dana } from '@x/providers/dana'
import { nicepay } from '@x/providers/nicepay'
import { permata } from '@x/providers/permata'
import { createSandbox, type SandboxProvider } from '@x/sandbox'
import { assert } from 'vitest'
import { clientSecret, privateKey, publicKey } from './clients.js'

const apiKey = 'CANARY-sandbox-api-key'
const apiSecret = 'CANARY-sandbox-api-secret'

/** The sandbox's handler in place of a network. */
export const handlerOf =
  ({ fetch }: SandboxProvider): typeof globalThis.fetch =>
  (input, init) =>
    fetch(new Request(input, init))

export interface Opened<Profile extends Parameters<typeof createClient>[0]> {
  readonly provider: SandboxProvider
  readonly client: Client<Profile>
}

export const openNicepay = (now = Date.now): Opened<typeof nicepay> => {
  const provider = createSandbox({ now }).provider('nicepay')
  provider.registerClient({ clientId: 'IONPAYTEST', clientSecret, publicKey })
  const client = createClient(nicepay, {
    environment: 'development',
    clientId: 'IONPAYTEST',
    clientSecret,
    privateKey,
    now,
    fetch: handlerOf(provider),
  })
  return { provider, client }
}

export const openBni = (): Opened<typeof bni> => {
  const provider = createSandbox().provider('bni')
  provider.registerClient({ clientId: 'shop-1', clientSecret, apiKey, apiSecret, partnerId: 'Contoh App' })
  const client = createClient(bni, {
    environment: 'sandbox',
    clientId: 'shop-1',
    clientSecret,
    apiKey,
    apiSecret,
    appName: 'Contoh App',
    fetch: handlerOf(provider),
  })
  return { provider, client }
}

export const openBniSnap = (): Opened<typeof bniSnap> => {
  const provider = createSandbox().provider('bni-snap')
  provider.registerClient({ clientId: 'shop-1', clientSecret, apiKey, apiSecret, publicKey })
  const client = createClient(bniSnap, {
    environment: 'sandbox',
    clientId: 'shop-1',
    privateKey,
    apiKey,
    apiSecret,
    channelId: '95221',
    fetch: handlerOf(provider),
  })
  return { provider, client }
}

export const openDana = (now = Date.now): Opened<typeof dana> => {
  const provider = createSandbox({ now }).provider('dana')
  provider.registerClient({ clientId: 'shop-1', publicKey })
  const client = createClient(dana, {
    environment: 'sandbox',
    clientId: 'shop-1',
    channelId: '95221',
    privateKey,
    now,
    fetch: handlerOf(provider),
  })
  return { provider, client }
}

export const permataKeys = {
  clientId: 'shop-1',
  clientSecret,
  apiKey,
  staticKey: 'CANARY-sandbox-static-key',
  organizationName: 'Toko Satu',
} as const

export const openPermata = (now = Date.now): Opened<typeof permata> => {
  const provider = createSandbox({ now }).provider('permata')
  provider.registerClient(permataKeys)
  const client = createClient(permata, {
    environment: 'test',
    ...permataKeys,
    now,
    fetch: handlerOf(provider),
  })
  return { provider, client }
}

/** How the reply says that one can ask later. */
export const inquiryOf = ({ inquiry, outcome }: Pick<Reply, 'inquiry' | 'outcome'>): Inquiry => {
  assert(inquiry !== undefined, `a reply that is ${outcome} says how to ask`)
  return inquiry
}

/** The two ways in which the answer of a call that was executed gets lost. */
export const lostAnswers = ['reset', 'gateway-timeout'] as const
