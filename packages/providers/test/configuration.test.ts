import { generateKeyPairSync } from 'node:crypto'
import { createClient, ProviderError } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'
import { describe, expect, it } from 'vitest'
import { privateKey, publicKey } from './clients.js'

const make = (options: object) => () => createClient(nicepay, options as never)
const good = { environment: 'development', clientId: 'IONPAYTEST', clientSecret: 'b', privateKey }

describe('bad configuration fails at construction, with a sentence', () => {
  it.each([
    [
      'no environment',
      { ...good, environment: undefined },
      '"environment" must be one of "development", "production"',
    ],
    ['an unknown environment', { ...good, environment: 'staging' }, 'got "staging"'],
    ['an inherited name', { ...good, environment: 'constructor' }, 'must be one of'],
    ['no client ID', { ...good, clientId: undefined }, '"clientId" must be a non-empty string'],
    ['an empty client ID', { ...good, clientId: '' }, 'got an empty string'],
    [
      'http off loopback',
      { ...good, baseUrl: 'http://dev.nicepay.co.id/nicepay' },
      'must begin with https://',
    ],
    ['a timeout of nothing', { ...good, timeoutMs: 0 }, '"timeoutMs"'],
    ['no options', undefined, '"options" must be an object'],
    ['a fetch that is none', { ...good, fetch: 5 }, '"fetch" must be a function, got number'],
    ['a clock that is none', { ...good, now: 5 }, '"now" must be a function'],
    ['tokens that are none', { ...good, tokens: {} }, '"tokens" must be a token cache'],
    ['tokens as text', { ...good, tokens: 'x' }, '"tokens" must be a token cache'],
  ])('%s', (_, options, sentence) => {
    expect(make(options as object)).toThrow(TypeError)
    expect(make(options as object)).toThrow(sentence)
  })

  it('no profile is misuse', () => {
    expect(() => createClient(undefined as never, good as never)).toThrow('"profile" must be a profile')
  })

  it('no key at all is misuse', () => {
    expect(make({ ...good, privateKey: undefined })).toThrow(TypeError)
  })

  const ec = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const small = generateKeyPairSync('rsa', {
    modulusLength: 1024,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

  it.each([
    ['a public key', { ...good, privateKey: publicKey }],
    ['an EC key', { ...good, privateKey: ec.privateKey }],
    ['a cut key', { ...good, privateKey: privateKey.slice(0, 600) }],
    ['a 1024-bit key in production', { ...good, environment: 'production', privateKey: small.privateKey }],
  ])('%s is a ProviderError with a cause', (_, options) => {
    let error: unknown
    try {
      make(options)()
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(ProviderError)
    expect(error).toMatchObject({ code: 'ERR_PROVIDER_CREDENTIALS', cause: { name: 'SnapSignatureError' } })
  })

  it('a 1024-bit key is taken where the environment says so', () => {
    expect(make({ ...good, privateKey: small.privateKey })).not.toThrow()
  })
})

// Four SDKs agree on NICEPAY's addresses; BNI's from its document and SDKs (read 2026-11-21).
describe('environments', () => {
  it.each([
    ['development', 'https://dev.nicepay.co.id/nicepay'],
    ['production', 'https://www.nicepay.co.id/nicepay'],
    ['development-cloud', 'https://dev-services.nicepay.co.id/nicepay'],
    ['production-cloud', 'https://services.nicepay.co.id/nicepay'],
  ] as const)('NICEPAY %s', (environment, baseUrl) => {
    expect(
      createClient(nicepay, { environment, clientId: 'IONPAYTEST', clientSecret: 'b', privateKey }).baseUrl,
    ).toBe(baseUrl)
  })

  it.each([
    ['production', 'https://api.bni.co.id'],
    ['sandbox', 'https://sandbox.bni.co.id'],
    ['development', 'https://newapidev.bni.co.id:8066'],
    ['testing', 'https://newapidev.bni.co.id:8065'],
  ] as const)('BNI %s', (environment, baseUrl) => {
    expect(createClient(bni, { environment, clientId: 'a', clientSecret: 'b' }).baseUrl).toBe(baseUrl)
  })

  it('can be given another address', () => {
    const client = createClient(bni, {
      environment: 'sandbox',
      clientId: 'a',
      clientSecret: 'b',
      baseUrl: 'https://apidev.bni.co.id:8067/',
    })
    expect(client.baseUrl).toBe('https://apidev.bni.co.id:8067')
  })
})
