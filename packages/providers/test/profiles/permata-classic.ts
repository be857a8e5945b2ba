import { jakartaMilliseconds, permataHmac, permataOAuth, permataReply } from './schemes.js'
import { defineWholeProfile } from './whole-profile.js'

/** HTTP Basic and an HMAC on the token call; then token, time and body signed, without method or path. */
export const permataClassic = defineWholeProfile({
  id: 'permata-classic',
  name: 'Permata (classic)',
  environments: {
    test: { baseUrl: 'https://api.pbdevtest.com' },
    production: {},
  },
  token: permataOAuth({ path: '/apiservice/oauth/token', timestamp: jakartaMilliseconds }),
  sign: permataHmac({ timestamp: jakartaMilliseconds }),
  reply: permataReply,
  services: {
    'balance-inquiry': {
      method: 'POST',
      path: '/apiservice/InquiryServices/BalanceInfo_V2/inq',
      kind: 'read',
      headers: { 'content-type': 'application/json' },
    },
    transfer: { method: 'POST', path: '/apiservice/BankingServices/FundsTransfer/add', kind: 'money' },
  },
  evidence: [
    {
      source: 'https://api.permatabank.com (API docs, token signature)',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source: 'independent clients that agree on path and signature',
      checked: '2026-11-21',
      grade: 'third-party',
    },
  ],
})
