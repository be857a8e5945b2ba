// needs Node's types: AbortSignal, fetch
import { type AnyClient, createClient, defineProfile, ProviderError, type ServiceNameOf } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { type CodeOverrides, classify, type Outcome, parseResponseCode } from '@x/providers/codes'
import { dana } from '@x/providers/dana'
import { nicepay } from '@x/providers/nicepay'
import { permata } from '@x/providers/permata'
import { snapB2b } from '@x/providers/schemes'
import { snapStandard } from '@x/providers/snap-standard'
import { checkProfile, type ProfileFixtures, type ProfileProblem } from '@x/providers/testing'

const keys = { apiKey: 'key', apiSecret: 'secret', appName: 'Shop' }

export const bank: AnyClient = createClient(bni, {
  environment: 'sandbox',
  clientId: 'id',
  clientSecret: 'secret',
  ...keys,
})

export const token: Promise<{ readonly value: string }> = bank.accessToken()

export const provider = (error: unknown): string | undefined =>
  error instanceof ProviderError ? error.provider : undefined

export const snapServices: readonly string[] = Object.keys(bniSnap.services)

// @ts-expect-error: no such environment
createClient(bni, { environment: 'prod', clientId: 'id', clientSecret: 'secret', ...keys })

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

const mine = defineProfile({
  extends: snapStandard,
  id: 'mine',
  name: 'My bank',
  environments: { test: { baseUrl: 'https://bank.example' } },
  token: snapB2b({ path: '/openapi/v1.0/access-token/b2b' }),
  only: ['balance-inquiry', 'transfer-status'],
  evidence: [{ source: 'a page', checked: '2026-11-22', grade: 'documentation' }],
})
export const names: readonly ServiceNameOf<typeof mine>[] = ['balance-inquiry', 'transfer-status']
export const known: readonly string[] = [dana.id, permata.id]

// @ts-expect-error: taken out by `only`
export const gone: ServiceNameOf<typeof mine> = 'bank-statement'

// @ts-expect-error: the standard's calls have a channel
createClient(mine, { environment: 'test', clientId: 'id', clientSecret: 'secret', privateKey: 'key' })

export const problemsOf = (fixtures: ProfileFixtures): Promise<readonly ProfileProblem[]> =>
  checkProfile(nicepay, fixtures)
