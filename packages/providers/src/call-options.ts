import type { Kind } from './codes/classify.js'
import type { HttpRequest } from './http.js'
import type { Inquiry } from './inquiry.js'
import type { JsonObject } from './json.js'
import type { Reply } from './reply.js'

/** What is known of a call before its first byte goes out: enough to find out later what became of it. */
export interface Attempt {
  readonly provider: string
  readonly environment: string
  readonly service: string
  /** Empty where the provider has none. */
  readonly externalId: string
  /** 2 is our own re-send, after the provider refused the token of the first. */
  readonly attempt: 1 | 2
  readonly inquiry: Inquiry | undefined
}

/** What every call takes beside its body. */
export interface CallSettings {
  /** Goes out as X-EXTERNAL-ID. Default: a new one, by the platform's secure random source. */
  readonly externalId?: string | undefined
  /** Further headers, such as X-DEVICE-ID. None that the client writes itself, nor Content-Type beside a body. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /**
   * Awaited before each attempt, with the ids. If it throws, nothing is sent, and that error is thrown. Only `signal` ends
   * the wait for it: `timeoutMs` does not count it.
   */
  readonly beforeSend?: ((attempt: Attempt) => unknown) | undefined
  /**
   * Before sending, it stops the call. Later the reply is `unknown`: the request has gone out.
   *
   * One signal for hundreds of calls collects a listener of each: give each `AbortSignal.any([signal])` of its own.
   */
  readonly signal?: AbortSignal | undefined
  /** For one exchange, its body included; 1 to 600 000 milliseconds. Default: the client's. */
  readonly timeoutMs?: number | undefined
}

/** `body` is serialised once; text or bytes go out as they are. */
export type CallOptions<Body> = CallSettings &
  (undefined extends Body ? { readonly body?: undefined } : { readonly body: Body | string | Uint8Array })

export interface InquireOptions extends CallSettings {
  /** Required for an inquiry whose `how` is `repeat`: it creates what the first call did not. */
  readonly repeat?: boolean | undefined
}

/** A signed call to a path that has no service entry. */
export interface FetchOptions extends CallSettings {
  /** Default: POST. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: JsonObject | string | Uint8Array
  /** Default: `money`, whose answers are judged most carefully. */
  readonly kind?: Kind
  /** The service code of SNAP, where there is one. */
  readonly code?: string
}

/** A signed request for your own HTTP client, and how to read what it answers. */
export interface Prepared<Answer = JsonObject> {
  readonly externalId: string
  /** When it was signed, epoch milliseconds: send it at once, providers take minutes. */
  readonly sentAt: number
  /** A function, so that printing this object shows no token. Send exactly this, and follow no redirect. */
  readonly request: () => HttpRequest
  /** Judges an answer as `call` does; it sends nothing again. Call it with the whole body. */
  readonly read: (answer: {
    readonly status: number
    readonly headers?: { readonly get: (name: string) => string | null }
    readonly body: string
  }) => Reply<Answer>
}
