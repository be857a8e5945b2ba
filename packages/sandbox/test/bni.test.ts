import { createSandbox } from '@x/sandbox'
import { beforeEach, describe, expect, it } from 'vitest'
import { clientSecret } from './clients.js'

const sandbox = createSandbox()
const bank = sandbox.provider('bni')

beforeEach(() => {
  sandbox.reset()
  bank.registerClient({ clientId: 'shop-1', clientSecret })
})

const basic = (credentials: string): string => `Basic ${Buffer.from(credentials).toString('base64')}`

interface Asked {
  readonly authorization?: string | undefined
  readonly contentType?: string
  readonly body?: string
  readonly method?: string
  readonly path?: string
}

const ask = async (asked: Asked = {}): Promise<Response> => {
  const { contentType = 'application/x-www-form-urlencoded', method = 'POST' } = asked
  const authorization = 'authorization' in asked ? asked.authorization : basic(`shop-1:${clientSecret}`)
  return bank.fetch(
    new Request(`http://127.0.0.1${asked.path ?? '/api/oauth/token'}`, {
      method,
      headers: { 'content-type': contentType, ...(authorization !== undefined && { authorization }) },
      ...(method === 'GET' ? {} : { body: asked.body ?? 'grant_type=client_credentials' }),
    }),
  )
}

describe("BNI's token endpoint", () => {
  it('answers as the document prints it: a bare number of seconds', async () => {
    const response = await ask()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toEqual({
      access_token: expect.stringMatching(/^[\w-]{48}$/),
      token_type: 'Bearer',
      expires_in: 3599,
      scope: 'resource.WRITE resource.READ',
    })
  })

  it('takes the secret as it is: nothing in it is decoded', async () => {
    const secret = 'a+b c%:é'
    bank.registerClient({ clientId: 'shop-2', clientSecret: secret })
    expect((await ask({ authorization: basic(`shop-2:${secret}`) })).status).toBe(200)
    // As RFC 6749 section 2.3.1 would have it.
    expect((await ask({ authorization: basic('shop-2:a%2Bb+c%25%3A%C3%A9') })).status).toBe(401)
  })

  it.each([
    ['no credentials', undefined],
    ['an unknown client', basic(`nobody:${clientSecret}`)],
    ['a wrong secret', basic('shop-1:wrong')],
    ['a secret cut short', basic(`shop-1:${clientSecret.slice(0, -1)}`)],
    ['an empty secret', basic('shop-1:')],
    ['no colon', basic('shop-1')],
    ['another scheme', `Bearer ${clientSecret}`],
    ['base64 that is none', 'Basic %%%'],
    ['credentials that were never encoded', `Basic shop-1:${clientSecret}`],
  ])('401 for %s', async (_, authorization) => {
    const response = await ask({ authorization })
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ error: 'invalid_client' })
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /)
    expect(response.headers.get('x-sandbox-reason')).not.toContain(clientSecret)
  })

  it.each([
    ['a query', { path: '/api/oauth/token?grant_type=client_credentials' }, 400, 'invalid_request'],
    ['JSON', { contentType: 'application/json' }, 400, 'invalid_request'],
    ['no grant_type', { body: 'scope=a' }, 400, 'invalid_request'],
    ['two of them', { body: 'grant_type=client_credentials&grant_type=password' }, 400, 'invalid_request'],
    ['another', { body: 'grant_type=password' }, 400, 'unsupported_grant_type'],
    ['GET', { method: 'GET' }, 405, 'invalid_request'],
    ['another path', { path: '/oauth/token' }, 404, 'not_found'],
  ])('refuses %s', async (_, asked, status, error) => {
    const response = await ask(asked)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error })
  })
})
