import { describe, expect, it } from 'vitest'
import { causesOf } from './causes-of.js'

const unauthorized = { status: '401', service: '73', case: '00', message: '' }

describe('the causes of an unauthorized', () => {
  it('of a token request begin with the keys', () => {
    expect(causesOf(unauthorized).slice(0, 3)).toEqual(['key-pair', 'string-to-sign', 'timestamp-twice'])
    expect(causesOf({ ...unauthorized, message: 'Unauthorized. [Signature]' })).toEqual(
      causesOf(unauthorized),
    )
  })

  it('begin with what stands in brackets', () => {
    expect(causesOf({ ...unauthorized, message: 'Unauthorized. [Unknown client]' })[0]).toBe('client-id')
    expect(causesOf({ ...unauthorized, message: 'Unauthorized. [Connection not allowed]' })[0]).toBe(
      'address',
    )
  })

  it('of a signed call begin with the body', () => {
    expect(causesOf({ ...unauthorized, service: '47' })[0]).toBe('body-bytes')
    expect(causesOf({ ...unauthorized, service: 'xx' })).not.toContain('key-pair')
  })

  it('name each once, and none for another code', () => {
    for (const message of ['', '[Unknown client]', '[Connection not allowed]', 'X-TIMESTAMP']) {
      const causes = causesOf({ ...unauthorized, message })
      expect(new Set(causes).size).toBe(causes.length)
    }
    expect(causesOf({ ...unauthorized, case: '01' })).toEqual([])
  })
})
