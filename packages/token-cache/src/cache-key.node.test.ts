import { isDeepStrictEqual } from 'node:util'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { key } from '../test/virtual-world.js'
import { cacheKey, type TokenKey } from './cache-key.js'

/** Pieces that look like the separators, quotes and blanks of some way to join strings. */
const part = fc.oneof(
  fc.constantFrom(
    'a',
    'b',
    'a:b',
    'b:a',
    'a|b',
    'a,b',
    '"',
    '","',
    '\\',
    '\\"',
    'null',
    '[]',
    '["a"]',
    '\0',
    '\ud800',
  ),
  fc.constantFrom('\\ud800', 'é', 'e\u0301', 'undefined', '0'),
  fc.string({ minLength: 1, unit: 'binary' }),
)
const scope = fc.array(
  part.filter((text) => !/\s/.test(text)),
  { maxLength: 3 },
)
const anyKey: fc.Arbitrary<TokenKey> = fc.record(
  {
    provider: part,
    environment: fc.option(part, { nil: undefined }),
    tokenUrl: fc.constantFrom(
      'https://a.example/',
      'https://a.example',
      'https://a.example/?b="',
      'http://[::1]:1/',
    ),
    clientId: part,
    credentialId: part,
    scope: fc.option(scope, { nil: undefined }),
    audience: fc.option(part, { nil: undefined }),
    subject: fc.option(part, { nil: undefined }),
  },
  { requiredKeys: ['provider', 'tokenUrl', 'clientId', 'credentialId'] },
)

/** The independent meaning of "the same token": field by field, scopes as a set. */
const same = (a: TokenKey, b: TokenKey): boolean =>
  (['provider', 'environment', 'tokenUrl', 'clientId', 'credentialId', 'audience', 'subject'] as const).every(
    (field) => a[field] === b[field],
  ) && isDeepStrictEqual(new Set(a.scope ?? []), new Set(b.scope ?? []))

/** Two keys that differ in few places, so that equal and nearly equal pairs are common. */
const pair = fc
  .tuple(anyKey, anyKey, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }))
  .map(([a, b, take]) => {
    const fields = Object.keys(a).filter((_, index) => take[index])
    return [
      a,
      { ...a, ...Object.fromEntries(Object.entries(b).filter(([field]) => fields.includes(field))) },
    ] as const
  })

describe('cacheKey', () => {
  it('is equal exactly for keys that mean the same token', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => (cacheKey(a) === cacheKey(b)) === same(a, b)),
      { numRuns: 3_000 },
    )
  })

  it('takes scopes as a set', () => {
    expect(cacheKey(key({ scope: ['b', 'a', 'b'] }))).toBe(cacheKey(key({ scope: ['a', 'b'] })))
    expect(cacheKey(key({ scope: [] }))).toBe(cacheKey(key()))
  })

  it('tells a value from its neighbour', () => {
    const keys = [
      key(),
      key({ scope: ['a,b'] }),
      key({ scope: ['a","b'] }),
      key({ scope: ['a', 'b'] }),
      key({ audience: 'a' }),
      key({ subject: 'a' }),
      key({ environment: 'a' }),
      key({ clientId: 'a:b', credentialId: 'c' }),
      key({ clientId: 'a', credentialId: 'b:c' }),
      key({ environment: 'null' }),
    ]
    expect(new Set(keys.map(cacheKey)).size).toBe(keys.length)
  })

  it.each(['provider', 'tokenUrl', 'clientId', 'credentialId'])('refuses a key without %s', (field) => {
    for (const value of [undefined, '', null, 7]) {
      expect(() => cacheKey({ ...key(), [field]: value })).toThrow(TypeError)
      expect(() => cacheKey({ ...key(), [field]: value })).toThrow(
        `"key.${field}" must be a non-empty string`,
      )
    }
  })

  it.each(['environment', 'audience', 'subject'])('refuses an empty %s', (field) => {
    expect(() => cacheKey({ ...key(), [field]: '' })).toThrow(
      `"key.${field}" must be a non-empty string, got string`,
    )
  })

  it('refuses a field that it would have to ignore', () => {
    const wider = { ...key(), partnerId: 'tenant-2' }
    expect(() => cacheKey(wider)).toThrow('got "partnerId"')
    expect(cacheKey({ ...key(), ...{ partnerId: undefined } })).toBe(cacheKey(key()))
  })

  it.each([
    'bank.example/token',
    '/token',
    'https://user@bank.example/',
    'https://:hunter2@bank.example/',
    'https://bank.example/token#hunter2',
    'https://bank.example/token#',
  ])('refuses %s as tokenUrl and does not repeat it', (tokenUrl) => {
    const refused = () => cacheKey(key({ tokenUrl }))
    expect(refused).toThrow(
      new TypeError(
        '"key.tokenUrl" must be an absolute URL without user name, password and fragment, got string',
      ),
    )
  })

  it('refuses what a key inherits, whatever it is', () => {
    class Key {
      constructor(fields: TokenKey) {
        Object.assign(this, fields)
      }
    }
    const own = Object.getOwnPropertyDescriptors(key())
    for (const wrong of [
      Object.create({ scope: ['pay'] }, own),
      Object.create({ partnerId: 'tenant-2' }, own),
      Object.create(Object.create(null, { partnerId: { value: 'tenant-2' } }), own),
      new Key(key()),
      Object.assign([], key()),
    ]) {
      expect(() => cacheKey(wrong)).toThrow(
        new TypeError(
          '"key" must be a plain object, such as { ...yours }, got an instance or an heir of another',
        ),
      )
    }
    expect(cacheKey(Object.create(null, own))).toBe(cacheKey(key()))
    expect(cacheKey(runInNewContext('Object.assign({}, key)', { key: key() }))).toBe(cacheKey(key()))
  })

  it.each([Symbol('partnerId'), 'partnerId'])('refuses a field %s that is not listed', (field) => {
    const hidden = Object.defineProperty(key(), field, { value: 'tenant-2' })
    expect(() => cacheKey(hidden)).toThrow(`got "${String(field)}"`)
  })

  it.each([{ scope: 'a b' }, { scope: ['a b'] }, { scope: [''] }, { scope: [1] }, { scope: null }])(
    'refuses the scope $scope',
    ({ scope: wrong }) => {
      expect(() => cacheKey(Object.assign(key(), { scope: wrong }))).toThrow(
        '"key.scope" must be an array of scopes',
      )
    },
  )

  it.each([undefined, null, 'bank'])('refuses %s', (wrong) => {
    expect(() => Reflect.apply(cacheKey, undefined, [wrong])).toThrow('"key" must be an object')
  })

  it('does not change the order of the scopes that it was given', () => {
    const scopes = ['b', 'a']
    cacheKey(key({ scope: scopes }))
    expect(scopes).toEqual(['b', 'a'])
  })
})
