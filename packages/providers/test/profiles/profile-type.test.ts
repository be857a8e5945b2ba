import type { CredentialsOf, EnvironmentOf } from '@x/providers'
import type { bni } from '@x/providers/bni'
import type { nicepay } from '@x/providers/nicepay'
import { describe, expectTypeOf, it } from 'vitest'
import type { bcaClassic } from './bca-classic.js'
import type { wholeBni } from './bni.js'
import type { dana } from './dana.js'
import type { wholeNicepay } from './nicepay.js'
import type { permataClassic } from './permata-classic.js'
import type { WholeCredentialsOf, WholeProfile } from './whole-profile.js'
import type { winpay } from './winpay.js'

// The compiler is the judge here (`pnpm typecheck`); at run time there is nothing to execute.
describe('the profile type holds six providers side by side', () => {
  it('types the environments by name', () => {
    expectTypeOf<EnvironmentOf<typeof bni>>().toEqualTypeOf<
      'production' | 'sandbox' | 'development' | 'testing'
    >()
    expectTypeOf<EnvironmentOf<typeof dana>>().toEqualTypeOf<'sandbox' | 'production'>()
    expectTypeOf<EnvironmentOf<typeof permataClassic>>().toEqualTypeOf<'test' | 'production'>()
  })

  it('asks of a client what its schemes need, and nothing else', () => {
    expectTypeOf<keyof CredentialsOf<typeof nicepay>>().toEqualTypeOf<'clientId' | 'privateKey'>()
    expectTypeOf<keyof CredentialsOf<typeof bni>>().toEqualTypeOf<'clientId' | 'clientSecret'>()
    expectTypeOf<keyof WholeCredentialsOf<typeof wholeNicepay>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'clientSecret' | 'channelId'
    >()
    expectTypeOf<keyof WholeCredentialsOf<typeof wholeBni>>().toEqualTypeOf<
      'clientId' | 'clientSecret' | 'apiKey' | 'apiSecret' | 'appName'
    >()
    expectTypeOf<keyof WholeCredentialsOf<typeof dana>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'channelId'
    >()
    expectTypeOf<keyof WholeCredentialsOf<typeof bcaClassic>>().toEqualTypeOf<
      'clientId' | 'clientSecret' | 'apiKey' | 'apiSecret' | 'origin'
    >()
    expectTypeOf<keyof WholeCredentialsOf<typeof permataClassic>>().toEqualTypeOf<
      'clientId' | 'clientSecret' | 'apiKey' | 'staticKey' | 'organizationName'
    >()
    expectTypeOf<keyof WholeCredentialsOf<typeof winpay>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'channelId'
    >()
  })

  it('keeps the names of services as literals', () => {
    expectTypeOf<keyof (typeof wholeBni)['services']>().toEqualTypeOf<
      'getbalance' | 'dopayment' | 'getpaymentstatus'
    >()
    expectTypeOf<(typeof wholeNicepay)['services']['va-delete']['method']>().toEqualTypeOf<'DELETE'>()
  })

  it('is one type for all six', () => {
    expectTypeOf<
      | typeof wholeNicepay
      | typeof wholeBni
      | typeof dana
      | typeof bcaClassic
      | typeof permataClassic
      | typeof winpay
    >().toExtend<WholeProfile>()
  })
})
