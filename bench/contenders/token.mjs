import { ConfidentialClientApplication } from '@azure/msal-node'
import { memoize } from '@smithy/property-provider'
import { createCache } from 'async-cache-dedupe'
import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { createCache as createManager } from 'cache-manager'
import { Cacheable } from 'cacheable'
import { OAuth2Client } from 'google-auth-library'
import Keyv from 'keyv'
import { LRUCache } from 'lru-cache'
import { createTokenCache } from '../../packages/token-cache/dist/index.js'
import { createTokenCycler } from '../node_modules/@azure/core-rest-pipeline/dist/esm/util/tokenCycler.js'
import { awaited, fleetPeer, peer, sync } from './contender.mjs'

/** So many credentials, one after the other: one alone would be a constant to the compiler. */
const count = 64
const lifetime = 3600
/** About as long as a provider's. */
const text = 'x'.repeat(820)
const names = Array.from({ length: count }, (_, index) => `merchant-${index}`)

/** Calls the readers in turn. All of them hold their tokens already. */
const inTurn = (readers) => {
  let index = 0
  return () => {
    index = (index + 1) % count
    return readers[index]()
  }
}

const each = async (make) => {
  const readers = await Promise.all(names.map(make))
  for (const read of readers) await read()
  return inTurn(readers)
}

const plainMap = () => {
  const map = new Map(names.map((name) => [name, { text, expiresAt: Date.now() + lifetime * 1000 }]))
  return each((name) => async () => {
    const hit = map.get(name)
    return hit && hit.expiresAt > Date.now() ? hit : undefined
  })
}

const ourSource = (cache, clientId) =>
  cache.source({
    key: { provider: 'bank', tokenUrl: 'https://bank.example/token', clientId, credentialId: 'key' },
    fetchToken: async () => ({ accessToken: text, expiresIn: lifetime }),
  })

const ours = () => {
  const cache = createTokenCache()
  return each((clientId) => {
    const source = ourSource(cache, clientId)
    return () => source.get()
  })
}

const oursPeek = () => {
  const cache = createTokenCache()
  return each(async (clientId) => {
    const source = ourSource(cache, clientId)
    await source.get()
    return () => source.peek()
  })
}

const plainMapSync = () => {
  const map = new Map(names.map((name) => [name, { text, expiresAt: Date.now() + lifetime * 1000 }]))
  return each((name) => () => {
    const hit = map.get(name)
    return hit && hit.expiresAt > Date.now() ? hit : undefined
  })
}

const lru = () => {
  const cache = new LRUCache({ max: count, ttl: lifetime * 1000, fetchMethod: async () => ({ text }) })
  return each((name) => () => cache.fetch(name))
}

const smithy = () =>
  each(() => {
    const expiration = new Date(Date.now() + lifetime * 1000)
    const near = ({ expiration: end }) => end.getTime() - Date.now() < 300_000
    return memoize(
      async () => ({ text, expiration }),
      near,
      ({ expiration: end }) => end !== undefined,
    )
  })

const google = () =>
  each(() => {
    const client = new OAuth2Client()
    client.setCredentials({ access_token: text, expiry_date: Date.now() + lifetime * 1000 })
    return () => client.getAccessToken()
  })

const azure = () =>
  each(() => {
    const expiresOnTimestamp = Date.now() + lifetime * 1000
    const cycle = createTokenCycler({ getToken: async () => ({ token: text, expiresOnTimestamp }) })
    return () => cycle(['scope'], {})
  })

const msal = () =>
  each((clientId) => {
    const client = new ConfidentialClientApplication({
      auth: {
        clientId,
        clientSecret: 'secret',
        authority: 'https://login.example/tenant',
        knownAuthorities: ['login.example'],
        authorityMetadata: JSON.stringify({
          token_endpoint: 'https://login.example/token',
          authorization_endpoint: 'https://login.example/authorize',
          issuer: 'https://login.example/tenant',
          end_session_endpoint: 'https://login.example/logout',
          jwks_uri: 'https://login.example/keys',
        }),
        cloudDiscoveryMetadata: JSON.stringify({
          tenant_discovery_endpoint: 'https://login.example/discovery',
          metadata: [
            {
              preferred_network: 'login.example',
              preferred_cache: 'login.example',
              aliases: ['login.example'],
            },
          ],
        }),
      },
      system: {
        networkClient: {
          sendPostRequestAsync: async () => ({
            status: 200,
            headers: {},
            body: { token_type: 'Bearer', expires_in: lifetime, access_token: text },
          }),
          sendGetRequestAsync: async () => ({ status: 404, headers: {}, body: {} }),
        },
      },
    })
    return () => client.acquireTokenByClientCredential({ scopes: ['https://login.example/.default'] })
  })

const dedupe = () => {
  const cache = createCache({ ttl: lifetime, storage: { type: 'memory' } }).define('token', async () => ({
    text,
  }))
  return each((name) => () => cache.token(name))
}

const manager = () => {
  const cache = createManager({ ttl: lifetime * 1000 })
  return each((name) => () => cache.wrap(name, async () => ({ text })))
}

const keyv = async () => {
  const cache = new Keyv()
  for (const name of names) await cache.set(name, { text }, lifetime * 1000)
  return each((name) => () => cache.get(name))
}

const cacheable = () => {
  const cache = new Cacheable({ ttl: lifetime * 1000 })
  return each((name) => () => cache.getOrSet(name, async () => ({ text })))
}

const bento = () => {
  const cache = new BentoCache({
    default: 'memory',
    stores: { memory: bentostore().useL1Layer(memoryDriver({ maxItems: count * 2 })) },
  })
  return each((key) => () => cache.getOrSet({ key, ttl: lifetime * 1000, factory: async () => ({ text }) }))
}

const textOf = ({ text: plain, value, token, accessToken }) => plain ?? value ?? token ?? accessToken

/** A read of a cached token, awaited, as one call to a provider's API needs it. */
export const hit = async () => [
  awaited('plain Map, Date.now', await plainMap(), { read: textOf }),
  awaited('ours', await ours(), { read: textOf }),
  awaited('lru-cache fetch', await lru(), { ...peer, read: textOf }),
  awaited('@smithy/property-provider', await smithy(), { ...peer, read: textOf }),
  awaited('google-auth-library', await google(), { ...peer, read: textOf }),
  awaited('@azure/core-rest-pipeline', await azure(), { ...peer, read: textOf }),
  awaited('@azure/msal-node', await msal(), { ...fleetPeer, read: textOf }),
  awaited('async-cache-dedupe', await dedupe(), { ...fleetPeer, read: textOf }),
  awaited('cache-manager wrap', await manager(), { ...fleetPeer, read: textOf }),
  awaited('keyv get', await keyv(), { ...fleetPeer, read: textOf }),
  awaited('cacheable getOrSet', await cacheable(), { ...fleetPeer, read: textOf }),
  awaited('bentocache getOrSet', await bento(), { ...fleetPeer, read: textOf }),
]

/** The same without a promise. */
export const peek = async () => [
  sync('plain Map, Date.now', await plainMapSync(), { read: textOf }),
  sync('ours, peek', await oursPeek(), { read: textOf }),
]
