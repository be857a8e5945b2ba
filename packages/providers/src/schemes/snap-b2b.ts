import { formatTimestamp, signTokenRequest } from '@x/snap-signature'
import type { HttpRequest, HttpResponse } from '../http.js'
import { echoesOf, printable } from '../printable.js'
import { refuseUnknownOptions } from '../refuse-unknown-options.js'
import type { TokenAnswer, TokenScheme } from '../token-scheme.js'
import { checkTokenPath } from './check-token-path.js'
import { type PrivateKeyCredentials, readPrivateKey } from './read-private-key.js'
import { requireHeaderText } from './require-text.js'
import { checkMilliseconds } from './snap-headers.js'
import { isBearer, isUsableToken, readSeconds } from './token-fields.js'

/** What a SNAP provider knows a client by. */
export interface SnapB2bCredentials extends PrivateKeyCredentials {
  /** Goes out as `X-CLIENT-KEY`. */
  readonly clientId: string
}

export interface SnapB2bOptions {
  /** Appended to the environment's base URL. */
  readonly path: `/${string}`
  /** Whether X-TIMESTAMP has milliseconds. Default: whole seconds; the zone is Jakarta's. */
  readonly milliseconds?: boolean
}

/**
 * The B2B access token of SNAP BI, service code 73: an RSA-signed request, JSON both ways, 900 seconds.
 *
 * @throws TypeError for a path that is none, or an unknown option
 * @see ASPI, SNAP API portal, "Keamanan", Access Token B2B (read June 2025)
 */
export const snapB2b = (options: SnapB2bOptions): TokenScheme<SnapB2bCredentials> => {
  refuseUnknownOptions('snapB2b', options, ['path', 'milliseconds'])
  const path = checkTokenPath(options.path)
  const { milliseconds } = options
  checkMilliseconds('snapB2b', milliseconds)
  return {
    flow: 'SNAP B2B',
    lifetimeSeconds: 900,
    prepare: (credentials, environment) => {
      const clientId = requireHeaderText('clientId', credentials.clientId)
      const { privateKey, keyName } = readPrivateKey(credentials, environment)
      const url = environment.baseUrl + path
      return {
        url,
        clientId,
        credentialId: () => Promise.resolve(keyName),
        buildRequest: async (epochMs) => {
          const timestamp = formatTimestamp(epochMs, { milliseconds })
          return {
            url,
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              'x-timestamp': timestamp,
              'x-client-key': clientId,
              'x-signature': await signTokenRequest({ clientId, timestamp, privateKey }),
            },
            body: '{"grantType":"client_credentials","additionalInfo":{}}',
          }
        },
        readResponse: readSnapToken,
        onRefusal: `Check that the public key registered with the provider for client ${clientId} is that of ${keyName}, that client, key and "baseUrl" belong to the same environment, that this server's address is on the allow-list, and the clock.`,
      }
    },
  }
}

const readSnapToken = ({ status, body }: HttpResponse, request: HttpRequest): TokenAnswer => {
  const fields = jsonObject(body)
  const responseCode = readCode(fields?.['responseCode'])
  // A gateway may say no inside a 200: the code in the body decides where there is one.
  const saysNo = responseCode !== undefined && !responseCode.startsWith('200')
  if (status < 200 || status > 299 || saysNo)
    return {
      kind: 'refused',
      responseCode,
      responseMessage: readMessage(fields?.['responseMessage'], request),
      ...(saysNo && /^\d{3}/.test(responseCode) && { status: Number(responseCode.slice(0, 3)) }),
    }
  if (fields === undefined) return { kind: 'unreadable', reason: 'its body is not a JSON object' }
  const { accessToken, tokenType } = fields
  if (!isUsableToken(accessToken)) return { kind: 'unreadable', reason: 'it holds no usable "accessToken"' }
  if (tokenType === undefined) return { kind: 'unreadable', reason: 'it holds no "tokenType"' }
  if (!isBearer(tokenType)) return { kind: 'unreadable', reason: 'its "tokenType" is not Bearer' }
  const expiresIn = readSeconds(fields['expiresIn'])
  if (Number.isNaN(expiresIn))
    return { kind: 'unreadable', reason: 'its "expiresIn" is not a number of seconds' }
  return { kind: 'token', accessToken, expiresIn }
}

const jsonObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

/** Seven characters by the standard; some providers print fewer, more, or a number. */
const readCode = (value: unknown): string | undefined => {
  const code = typeof value === 'number' ? String(value) : value
  return typeof code === 'string' && /^[0-9A-Za-z]{3,12}$/.test(code) ? code : undefined
}

const readMessage = (value: unknown, { headers }: HttpRequest): string | undefined =>
  typeof value === 'string' ? printable(value, echoesOf(headers['x-signature'] ?? '')) : undefined
