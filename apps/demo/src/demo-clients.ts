import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { type AnyClient, type Client, createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { nicepay } from '@x/providers/nicepay'
import { permata } from '@x/providers/permata'
import type { ListeningSandbox } from '@x/sandbox/node'
import { control } from './control.js'

/** One provider of the sandbox, with a client that is let in when it is first asked for. */
export interface DemoClient<C extends AnyClient = AnyClient> {
  readonly name: string
  readonly environment: string
  readonly flow: string
  readonly open: () => Promise<C>
}

export interface DemoClients {
  readonly nicepay: DemoClient<Client<typeof nicepay>>
  readonly bni: DemoClient<Client<typeof bni>>
  readonly bniSnap: DemoClient<Client<typeof bniSnap>>
  readonly permata: DemoClient<Client<typeof permata>>
}

/** Clients with credentials made for this run, registered by the control API. */
export const demoClients = (servers: ListeningSandbox): DemoClients => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const [clientSecret, apiKey, apiSecret] = [secret(), secret(), secret()]
  const letIn = (provider: string, client: object): Promise<void> =>
    control(servers, { path: `${provider}/clients`, body: client, status: 201 })

  return {
    nicepay: {
      name: nicepay.name,
      environment: 'development',
      flow: nicepay.token?.flow ?? '',
      open: once(async () => {
        const clientId = 'IONPAYDEMO'
        await letIn('nicepay', { clientId, clientSecret, publicKey })
        const baseUrl = servers.baseUrl('nicepay')
        return createClient(nicepay, {
          environment: 'development',
          baseUrl,
          clientId,
          clientSecret,
          privateKey,
        })
      }),
    },
    bni: {
      name: bni.name,
      environment: 'sandbox',
      flow: bni.token?.flow ?? '',
      open: once(async () => {
        const [clientId, appName] = ['bni-demo', 'Demo shop']
        await letIn('bni', { clientId, clientSecret, apiKey, apiSecret, partnerId: appName })
        const baseUrl = servers.baseUrl('bni')
        return createClient(bni, {
          environment: 'sandbox',
          baseUrl,
          clientId,
          clientSecret,
          apiKey,
          apiSecret,
          appName,
        })
      }),
    },
    bniSnap: {
      name: bniSnap.name,
      environment: 'sandbox',
      flow: bniSnap.token?.flow ?? '',
      open: once(async () => {
        const clientId = 'bni-snap-demo'
        await letIn('bni-snap', { clientId, clientSecret, apiKey, apiSecret, publicKey })
        const baseUrl = servers.baseUrl('bni-snap')
        return createClient(bniSnap, {
          environment: 'sandbox',
          baseUrl,
          clientId,
          privateKey,
          apiKey,
          apiSecret,
          channelId: '95221',
        })
      }),
    },
    permata: {
      name: permata.name,
      environment: 'test',
      flow: permata.token?.flow ?? '',
      open: once(async () => {
        const client = {
          clientId: 'permata-demo',
          clientSecret,
          apiKey,
          staticKey: secret(),
          organizationName: 'Demo shop',
        }
        await letIn('permata', client)
        const baseUrl = servers.baseUrl('permata')
        return createClient(permata, { environment: 'test', baseUrl, ...client })
      }),
    },
  }
}

const secret = (): string => randomBytes(24).toString('base64url')

const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
