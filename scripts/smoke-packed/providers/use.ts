// needs Node's types: AbortSignal, fetch
import { type AnyClient, createClient, ProviderError } from '@x/providers'
import { bni } from '@x/providers/bni'
import { nicepay } from '@x/providers/nicepay'

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
