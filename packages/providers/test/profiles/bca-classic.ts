import { defineProfile } from '@x/providers'
import { oauthBasic } from '@x/providers/schemes'
import { bcaHmac, bcaReply } from './schemes.js'

/** The API before SNAP: HTTP Basic, then an HMAC with a secret that is not the client's. */
export const bcaClassic = defineProfile({
  id: 'bca-classic',
  name: 'BCA (classic)',
  environments: {
    sandbox: { baseUrl: 'https://sandbox.bca.co.id' },
    // Told at onboarding.
    production: {},
  },
  token: oauthBasic({ path: '/api/oauth/token', encoding: 'raw' }),
  sign: bcaHmac(),
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
    // The path of the published example, which has an account and two dates in it.
    'sample-statement': {
      method: 'GET',
      path: '/banking/v2/corporates/BCAAPI2016/accounts/0201245680/statements?StartDate=2016-09-01&EndDate=2016-09-01',
      kind: 'read',
    },
  },
  evidence: [{ source: 'https://developer.bca.co.id', checked: '2026-11-21', grade: 'documentation' }],
})
