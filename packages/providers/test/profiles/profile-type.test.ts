import type { AnswerOf, BodyOf, CredentialsOf, EnvironmentOf, Profile, ServiceNameOf } from '@x/providers'
import type { bni } from '@x/providers/bni'
import type { DanaPaymentRequest, DanaStatusAnswer, dana } from '@x/providers/dana'
import type { nicepay } from '@x/providers/nicepay'
import type { permata } from '@x/providers/permata'
import { describe, expectTypeOf, it } from 'vitest'
import type { bcaClassic } from './bca-classic.js'
import type { winpay } from './winpay.js'

// The compiler is the judge here (`pnpm typecheck`); at run time there is nothing to execute.
describe('the profile type holds six providers side by side', () => {
  it('is one type for all six', () => {
    expectTypeOf<
      typeof nicepay | typeof bni | typeof dana | typeof permata | typeof bcaClassic | typeof winpay
    >().toExtend<Profile>()
  })

  it('types the environments by name', () => {
    expectTypeOf<EnvironmentOf<typeof bni>>().toEqualTypeOf<
      'production' | 'sandbox' | 'development' | 'testing'
    >()
    expectTypeOf<EnvironmentOf<typeof dana>>().toEqualTypeOf<'sandbox' | 'production'>()
    expectTypeOf<EnvironmentOf<typeof permata>>().toEqualTypeOf<'test' | 'production'>()
    expectTypeOf<EnvironmentOf<typeof bcaClassic>>().toEqualTypeOf<'sandbox' | 'production'>()
    expectTypeOf<EnvironmentOf<typeof winpay>>().toEqualTypeOf<'sandbox' | 'production'>()
  })

  it('asks of a client what its schemes need, and nothing else', () => {
    expectTypeOf<keyof CredentialsOf<typeof nicepay>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'keyId' | 'clientSecret' | 'channelId'
    >()
    expectTypeOf<'clientId' | 'clientSecret'>().toExtend<keyof CredentialsOf<typeof bni>>()
    expectTypeOf<keyof CredentialsOf<typeof dana>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'keyId' | 'channelId' | 'origin'
    >()
    expectTypeOf<keyof CredentialsOf<typeof permata>>().toEqualTypeOf<
      'clientId' | 'clientSecret' | 'apiKey' | 'staticKey' | 'organizationName'
    >()
    expectTypeOf<keyof CredentialsOf<typeof bcaClassic>>().toEqualTypeOf<
      'clientId' | 'clientSecret' | 'apiKey' | 'apiSecret' | 'origin'
    >()
    // Its token is taken out, and with it the standard's client secret.
    expectTypeOf<keyof CredentialsOf<typeof winpay>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'keyId' | 'channelId'
    >()
  })

  it('keeps the names and bodies of services', () => {
    expectTypeOf<ServiceNameOf<typeof dana>>().toEqualTypeOf<
      'consult-pay' | 'debit-payment' | 'debit-status' | 'debit-cancel' | 'debit-refund'
    >()
    expectTypeOf<BodyOf<typeof dana, 'debit-payment'>>().toEqualTypeOf<DanaPaymentRequest>()
    expectTypeOf<AnswerOf<typeof dana, 'debit-status'>>().toEqualTypeOf<DanaStatusAnswer>()
    expectTypeOf<ServiceNameOf<typeof bcaClassic>>().toEqualTypeOf<
      'rates' | 'transfer' | 'domestic-transfer' | 'sample-statement'
    >()
    expectTypeOf<(typeof bcaClassic)['services']['rates']['method']>().toEqualTypeOf<'GET'>()
    expectTypeOf<BodyOf<typeof winpay, 'va-create'>>().toHaveProperty('virtualAccountName')
  })
})
