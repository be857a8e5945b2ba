import type { Sandbox } from '@x/sandbox'
import { formatTimestamp, importPrivateKey, signTokenRequest } from '@x/snap-signature'
import { demoClient, demoPrivateKey } from '../parts/demo-keys.js'

/** What the provider answered. */
export interface Answer {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Why the sandbox refused; a provider does not say it. */
  readonly reason: string | undefined
  readonly accessToken: string | undefined
}

/** What goes out in one call. */
export interface Outgoing {
  readonly path: `/${string}`
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A merchant at the page's NICEPAY, which writes its calls by hand. */
export interface Shop {
  readonly send: (outgoing: Outgoing) => Promise<Answer>
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Digits that were not used before. */
  readonly newNumber: () => string
}

/** A shop whose server is the page's sandbox: nothing is sent anywhere. */
export const openShop = ({
  sandbox,
  newNumber,
}: {
  readonly sandbox: Sandbox
  readonly newNumber: () => string
}): Shop => {
  const nicepay = sandbox.provider('nicepay')
  const send = async ({ path, headers, body }: Outgoing): Promise<Answer> => {
    const url = `https://sandbox.invalid${nicepay.basePath}${path}`
    const all = { 'Content-Type': 'application/json', ...headers }
    const response = await nicepay.fetch(new Request(url, { method: 'POST', headers: all, body }))
    const said: unknown = await response.json()
    return {
      status: response.status,
      code: textOf(said, 'responseCode') ?? '',
      message: textOf(said, 'responseMessage') ?? '',
      reason: response.headers.get('x-sandbox-reason') ?? undefined,
      accessToken: textOf(said, 'accessToken'),
    }
  }
  return { send, now: sandbox.now, newNumber }
}

export const tokenPath = '/v1.0/access-token/b2b'

/** The token call with a signature that somebody made. */
export const askForToken = (
  shop: Shop,
  { timestamp, signature }: { readonly timestamp: string; readonly signature: string },
): Promise<Answer> =>
  shop.send({
    path: tokenPath,
    headers: {
      'X-TIMESTAMP': timestamp,
      'X-CLIENT-KEY': demoClient.clientId,
      'X-SIGNATURE': signature,
    },
    body: '{"grantType":"client_credentials","additionalInfo":{}}',
  })

/** A token, got in the right way. @throws Error when the sandbox refuses it */
export const getToken = async (shop: Shop): Promise<string> => {
  const timestamp = formatTimestamp(shop.now())
  const { clientId } = demoClient
  const signature = await signTokenRequest({
    clientId,
    timestamp,
    privateKey: importPrivateKey(demoPrivateKey),
  })
  const { accessToken, code } = await askForToken(shop, { timestamp, signature })
  if (accessToken === undefined) throw new Error(`The page's sandbox refused the token call: ${code}`)
  return accessToken
}

export const servicePath = '/api/v1.0/transfer-va/create-va'

/** A service call with the parts of its signature as somebody made them. */
export const callService = (
  shop: Shop,
  call: {
    readonly accessToken: string
    readonly timestamp: string
    readonly signature: string
    readonly body: string
  },
): Promise<Answer> =>
  shop.send({
    path: servicePath,
    headers: {
      Authorization: `Bearer ${call.accessToken}`,
      'X-TIMESTAMP': call.timestamp,
      'X-SIGNATURE': call.signature,
      'X-PARTNER-ID': demoClient.clientId,
      'X-EXTERNAL-ID': shop.newNumber(),
      'CHANNEL-ID': `${demoClient.clientId}01`,
    },
    body: call.body,
  })

/** A virtual account to be made, as PHP's `json_encode` writes it by default: with its slashes escaped. */
export const bodyOf = (shop: Shop): string =>
  JSON.stringify({
    partnerServiceId: '',
    customerNo: '',
    virtualAccountNo: '',
    virtualAccountName: 'Sari Dewi',
    trxId: `DEMO-${shop.newNumber()}`,
    totalAmount: { value: '25000.00', currency: 'IDR' },
    additionalInfo: { bankCd: 'BRIN', goodsNm: 'Kopi', dbProcessUrl: 'https://shop.example/notify' },
  }).replaceAll('/', '\\/')

const textOf = (value: unknown, name: string): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const found: unknown = Reflect.get(value, name)
  return typeof found === 'string' ? found : undefined
}
