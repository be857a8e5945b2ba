import { describe, expect, expectTypeOf, it } from 'vitest'
import { createClient } from './create-client.js'
import { defineProfile } from './define-profile.js'
import type { AnswerOf, BodyOf, CredentialsOf, EnvironmentOf, ServiceNameOf } from './profile.js'
import { snapB2b } from './schemes/snap-b2b.js'
import { snapReply } from './schemes/snap-reply.js'
import { snapRsa } from './schemes/snap-rsa.js'
import type { Service } from './service.js'
import { type SnapBalanceRequest, type SnapTransferAnswer, snapStandard } from './snap-standard/index.js'

const evidence = [{ source: 'a page', checked: '2026-11-21', grade: 'documentation' }] as const
const whole = {
  id: 'a',
  name: 'A',
  environments: { test: { baseUrl: 'https://a.example' } },
  evidence,
} as const
const token = snapB2b({ path: '/openapi/v1.0/access-token/b2b' })
const own = { ...whole, extends: snapStandard } as const

describe('defineProfile', () => {
  it('freezes all of it', () => {
    const profile = defineProfile(whole)
    expect(Object.isFrozen(profile)).toBe(true)
    expect(Object.isFrozen(profile.environments.test)).toBe(true)
    expect(Object.isFrozen(profile.evidence[0])).toBe(true)
  })

  const sign = snapRsa({ partnerId: () => 'a', channelId: () => 'b' })
  const signed = { ...whole, sign, reply: snapReply() }
  const service = { method: 'POST', path: '/a', kind: 'read' } as const
  it.each([
    [null, '"profile" must be an object'],
    [{ ...whole, id: 'A bank' }, '"id" must be lower-case'],
    [{ ...whole, name: '' }, '"name" must be'],
    [{ ...whole, environments: undefined }, '"environments" must be an object'],
    [
      { ...whole, environments: { test: { baseUrl: 'https://a.example/' } } },
      'plain form, https://a.example',
    ],
    [
      { ...whole, environments: { test: { baseURL: 'https://a.example' } } },
      'unknown member "baseURL": did you mean "baseUrl"?',
    ],
    [{ ...whole, environments: { test: { minimumKeyBits: 512 } } }, '"environments.test.minimumKeyBits"'],
    [{ ...whole, evidence: [{ ...evidence[0], checked: '2026-02-30' }] }, 'yyyy-mm-dd'],
    [
      { ...whole, evidence: [{ ...evidence[0], grade: 'guess' }] },
      '"evidence.grade" must be one of documentation',
    ],
    [{ ...whole, evidence: [{ ...evidence[0], source: '' }] }, '"evidence.source" must say where'],
    [{ ...whole, evidence: [] }, '"evidence" must name at least one source'],
    [{ ...whole, evidence: undefined }, '"evidence" must name at least one source'],
    [{ ...whole, signature: sign }, '"profile" has an unknown member "signature"'],
    [{ ...whole, secret: 'a' }, 'services, evidence, extends, only, paths'],
    [{ ...own, Only: [] }, '"profile" has an unknown member "Only"'],
    [{ ...whole, sign: 'HMAC' }, '"sign" must be a scheme'],
    [{ ...whole, services: { a: service } }, '"services" must come with "sign" and "reply"'],
    [
      { ...signed, reply: undefined, services: { a: service } },
      '"services" must come with "sign" and "reply"',
    ],
    [{ ...signed, services: { a: { ...service, path: 'a' } } }, '"services.a.path" must begin with a slash'],
    [{ ...signed, services: { a: { ...service, path: '//a' } } }, '"path" must begin with one slash'],
    [{ ...signed, services: { a: { ...service, path: '/a/../b' } } }, '"path" must begin with one slash'],
    [{ ...signed, services: { a: { ...service, kind: 'write' } } }, '"services.a.kind" must be read'],
    [{ ...signed, services: { a: { ...service, method: 'post' } } }, '"services.a.method" must be GET'],
    [{ ...signed, services: { a: { ...service, code: '170' } } }, '"services.a.code" must be the two'],
    [
      { ...signed, services: { a: { ...service, inqury: () => undefined } } },
      '"services.a" has an unknown member "inqury"',
    ],
    [{ ...signed, services: { a: { ...service, inquiry: 'b' } } }, '"services.a.inquiry" must be a function'],
    [
      { ...signed, services: { a: { ...service, whenRejected: 'constructor' } } },
      '"services.a.whenRejected" must be one of paid, pending, failed',
    ],
    [{ ...signed, services: { a: undefined } }, '"services.a" must be an object'],
    [
      { ...signed, services: { a: { ...service, inquiry: () => ({ service: 'b', body: {} }) } } },
      '"services.a.inquiry" asks by "b", which is no service of this profile',
    ],
    [
      {
        ...signed,
        services: {
          a: {
            ...service,
            inquiry: ({ body }: { body: { amount: { value: string } } }) =>
              body.amount.value === undefined ? { service: 'constructor', body: {} } : undefined,
          },
        },
      },
      'asks by "constructor"',
    ],
    [
      {
        ...signed,
        services: {
          a: {
            ...service,
            inquiry: ({ body, answer }: { body: { id?: string }; answer?: object }) =>
              body.id !== undefined && answer === undefined ? { service: 'b', body: {} } : undefined,
          },
        },
      },
      'asks by "b"',
    ],
  ])('refuses %o', (wrong, message) => {
    expect(() => defineProfile(wrong as never)).toThrow(TypeError)
    expect(() => defineProfile(wrong as never)).toThrow(message)
  })
})

describe('defineProfile, from another profile', () => {
  it('takes what it does not name, and changes only what it names', () => {
    const mine = defineProfile({
      ...own,
      services: { 'transfer-intrabank': { path: '/v2.0/transfer-intrabank' } },
    })
    expect(mine.services['transfer-intrabank']).toEqual({
      ...snapStandard.services['transfer-intrabank'],
      path: '/v2.0/transfer-intrabank',
    })
    expect(mine.services['transfer-status']).toBe(snapStandard.services['transfer-status'])
    expect(mine.sign).toBe(snapStandard.sign)
    expect(mine.token).toBe(snapStandard.token)
    expect(mine).toMatchObject(whole)
    expect(Object.isFrozen(mine.services['transfer-intrabank'])).toBe(true)
    expect('extends' in mine || 'paths' in mine).toBe(false)
    expect(snapStandard.services['transfer-intrabank'].path).toBe('/v1.0/transfer-intrabank')
  })

  it('takes out and adds services, with their types', () => {
    const ping: Service<{ readonly word: string }, { readonly answer: string }> = {
      method: 'POST',
      path: '/v1.0/ping',
      kind: 'read',
    }
    const mine = defineProfile({ ...own, services: { 'bank-statement': false, ping } })
    expect(Object.keys(mine.services)).toEqual([
      ...Object.keys(snapStandard.services).filter((name) => name !== 'bank-statement'),
      'ping',
    ])
    expectTypeOf<'bank-statement'>().not.toExtend<ServiceNameOf<typeof mine>>()
    expectTypeOf<
      Exclude<ServiceNameOf<typeof mine>, ServiceNameOf<typeof snapStandard>>
    >().toEqualTypeOf<'ping'>()
    expectTypeOf<BodyOf<typeof mine, 'ping'>>().toEqualTypeOf<{ readonly word: string }>()
    expectTypeOf<BodyOf<typeof mine, 'balance-inquiry'>>().toEqualTypeOf<SnapBalanceRequest>()
    expectTypeOf<AnswerOf<typeof mine, 'transfer-intrabank'>>().toEqualTypeOf<SnapTransferAnswer>()
    expectTypeOf<EnvironmentOf<typeof mine>>().toEqualTypeOf<'test'>()
    expectTypeOf<keyof CredentialsOf<typeof mine>>().toEqualTypeOf<
      'clientId' | 'privateKey' | 'keyId' | 'clientSecret' | 'channelId' | 'partnerId' | 'origin'
    >()
  })

  it('takes only the services that it is told to', () => {
    const mine = defineProfile({
      ...own,
      only: ['transfer-intrabank', 'transfer-status'],
      services: { 'transfer-status': { path: '/v1.0/transfer-status' } },
    })
    expect(Object.keys(mine.services)).toEqual(['transfer-intrabank', 'transfer-status'])
    expect(mine.services['transfer-status'].path).toBe('/v1.0/transfer-status')
    expectTypeOf<ServiceNameOf<typeof mine>>().toEqualTypeOf<'transfer-intrabank' | 'transfer-status'>()
    expectTypeOf<AnswerOf<typeof mine, 'transfer-intrabank'>>().toEqualTypeOf<SnapTransferAnswer>()
    expect(Object.keys(defineProfile({ ...own, only: [] }).services)).toEqual([])
    // @ts-expect-error: no such service
    expect(() => defineProfile({ ...own, only: ['transfer'] })).toThrow(
      '"only" must name inherited services, and "transfer" is none; there are balance-inquiry',
    )
  })

  it('moves every inherited path, which is signed, and none that it was given', () => {
    const mine = defineProfile({
      ...own,
      token,
      paths: { from: '/v1.0', to: '/openapi/v1.0' },
      services: { 'transfer-interbank': { path: '/openapi/v2.0/transfer-interbank' } },
    })
    expect(mine.services['qr-mpm-generate'].path).toBe('/openapi/v1.0/qr/qr-mpm-generate')
    expect(mine.services['transfer-interbank'].path).toBe('/openapi/v2.0/transfer-interbank')
    expect(mine.services['transfer-interbank'].code).toBe('18')
    const bare = defineProfile({ ...own, token, paths: { from: '/v1.0', to: '' } })
    expect(bare.services['transfer-status'].path).toBe('/transfer/status')
  })

  it('takes the token out, and with it its credentials', () => {
    const mine = defineProfile({
      ...own,
      token: false,
      paths: { from: '/v1.0', to: '/v1' },
      sign: snapRsa<{ readonly clientId: string; readonly privateKey: string }>({
        partnerId: ({ clientId }) => clientId,
        channelId: () => '95221',
      }),
    })
    expect('token' in mine).toBe(false)
    expectTypeOf<keyof CredentialsOf<typeof mine>>().toEqualTypeOf<'clientId' | 'privateKey'>()
  })

  it('can be extended once more', () => {
    const first = defineProfile({ ...own, services: { 'bank-statement': false } })
    const second = defineProfile({ ...whole, extends: first, id: 'b', services: { 'va-create': false } })
    expect('bank-statement' in second.services || 'va-create' in second.services).toBe(false)
    expect(second.id).toBe('b')
    expectTypeOf<'va-create' | 'bank-statement'>().not.toExtend<ServiceNameOf<typeof second>>()
  })

  it('asks of a client what the schemes need', () => {
    const mine = defineProfile(own)
    const credentials = { clientId: 'a', clientSecret: 'b', privateKey: 'c' }
    // @ts-expect-error: the standard's calls have a channel
    expect(() => createClient(mine, { environment: 'test', ...credentials })).toThrow()
    // @ts-expect-error: no such environment
    expect(() => createClient(mine, { environment: 'prod' })).toThrow('"environment" must be one of "test"')
  })

  it.each([
    [{ extends: 'snap' }, '"extends" must be a profile'],
    [{ extends: null }, '"extends" must be a profile'],
    [{ evidence: undefined }, '"evidence" must name at least one source'],
    [{ evidence: [] }, '"evidence" must name at least one source'],
    [{ only: 'balance-inquiry' }, '"only" must be an array'],
    [{ only: ['constructor'] }, '"constructor" is none'],
    [{ only: ['transfer-intrabank'] }, '"services.transfer-intrabank.inquiry" asks by "transfer-status"'],
    [{ path: '/a' }, '"profile" has an unknown member "path"'],
    [{ paths: { from: '/v1.0', to: '/openapi' } }, '"token" must be given beside "paths"'],
    [{ token, paths: { from: '/v2.0', to: '/openapi' } }, 'none begins with /v2.0/'],
    [
      { token, paths: { from: '/v1.0/', to: '/openapi' } },
      '"paths.from" must begin with a slash and not end in one',
    ],
    [{ token, paths: { from: '', to: '/openapi' } }, '"paths.from" must begin with a slash'],
    [{ token, paths: { from: '/v1.0', to: 'openapi' } }, '"paths.to" must begin with a slash'],
    [
      { services: { 'bank-statment': false } },
      '"services.bank-statment" must not be false: there is no such',
    ],
    [
      { services: { 'bank-statement': { pth: '/a' } } },
      '"services.bank-statement" has an unknown member "pth"',
    ],
    [{ services: { 'bank-statment': { path: '/a' } } }, '"services.bank-statment.method" must be GET'],
    [{ services: { 'bank-statement': null } }, '"services.bank-statement" must be an object of what differs'],
    [{ services: { constructor: { path: '/a' } } }, '"services.constructor.method" must be GET'],
    [
      { services: { 'transfer-status': false } },
      '"services.transfer-intrabank.inquiry" asks by "transfer-status", which is no service of this profile',
    ],
    [{ services: { 'va-inquiry': false } }, '"services.va-update.inquiry" asks by "va-inquiry"'],
    [{ services: { 'debit-status': false } }, '"services.debit-payment.inquiry" asks by "debit-status"'],
    [{ services: { 'qr-mpm-query': false } }, '"services.qr-mpm-generate.inquiry" asks by "qr-mpm-query"'],
  ])('refuses %o', (wrong, message) => {
    expect(() => defineProfile({ ...own, ...wrong } as never)).toThrow(TypeError)
    expect(() => defineProfile({ ...own, ...wrong } as never)).toThrow(message)
  })

  it('never meets a prototype on its way', () => {
    const hostile = JSON.parse('{"__proto__":{"path":"/a"}}')
    expect(() => defineProfile({ ...own, services: hostile })).toThrow(
      '"services.__proto__.method" must be GET',
    )
  })
})
