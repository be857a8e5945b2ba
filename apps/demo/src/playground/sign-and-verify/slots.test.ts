import { createHash } from 'node:crypto'
import { asymmetricStringToSign, symmetricStringToSign, tokenStringToSign } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { sampleOf } from './samples.js'
import { slotsOf } from './slots.js'

const timestamp = '2020-12-17T10:55:00+07:00'
const shared = { timestamp, privateKey: '' }
const joined = (inputs: Parameters<typeof slotsOf>[0]) => {
  const { separator, slots } = slotsOf(inputs)
  return slots.map(({ text }) => text).join(separator)
}

describe('slotsOf', () => {
  it('are those of a symmetric signature', () => {
    const inputs = sampleOf('symmetric', shared)
    const compact = JSON.stringify(JSON.parse(inputs.body))
    const hash = createHash('sha256').update(compact).digest('hex')
    const expected = `POST:/v1.0/transfer-va/create-va:${inputs.accessToken}:${hash}:${timestamp}`
    expect(joined(inputs)).toBe(expected)
    expect(symmetricStringToSign(inputs)).toBe(expected)
    expect(slotsOf(inputs).slots.map(({ name }) => name)).toEqual([
      'method',
      'path',
      'accessToken',
      'bodyHash',
      'timestamp',
    ])
  })

  it('are those of an asymmetric signature, without a token', () => {
    const inputs = sampleOf('asymmetric', shared)
    const hash = createHash('sha256').update(inputs.body).digest('hex')
    expect(joined(inputs)).toBe(`POST:/v1.0/debit/payment-host-to-host:${hash}:${timestamp}`)
    expect(asymmetricStringToSign(inputs)).toBe(joined(inputs))
  })

  it('are those of a token request', () => {
    const inputs = sampleOf('token-request', shared)
    expect(joined(inputs)).toBe(`${inputs.clientId}|${timestamp}`)
    expect(tokenStringToSign(inputs)).toBe(joined(inputs))
  })

  it('have the path that was decided on', () => {
    const inputs = { ...sampleOf('symmetric', shared), path: '/v1.0/forex?b=2&a=e rate' }
    const pathOf = (pathForm: typeof inputs.pathForm) => slotsOf({ ...inputs, pathForm }).slots[1]?.text
    expect(pathOf('without-query')).toBe('/v1.0/forex')
    expect(pathOf('sorted-query')).toBe('/v1.0/forex?a=e%20rate&b=2')
    expect(pathOf('as-sent')).toBe('/v1.0/forex?b=2&a=e rate')
  })
})
