import * as api from '@x/snap-signature'
import { expect, inject, it } from 'vitest'
import { name } from '#backend'

it('runs on the backend that the project is named after', () => {
  expect(name).toBe(inject('backend'))
})

it('exports what the README lists and nothing else', () => {
  expect(Object.keys(api).sort()).toEqual([
    'SnapSignatureError',
    'assertAsymmetric',
    'assertSymmetric',
    'assertTokenRequest',
    'asymmetricStringToSign',
    'bodyHash',
    'exportPrivateKey',
    'exportPublicKey',
    'fingerprint',
    'formatTimestamp',
    'importEncryptedPrivateKey',
    'importPrivateKey',
    'importPublicKey',
    'importSecret',
    'isFresh',
    'minifyJson',
    'parseTimestamp',
    'publicKeyOf',
    'signAsymmetric',
    'signSymmetric',
    'signTokenRequest',
    'sortedQuery',
    'symmetricStringToSign',
    'tokenStringToSign',
    'verifyAsymmetric',
    'verifySymmetric',
    'verifyTokenRequest',
    'withoutQuery',
  ])
})
