import { oauthBasic } from '../../src/schemes/oauth-basic.js'
import { bcaHmac, bcaReply, jakartaMilliseconds, pathWithSortedQuery } from './schemes.js'
import { defineWholeProfile } from './whole-profile.js'

/** The API before SNAP: HTTP Basic, then an HMAC with a secret that is not the client's. */
export const bcaClassic = defineWholeProfile({
  id: 'bca-classic',
  name: 'BCA (classic)',
  environments: {
    sandbox: { baseUrl: 'https://sandbox.bca.co.id' },
    // Told at onboarding.
    production: {},
  },
  token: oauthBasic({ path: '/api/oauth/token', encoding: 'raw' }),
  sign: bcaHmac({ path: pathWithSortedQuery, timestamp: jakartaMilliseconds }),
  reply: bcaReply,
  services: {
    rates: { method: 'GET', path: '/general/rate/forex', kind: 'read' },
    transfer: { method: 'POST', path: '/banking/corporates/transfers', kind: 'money' },
    'domestic-transfer': {
      method: 'POST',
      path: '/banking/corporates/transfers/v2/domestic',
      kind: 'money',
      headers: { channelid: '95051' },
    },
  },
  evidence: [{ source: 'https://developer.bca.co.id', checked: '2026-11-21', grade: 'documentation' }],
})
