import { expect, it } from 'vitest'
import { classify } from '../codes/classify.js'
import { meaningOf } from '../codes/meaning-of.js'
import { parseResponseCode } from '../codes/parse-response-code.js'
import { bniSnapCodes } from './codes.js'

it('BNI’s 400xx02 is a refusal that speaks of the format too', () => {
  const code = parseResponseCode('4001702')
  const answer = { status: 400, code, kind: 'money', resent: false, overrides: bniSnapCodes } as const
  expect(classify(answer)).toEqual({ outcome: 'rejected', tokenRejected: false })
  expect(meaningOf(code, bniSnapCodes)?.indonesian).toMatch(/kosong atau formatnya tidak valid/)
})

it('an early sandbox’s 2000000 is a success', () => {
  const code = parseResponseCode('2000000')
  expect(classify({ status: 200, code, kind: 'read', resent: false, service: '11' }).outcome).toBe('success')
})
