import { bni } from '@x/providers/bni'
import { bniJws, bniReply } from './schemes.js'
import { defineWholeProfile } from './whole-profile.js'

export const wholeBni = defineWholeProfile({
  ...bni,
  sign: bniJws({ headerServices: ['/p2pl/v2.1', '/rdn/v2.1', '/rdf/v2.1'] }),
  reply: bniReply,
  services: {
    getbalance: { method: 'POST', path: '/H2H/v2/getbalance', kind: 'read' },
    dopayment: { method: 'POST', path: '/H2H/v2/dopayment', kind: 'money', inquiry: 'getpaymentstatus' },
    getpaymentstatus: { method: 'POST', path: '/H2H/v2/getpaymentstatus', kind: 'read' },
  },
})
