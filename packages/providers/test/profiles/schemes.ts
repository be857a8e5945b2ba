import type { TokenScheme } from '@x/providers'
import type { ReplyReader, SignScheme, Transaction } from './whole-profile.js'

/** Signatures only: the schemes that the six profiles import, with no engine behind them. */

/** Which part of the URL is signed. */
export type SignedPath = (url: URL, baseUrl: string) => string
export declare const belowBaseUrl: SignedPath
export declare const wholePath: SignedPath
export declare const pathWithSortedQuery: SignedPath

/** How the one clock reading of a call is written. */
export type TimestampStyle = (epochMs: number) => string
export declare const jakartaSeconds: TimestampStyle
export declare const jakartaMilliseconds: TimestampStyle

interface SnapHeaders<Credentials> {
  readonly partnerId: (credentials: Credentials) => string
  readonly channelId: (credentials: Credentials) => string
}

interface SnapHmacCredentials {
  readonly clientId: string
  readonly clientSecret: string
  readonly channelId?: string
}
export declare const snapHmac: (
  options: SnapHeaders<SnapHmacCredentials> & {
    readonly path: SignedPath
    readonly timestamp: TimestampStyle
  },
) => SignScheme<SnapHmacCredentials>

interface SnapRsaCredentials {
  readonly clientId: string
  readonly privateKey: string | Uint8Array
  readonly channelId: string
}
export declare const snapRsa: (
  options: SnapHeaders<SnapRsaCredentials> & {
    readonly path: SignedPath
    readonly timestamp: TimestampStyle
  },
) => SignScheme<SnapRsaCredentials>

/** A JWS in the body (v2) or its last segment in a header (v2.1), by the service's path; the token in the query. */
export declare const bniJws: (options: {
  readonly headerServices: readonly `/${string}`[]
}) => SignScheme<{ readonly apiKey: string; readonly apiSecret: string; readonly appName: string }>

/** HMAC-SHA256 hex with a secret of its own, over a body without any white space. */
export declare const bcaHmac: (options: {
  readonly path: SignedPath
  readonly timestamp: TimestampStyle
}) => SignScheme<{ readonly apiKey: string; readonly apiSecret: string; readonly origin: string }>

interface PermataKeys {
  readonly apiKey: string
  readonly staticKey: string
}
/** HTTP Basic with an HMAC of its own over the form body. */
export declare const permataOAuth: (options: {
  readonly path: `/${string}`
  readonly timestamp: TimestampStyle
}) => TokenScheme<PermataKeys & { readonly clientId: string; readonly clientSecret: string }>
export declare const permataHmac: (options: {
  readonly timestamp: TimestampStyle
}) => SignScheme<PermataKeys & { readonly organizationName: string }>

/** The seven-character response code of the standard, with the meanings a provider gives some of them. */
export declare const snapReply: (options?: {
  readonly overrides?: Readonly<Record<string, 'success' | 'pending' | 'rejected' | 'unknown'>>
}) => ReplyReader
export declare const bniReply: ReplyReader
export declare const bcaReply: ReplyReader
export declare const permataReply: ReplyReader

/** `latestTransactionStatus` of the standard: 00 paid … 07 not found. */
export declare const latestTransactionStatus: (body: Readonly<Record<string, unknown>>) => Transaction
