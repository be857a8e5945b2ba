import type { CodeOverrides } from '../codes/code-overrides.js'

/**
 * BNI answers 400xx02 to a badly formatted reference or account, for which the standard has 400xx01.
 *
 * @see https://github.com/bni-api (negative tests of the SDKs, October 2022; read 2026-11-21)
 */
export const bniSnapCodes: CodeOverrides = {
  '400xx02': {
    english: 'A field is missing or badly formatted. Correct the request.',
    indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
  },
}
