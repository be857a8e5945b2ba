import { checkSendable } from './check-sendable.js'
import { clockSkew } from './clock-skew.js'
import { ProviderError, type ProviderErrorCode, type ProviderErrorDetails } from './errors.js'
import { type Exchange, exchange } from './exchange.js'
import type { HttpResponse } from './http.js'
import { parseRetryAfter } from './parse-retry-after.js'
import type { ReceivedToken, RefusedToken, TokenFlow } from './token-scheme.js'

/** A token answer above 64 KiB is not a token answer. */
const limitBytes = 65_536

export interface FetchTokenOptions {
  readonly provider: { readonly id: string; readonly name: string }
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

/**
 * Asks a provider for one token: builds the request, sends it, reads the answer.
 *
 * @throws ProviderError for everything that is not a token. A token request moves no money, so each may be tried again.
 * @throws TypeError for a header that cannot be sent
 */
export const fetchToken = async (flow: TokenFlow, options: FetchTokenOptions): Promise<ReceivedToken> => {
  const { provider, fetch, now, timeoutMs, signal } = options
  const fail = ({ code, detail, happened }: Failure): ProviderError =>
    new ProviderError({ code, detail, provider: provider.id, message: `${provider.name} ${happened}` })

  const request = await flow.buildRequest(now())
  checkSendable(request.headers)
  signal.throwIfAborted()
  const result = await exchange(request, { fetch, timeoutMs, limitBytes, signal })
  if (result.kind === 'aborted') throw signal.reason
  const receivedAt = now()
  if (result.kind !== 'answer') throw fail(withoutAnswer(result, timeoutMs))

  const answer = flow.readResponse(result.response, request)
  if (answer.kind === 'token') return answer
  if (answer.kind === 'unreadable') throw fail(unreadable(result.response.status, answer.reason))
  throw fail(refused(answer, { flow, response: result.response, receivedAt }))
}

interface Failure {
  readonly code: ProviderErrorCode
  readonly detail: ProviderErrorDetails[ProviderErrorCode]
  /** Follows the provider's name; says what to do next. */
  readonly happened: string
}

/** Keeps a code and its detail together, which the plain interface does not. */
const failure = <Code extends ProviderErrorCode>(
  code: Code,
  detail: ProviderErrorDetails[Code],
  happened: string,
): Failure => ({ code, detail, happened })

const withoutAnswer = (
  result: Exclude<Exchange, { kind: 'answer' | 'aborted' }>,
  timeoutMs: number,
): Failure => {
  switch (result.kind) {
    case 'redirect':
      return failure(
        'ERR_PROVIDER_REDIRECT',
        { status: result.status, retryable: false },
        'answered the token request with a redirect, which is never followed. Set "baseUrl" to the address of the API itself.',
      )
    case 'too-large':
      return failure(
        'ERR_PROVIDER_TOO_LARGE',
        { limitBytes, retryable: true },
        `answered the token request with more than ${limitBytes} bytes. Check that "baseUrl" is the provider's API.`,
      )
    case 'not-text':
      return unreadable(result.status, 'its body is not UTF-8 text')
    case 'timeout':
      return failure(
        'ERR_PROVIDER_TIMEOUT',
        { timeoutMs, retryable: true },
        `did not answer the token request within ${timeoutMs} ms. Try again; if it persists, check that this server's address is on the provider's allow-list.`,
      )
    case 'transport':
      return failure(
        'ERR_PROVIDER_TRANSPORT',
        { reason: result.reason, retryable: true },
        `could not be reached for a token (${result.reason}). Check "baseUrl", DNS, and that this server's address is on the provider's allow-list.`,
      )
  }
}

const unreadable = (status: number, reason: string): Failure =>
  failure(
    'ERR_PROVIDER_UNREADABLE',
    { status, reason, retryable: true },
    `answered the token request with HTTP ${status}, but ${reason}. Check that "baseUrl" is the provider's API and not a web page or proxy.`,
  )

interface RefusalContext {
  readonly flow: TokenFlow
  readonly response: HttpResponse
  /** Epoch milliseconds by our clock. */
  readonly receivedAt: number
}

const refused = (answer: RefusedToken, context: RefusalContext): Failure => {
  const { flow, response, receivedAt } = context
  const { status, headers } = response
  const { responseCode, responseMessage } = answer
  const retryable = isRetryable(answer.status ?? status)
  const clockSkewMs = clockSkew(receivedAt, headers.get('date'))
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), receivedAt)
  // A provider that knows the way to its tokens says no in its own words.
  const wrongAddress =
    status === 404 && responseCode === undefined
      ? 'Check "baseUrl" first: no token is given at this address. '
      : ''
  const said = [responseCode, responseMessage].filter(Boolean).join(' ')
  return failure(
    'ERR_PROVIDER_REFUSED',
    { status, responseCode, responseMessage, clockSkewMs, retryable, retryAfterMs },
    `refused the token request with HTTP ${status}${said === '' ? '' : ` (${said})`}. ${retryable ? 'Try again later.' : wrongAddress + flow.onRefusal}${skewSentence(clockSkewMs)}`,
  )
}

const isRetryable = (status: number): boolean =>
  status === 408 || status === 425 || status === 429 || status >= 500

/** `Date` has whole seconds and the answer was on its way; below half a minute the difference says nothing. */
const skewSentence = (skewMs: number | undefined): string =>
  skewMs === undefined || Math.abs(skewMs) < 30_000
    ? ''
    : ` This machine's clock is ${Math.round(Math.abs(skewMs) / 1_000)} s ${skewMs > 0 ? 'ahead of' : 'behind'} the provider's.`
