import type { ProfileFixtures } from '../../src/testing/profile-fixtures.js'
import { credentials } from './credentials.js'
import { eWalletFixtures } from './e-wallet-fixtures.js'
import { payoutFixtures } from './payout-fixtures.js'
import { qrisFixtures } from './qris-fixtures.js'
import { virtualAccountFixtures } from './virtual-account-fixtures.js'
import { at } from './wire.js'

/**
 * What goes over NICEPAY's wire: fields and answers from its pages and SDKs, ids and names invented, signatures made by
 * sign-fixtures.sh with openssl.
 */
export const fixtures: ProfileFixtures = {
  identity: {
    id: 'nicepay',
    name: 'NICEPAY',
    environments: {
      development: { baseUrl: 'https://dev.nicepay.co.id/nicepay', minimumKeyBits: 1024 },
      production: { baseUrl: 'https://www.nicepay.co.id/nicepay' },
      'development-cloud': { baseUrl: 'https://dev-services.nicepay.co.id/nicepay', minimumKeyBits: 1024 },
      'production-cloud': { baseUrl: 'https://services.nicepay.co.id/nicepay' },
    },
    flows: { token: 'SNAP B2B', sign: 'HMAC-SHA512' },
    evidence: [
      {
        source: 'https://docs.nicepay.co.id/nicepay-api-snap-request-access-token',
        checked: '2026-11-21',
        grade: 'documentation',
      },
      {
        source: 'https://docs.nicepay.co.id/nicepay-code-api-snap-transaction-status',
        checked: '2026-11-21',
        grade: 'documentation',
      },
      {
        source: 'https://docs.nicepay.co.id, SNAP: virtual account, QRIS, e-wallet, payout',
        checked: '2026-11-21',
        grade: 'documentation',
      },
      {
        source: 'https://github.com/nicepay-dev (base URLs, four SDKs agree; bodies where a page is silent)',
        checked: '2026-11-21',
        grade: 'sdk',
      },
    ],
  },
  credentials,
  environment: 'development',
  externalIds: { alphabet: 'digits', length: 32, maximum: 40 },
  token: {
    at,
    request: {
      method: 'POST',
      url: 'https://dev.nicepay.co.id/nicepay/v1.0/access-token/b2b',
      headers: {
        'content-type': 'application/json',
        'x-timestamp': at,
        'x-client-key': 'IONPAYTEST',
        'x-signature':
          'BCDe3VZx6gJ+uXp7LAjfB4AabuuNhYpi7CqTuRMk5maga11mjXvfgYh1ivgSFNo6T6/jSs9bdkaOEY910ghPkBNunjUnUgno0uZEknI3iL6Lz3vBU5X2RVpOHIkXuhMBkUAMqHp2GxJE9DTZh/i6OpONLmeYfGzwXvmfU/55p4cYD/EFylYKlp/kJf0sMmVN/m416SoDa/s7whkjaGAksEfUZMTufB/bIoZfF2Bpfh4Gl6khba7pfxQEdwQY51FKny37shDgRANDJB/wH1fhKDCz+/xhFG5L+XJdCOcXsCoQQmcE+OTO4v1LN7Brui7bw4XJLyJ63mmQ1/MJh3MCjQ==',
      },
      body: '{"grantType":"client_credentials","additionalInfo":{}}',
    },
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2007300","responseMessage":"Successful","accessToken":"aaa.bbb.ccc","tokenType":"Bearer","expiresIn":"900"}',
        expect: { accessToken: 'aaa.bbb.ccc', expiresIn: 900 },
      },
      // No answer of NICEPAY is known to say other than 900: this one shows that what it says is read.
      {
        status: 200,
        body: '{"responseCode":"2007300","responseMessage":"Successful","accessToken":"aaa.bbb.ccc","tokenType":"Bearer","expiresIn":"899"}',
        expect: { accessToken: 'aaa.bbb.ccc', expiresIn: 899 },
      },
      {
        status: 200,
        body: '{"responseCode":"2007300","responseMessage":"Successful","accessToken":"aaa.bbb.ccc","tokenType":"bearer"}',
        expect: { accessToken: 'aaa.bbb.ccc', expiresIn: 900 },
      },
      {
        status: 400,
        body: '{"responseCode":"4007301","responseMessage":"Invalid Field Format"}',
        expect: 'refused',
      },
      {
        status: 400,
        body: '{"responseCode":"4007302","responseMessage":"Invalid Mandatory Field"}',
        expect: 'refused',
      },
      { status: 401, body: '{"responseCode":"4017300","responseMessage":"Unauthorized"}', expect: 'refused' },
      {
        status: 500,
        body: '{"responseCode":"5007300","responseMessage":"General Error"}',
        expect: 'refused',
      },
      {
        status: 504,
        body: '{"responseCode":"5047300","responseMessage":"Request Timeout"}',
        expect: 'refused',
      },
      { status: 200, body: '<html>maintenance</html>', expect: 'unreadable' },
      {
        status: 200,
        body: '{"responseCode":"2007300","accessToken":"","tokenType":"Bearer"}',
        expect: 'unreadable',
      },
    ],
  },
  services: { ...virtualAccountFixtures, ...qrisFixtures, ...eWalletFixtures, ...payoutFixtures },
}
