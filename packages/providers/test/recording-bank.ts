import { type AnyProviderError, type Client, type ClientSettings, createClient } from '@x/providers'
import { privateKey } from './clients.js'
import { killBank } from './kill/profile.js'
import { serve } from './loopback.js'

export interface Recorded {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface RecordingBank {
  readonly baseUrl: string
  readonly tokens: Recorded[]
  readonly calls: Recorded[]
  /** One for each call in turn, the last for all that follow. */
  readonly answers: {
    readonly status: number
    readonly body: string
    readonly headers?: Record<string, string>
  }[]
}

/** A bank that gives a token to everybody, keeps what it is sent, and answers as it is told. */
export const recordingBank = async (): Promise<RecordingBank> => {
  const tokens: Recorded[] = []
  const calls: Recorded[] = []
  const answers: RecordingBank['answers'] = [{ status: 200, body: '{"responseCode":"2001700"}' }]
  const baseUrl = await serve(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { method = '', url: path = '', headers } = request
    const isToken = path === '/token'
    ;(isToken ? tokens : calls).push({ method, path, headers, body })
    const accessToken = `token-${tokens.length}`
    const token = { responseCode: '2007300', accessToken, tokenType: 'Bearer', expiresIn: '900' }
    if (isToken) return void response.end(JSON.stringify(token))
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    response.writeHead(answer?.status ?? 500, { 'content-type': 'application/json', ...answer?.headers })
    response.end(answer?.body)
  })
  return { baseUrl, tokens, calls, answers }
}

export const bankSecret = 'CANARY-client-secret-5d1f'

export const bankClient = (
  baseUrl: string,
  settings: Partial<ClientSettings> & { readonly clientId?: string; readonly clientSecret?: string } = {},
): Client<typeof killBank> =>
  createClient(killBank, {
    clientId: 'IONPAYTEST',
    clientSecret: bankSecret,
    privateKey,
    baseUrl,
    ...settings,
    environment: 'test',
  })

export const transfer = {
  partnerReferenceNo: 'order-1',
  amount: { value: '10000.00', currency: 'IDR' },
  beneficiaryAccountNo: '8377388292',
}

/** What a call throws; a failure of the test where it throws nothing. */
export const thrownBy = async (promise: Promise<unknown>): Promise<AnyProviderError | TypeError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error === undefined) throw new Error('nothing was thrown')
  return error as TypeError
}
