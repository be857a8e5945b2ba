import { bni } from '../src/bni/index.js'
import { bniSnapCodes } from '../src/bni-snap/codes.js'
import { bniSnap } from '../src/bni-snap/index.js'
import { dana } from '../src/dana/index.js'
import { nicepayCodes } from '../src/nicepay/codes.js'
import { nicepay } from '../src/nicepay/index.js'
import { permata } from '../src/permata/index.js'
import { fixtures as bniFixtures } from './bni/fixtures.js'
import { fixtures as bniSnapFixtures } from './bni-snap/fixtures.js'
import { fixtures as danaFixtures } from './dana/fixtures.js'
import { fixtures as nicepayFixtures } from './nicepay/fixtures.js'
import { fixtures as permataFixtures } from './permata/fixtures.js'
import type { ProfileUnderTest } from './testing/flip.js'

const blindForAnswer = (...services: readonly string[]): readonly string[] =>
  services.flatMap((name) => [
    `${name}: inquiry: none when an answer came`,
    `${name}: inquiry: blind for the answer`,
  ])

const blindForExternalId = (...services: readonly string[]): readonly string[] =>
  services.map((name) => `${name}: inquiry: blind for the external id`)

/** Every profile of the package, with what its pages say. */
export const shippedProfiles: readonly ProfileUnderTest[] = [
  {
    profile: nicepay,
    fixtures: nicepayFixtures,
    ownCodes: Object.keys(nicepayCodes),
    unread: [
      ...blindForAnswer('va-delete', 'qr-mpm-refund', 'debit-refund', 'payout-approve'),
      ...blindForExternalId('qr-mpm-generate', 'qr-mpm-refund', 'debit-payment', 'debit-refund'),
      ...blindForExternalId('payout-registration', 'payout-approve', 'payout-reject', 'payout-cancel'),
      // Their calls name no account, and there is nothing to ask with before an answer does.
      ...['payout-reject', 'payout-cancel'].map((name) => `${name}: inquiry: none when no answer came`),
    ],
  },
  {
    profile: bni,
    fixtures: bniFixtures,
    ownCodes: ['0001', '0007'],
    unread: [
      ...blindForAnswer('dopayment', 'getinterbankpayment'),
      ...blindForExternalId('dopayment', 'getinterbankpayment'),
      // The signature is in the body before this scheme's turn comes, which adds a token and a key.
      ...['method', 'path', 'body', 'external id'].map((what) => `sign: another ${what}`),
      ...['sign', 'token'].map((slot) => `${slot}: a second later`),
    ],
  },
  { profile: bniSnap, fixtures: bniSnapFixtures, ownCodes: Object.keys(bniSnapCodes) },
  {
    profile: dana,
    fixtures: danaFixtures,
    unread: [
      ...blindForAnswer('debit-payment', 'debit-cancel', 'debit-refund'),
      ...blindForExternalId('debit-payment', 'debit-cancel', 'debit-refund'),
    ],
  },
  {
    profile: permata,
    fixtures: permataFixtures,
    unread: ['method', 'path', 'external id'].map((what) => `sign: another ${what}`),
  },
]
