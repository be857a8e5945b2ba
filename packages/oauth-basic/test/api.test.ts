import { expect, expectTypeOf, it } from 'vitest'
import * as api from '../src/index.js'

it('exports these names and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'OAuthError',
    'buildTokenRequest',
    'clientCredentialsGrant',
    'clientSecretBasic',
    'clientSecretPost',
    'grantInForm',
    'grantInJson',
    'grantInQuery',
    'parseBasicAuthorization',
    'readTokenResponse',
  ])
})

it('takes the fetch of the platform', () => {
  expectTypeOf(globalThis.fetch).toExtend<api.Fetch>()
})
