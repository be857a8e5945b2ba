import type { JsonObject } from '../json.js'
import { latestTransactionStatus } from '../schemes/latest-transaction-status.js'
import type { Service } from '../service.js'

/** The services of NICEPAY by name. */
export type NicepayServices = {
  readonly 'qr-mpm-generate': Service<JsonObject, JsonObject>
  readonly 'qr-mpm-query': Service<JsonObject, JsonObject>
}

export const nicepayServices: NicepayServices = {
  'qr-mpm-generate': {
    code: '47',
    method: 'POST',
    path: '/api/v1.0/qr/qr-mpm-generate',
    kind: 'other',
    transaction: () => 'pending',
  },
  'qr-mpm-query': {
    code: '51',
    method: 'POST',
    path: '/api/v1.0/qr/qr-mpm-query',
    kind: 'read',
    transaction: latestTransactionStatus,
  },
}
