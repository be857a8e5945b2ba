// needs Node's types: AbortSignal, fetch
import { type AnyClient, createClient, ProviderError } from '@x/providers'
import { bni } from '@x/providers/bni'
import { type CodeOverrides, classify, type Outcome, parseResponseCode } from '@x/providers/codes'
import { nicepay } from '@x/providers/nicepay'
import { checkProfile, type ProfileFixtures, type ProfileProblem } from '@x/providers/testing'

export const bank: AnyClient = createClient(bni, {
  environment: 'sandbox',
  clientId: 'id',
  clientSecret: 'secret',
})

export const token: Promise<{ readonly value: string }> = bank.accessToken()

export const provider = (error: unknown): string | undefined =>
  error instanceof ProviderError ? error.provider : undefined

// @ts-expect-error: no such environment
createClient(bni, { environment: 'prod', clientId: 'id', clientSecret: 'secret' })

// @ts-expect-error: this provider needs a private key
createClient(nicepay, { environment: 'development', clientId: 'id' })

const overrides: CodeOverrides = { '404xx18': { outcome: 'rejected' } }
const code = parseResponseCode('4045418')
export const outcome: Outcome = classify({
  status: 404,
  code,
  kind: 'money',
  resent: false,
  overrides,
}).outcome

// @ts-expect-error: no such kind
classify({ status: 404, code, kind: 'write', resent: false })

export const problemsOf = (fixtures: ProfileFixtures): Promise<readonly ProfileProblem[]> =>
  checkProfile(nicepay, fixtures)
