import { checkExternalIdRule, type ExternalIdRule } from '../external-id.js'
import { refuseUnknownOptions } from '../refuse-unknown-options.js'
import type { CallToSign } from '../sign-scheme.js'
import { readFrom } from './read-from.js'
import { requireHeaderTextOf } from './require-text.js'

/** What the SNAP schemes of a profile leave to the provider. */
export interface SnapHeaderOptions<in Credentials extends object> {
  /** What goes out as X-PARTNER-ID: of the credentials, or the same for every client. */
  readonly partnerId: string | ((credentials: Credentials) => string)
  /** What goes out as CHANNEL-ID: of the credentials, or the same for every client. */
  readonly channelId: string | ((credentials: Credentials) => string)
  /** What goes out as ORIGIN; no such header where it is undefined. */
  readonly origin?: string | ((credentials: Credentials) => string | undefined)
  /** Default: 32 digits, at most 36, as the standard says. */
  readonly externalId?: ExternalIdRule
  /** Whether X-TIMESTAMP has milliseconds. Default: whole seconds; the zone is Jakarta's. */
  readonly milliseconds?: boolean
}

// Typed by the interface, so that a new member cannot be forgotten here.
const members: Readonly<Record<keyof SnapHeaderOptions<object>, true>> = {
  partnerId: true,
  channelId: true,
  origin: true,
  externalId: true,
  milliseconds: true,
}

const standardExternalId: ExternalIdRule = { alphabet: 'digits', length: 32, maximum: 36 }

/** What of a call's headers is the same for every call of a client. */
export interface SnapIdentity {
  readonly partnerId: string
  readonly channelId: string
  readonly origin: string | undefined
}

/** The options of a scheme, checked once, when a profile is written. */
export interface CheckedSnapHeaders<in Credentials extends object> {
  readonly externalId: ExternalIdRule
  readonly time: { readonly milliseconds: boolean | undefined }
  /** @throws TypeError that names the option and the credential */
  readonly identify: (credentials: Credentials) => SnapIdentity
}

/** @throws TypeError that names the scheme and the option */
export const checkSnapHeaders = <Credentials extends object>(
  scheme: string,
  options: SnapHeaderOptions<Credentials>,
  further: readonly string[] = [],
): CheckedSnapHeaders<Credentials> => {
  refuseUnknownOptions(scheme, options, [...Object.keys(members), ...further])
  const { partnerId, channelId, origin, externalId = standardExternalId, milliseconds } = options
  for (const [name, option] of Object.entries({
    partnerId,
    channelId,
    ...(origin !== undefined && { origin }),
  }))
    if (typeof option === 'string') requireHeaderTextOf(`"${name}" of ${scheme}`, option)
    else if (typeof option !== 'function')
      throw new TypeError(
        `"${name}" of ${scheme} must be a string or a function of the credentials, got ${typeof option}`,
      )
  checkMilliseconds(scheme, milliseconds)
  checkExternalIdRule(externalId)
  const read = (name: string, option: NonNullable<typeof origin>, credentials: Credentials): string =>
    readFrom({ place: `${scheme}'s ${name}`, option, credentials, check: requireHeaderTextOf })
  return {
    externalId,
    time: { milliseconds },
    identify: (credentials) => ({
      partnerId: read('partnerId', partnerId, credentials),
      channelId: read('channelId', channelId, credentials),
      origin:
        origin === undefined || (typeof origin === 'function' && origin(credentials) === undefined)
          ? undefined
          : read('origin', origin, credentials),
    }),
  }
}

/** @throws TypeError */
export const checkMilliseconds = (scheme: string, milliseconds: unknown): void => {
  if (milliseconds !== undefined && typeof milliseconds !== 'boolean')
    throw new TypeError(`"milliseconds" of ${scheme} must be true or false`)
}

/** The headers that every signed SNAP call has. */
export const snapHeaders = (
  call: CallToSign,
  parts: SnapIdentity & { readonly timestamp: string; readonly signature: string },
): Record<string, string> => ({
  ...(call.accessToken !== '' && { authorization: `Bearer ${call.accessToken}` }),
  'x-timestamp': parts.timestamp,
  'x-signature': parts.signature,
  'x-partner-id': parts.partnerId,
  'x-external-id': call.externalId,
  'channel-id': parts.channelId,
  ...(parts.origin !== undefined && { origin: parts.origin }),
})
