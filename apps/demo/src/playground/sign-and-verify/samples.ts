import { demoClient } from '../parts/demo-keys.js'
import type { Kind, SignInputs } from './sign-inputs.js'

/** What every kind's sample shares. */
type Shared = Pick<SignInputs, 'timestamp' | 'privateKey'>

const body = `{
  "partnerServiceId": "   12334",
  "customerNo": "5115581915",
  "virtualAccountName": "Budi Santoso",
  "totalAmount": { "value": "150000.00", "currency": "IDR" }
}`

const common = {
  method: 'POST',
  pathForm: 'as-sent',
  accessToken: 'DEMO-gp9HjjEj813Y9JGoqwOeOPWbnt4CupvI',
  clientId: demoClient.clientId,
  secret: demoClient.clientSecret,
  encoding: 'base64',
} as const

/** A form that is filled in, so that a result is there when the page opens. */
export const sampleOf = (kind: Kind, { timestamp, privateKey }: Shared): SignInputs => ({
  ...common,
  kind,
  timestamp,
  privateKey,
  path: kind === 'asymmetric' ? '/v1.0/debit/payment-host-to-host' : '/v1.0/transfer-va/create-va',
  body:
    kind === 'asymmetric'
      ? '{"partnerReferenceNo":"DEMO-2026-0001","amount":{"value":"150000.00","currency":"IDR"}}'
      : body,
})
