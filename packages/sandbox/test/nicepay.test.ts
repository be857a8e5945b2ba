import { createSandbox } from '@x/sandbox'
import { beforeEach, describe, expect, it } from 'vitest'
import { clientSecret, pair, publicKey, rsa } from './clients.js'

// 2024-12-31T03:11:40Z is 10:11:40 in Jakarta.
const now = Date.UTC(2024, 11, 31, 3, 11, 40)
const timestamp = '2024-12-31T10:11:40+07:00'

const sandbox = createSandbox({ now: () => now })
const bank = sandbox.provider('nicepay')

beforeEach(() => {
  sandbox.reset()
  bank.registerClient({ clientId: 'IONPAYTEST', clientSecret, publicKey })
})

type Headers = Record<string, string | undefined>

const goodHeaders = (): Headers => ({
  'content-type': 'application/json',
  'x-timestamp': timestamp,
  'x-client-key': 'IONPAYTEST',
  'x-signature': rsa(`IONPAYTEST|${timestamp}`),
})

interface Asked {
  readonly headers?: Headers
  readonly body?: string
  readonly method?: string
  readonly path?: string
}

interface Answered {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly reason: string | null
  readonly source: string | null
}

const ask = async (asked: Asked = {}): Promise<Answered> => {
  const { body = '{"grantType":"client_credentials","additionalInfo":{}}', method = 'POST' } = asked
  const path = asked.path ?? '/nicepay/v1.0/access-token/b2b'
  const headers = new Headers()
  for (const [name, value] of Object.entries({ ...goodHeaders(), ...asked.headers }))
    if (value !== undefined) headers.set(name, value)
  const response = await bank.fetch(
    new Request(`http://127.0.0.1${path}`, { method, headers, ...(method === 'GET' ? {} : { body }) }),
  )
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    reason: response.headers.get('x-sandbox-reason'),
    source: response.headers.get('x-sandbox-source'),
  }
}

describe("NICEPAY's token endpoint", () => {
  it('answers as the page prints it', async () => {
    const { status, body, reason } = await ask()
    expect(status).toBe(200)
    expect(reason).toBeNull()
    expect(body).toEqual({
      responseCode: '2007300',
      responseMessage: 'Successful',
      accessToken: expect.stringMatching(/^[\w-]{48}$/),
      tokenType: 'Bearer',
      expiresIn: '900',
      additionalInfo: {},
    })
  })

  it('gives another token each time', async () => {
    expect((await ask()).body['accessToken']).not.toBe((await ask()).body['accessToken'])
  })

  it.each(['content-type', 'x-timestamp', 'x-client-key', 'x-signature'])(
    '4007302 without %s',
    async (name) => {
      // A `Request` with a text body brings a content type of its own, so an empty one stands for a missing one.
      const { status, body } = await ask({ headers: { [name]: name === 'content-type' ? '' : undefined } })
      expect([status, body['responseCode']]).toEqual([400, '4007302'])
      expect(String(body['responseMessage']).toLowerCase()).toContain(name)
    },
  )

  it.each([
    ['no grantType', '{}', '4007302'],
    ['a null grantType', '{"grantType":null}', '4007302'],
    ['an empty grantType', '{"grantType":""}', '4007302'],
    ['another grantType', '{"grantType":"authorization_code"}', '4007301'],
    ['the OAuth spelling', '{"grant_type":"client_credentials"}', '4007302'],
    ['additionalInfo as text', '{"grantType":"client_credentials","additionalInfo":"x"}', '4007301'],
    ['additionalInfo as a list', '{"grantType":"client_credentials","additionalInfo":[]}', '4007301'],
    ['additionalInfo as null', '{"grantType":"client_credentials","additionalInfo":null}', '4007301'],
    ['no JSON', 'grantType=client_credentials', '4007300'],
    ['cut JSON', '{"grantType":"client_cred', '4007300'],
    ['an array', '[]', '4007300'],
    ['nothing', '', '4007300'],
  ])('%s in the body', async (_, body, code) => {
    const answer = await ask({ body })
    expect([answer.status, answer.body['responseCode']]).toEqual([400, code])
  })

  it.each([
    ['UTC', '2024-12-31T03:11:40Z'],
    ['milliseconds', '2024-12-31T10:11:40.000+07:00'],
    ['an offset without a colon', '2024-12-31T10:11:40+0700'],
    ['no offset', '2024-12-31T10:11:40'],
    ['a day that is none', '2024-02-30T10:11:40+07:00'],
    ['hour 24', '2024-12-31T24:11:40+07:00'],
    ['text', 'yesterday'],
  ])('4007301 for a timestamp with %s', async (_, wrong) => {
    const headers = { 'x-timestamp': wrong, 'x-signature': rsa(`IONPAYTEST|${wrong}`) }
    const { status, body } = await ask({ headers })
    expect([status, body['responseCode']]).toEqual([400, '4007301'])
  })

  it('4007301 for another content type and for a signature in base64url', async () => {
    expect((await ask({ headers: { 'content-type': 'text/plain' } })).body['responseCode']).toBe('4007301')
    expect((await ask({ headers: { 'x-signature': 'ab-_' } })).body['responseCode']).toBe('4007301')
  })

  it.each([
    [
      'unknown client',
      { 'x-client-key': 'NOBODY', 'x-signature': rsa(`NOBODY|${timestamp}`) },
      '[Unknown client]',
    ],
    ['wrong key', { 'x-signature': rsa(`IONPAYTEST|${timestamp}`, pair().privateKey) }, '[Signature]'],
    [
      'signature over another timestamp',
      { 'x-signature': rsa('IONPAYTEST|2024-12-31T10:11:41+07:00') },
      '[Signature]',
    ],
    ['signature over another client', { 'x-signature': rsa(`OTHER|${timestamp}`) }, '[Signature]'],
    [
      'hex for base64',
      { 'x-signature': Buffer.from(rsa(`IONPAYTEST|${timestamp}`), 'base64').toString('hex') },
      '[Signature]',
    ],
  ])('4017300 for %s', async (_, headers, what) => {
    const { status, body, reason } = await ask({ headers })
    expect([status, body['responseCode']]).toEqual([401, '4017300'])
    expect(body['responseMessage']).toContain(what)
    expect(reason).not.toBeNull()
  })

  it.each([
    ['stale by one second too much', '2024-12-31T10:06:39+07:00', 401],
    ['just not stale', '2024-12-31T10:06:40+07:00', 200],
    ['just not early', '2024-12-31T10:16:40+07:00', 200],
    ['early by one second too much', '2024-12-31T10:16:41+07:00', 401],
    ['seven hours early', '2024-12-31T17:11:40+07:00', 401],
  ])('a timestamp %s', async (_, at, expected) => {
    const { status, reason } = await ask({
      headers: { 'x-timestamp': at, 'x-signature': rsa(`IONPAYTEST|${at}`) },
    })
    expect(status).toBe(expected)
    if (expected === 401) expect(reason).toMatch(/s (ahead of|behind) the sandbox's clock/)
  })

  it('tells how far the clocks are apart to the owner of the key only', async () => {
    const at = '2024-12-31T17:11:40+07:00'
    const signature = rsa(`IONPAYTEST|${at}`, pair().privateKey)
    const { body, reason } = await ask({ headers: { 'x-timestamp': at, 'x-signature': signature } })
    expect(body['responseMessage']).toBe('Unauthorized. [Signature]')
    expect(reason).not.toMatch(/clock/)
  })

  it('4007300 for a query', async () => {
    const { status, body, reason } = await ask({ path: '/nicepay/v1.0/access-token/b2b?a=1' })
    expect([status, body['responseCode']]).toEqual([400, '4007300'])
    expect(reason).toContain('query')
  })

  it('405 for GET, 404 for the path without the gateway prefix', async () => {
    expect(await ask({ method: 'GET' })).toMatchObject({ status: 405, body: { responseCode: '4057300' } })
    expect((await ask({ path: '/v1.0/access-token/b2b' })).status).toBe(404)
  })

  it("marks whose words an answer is made of: the provider's or the standard's", async () => {
    expect((await ask()).source).toMatch(/^provider: NICEPAY/)
    expect((await ask({ body: '{}' })).source).toMatch(/^standard/)
  })
})
