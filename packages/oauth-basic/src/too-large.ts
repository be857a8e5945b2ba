import { OAuthError, type StatusDetail } from './errors.js'

/** A token answer is a few kilobytes; this leaves room and stops an endless one. */
export const LIMIT_BYTES = 65_536

export const tooLarge = (detail: StatusDetail): OAuthError =>
  new OAuthError({
    code: 'ERR_OAUTH_TOO_LARGE',
    message: `Answered ${detail.status} with over 64 KiB. Check "url".`,
    detail: { ...detail, limitBytes: LIMIT_BYTES },
  })
