import { describe, expect, it } from 'vitest'
import { ProviderError } from './errors.js'

const error = new ProviderError({
  code: 'ERR_PROVIDER_TIMEOUT',
  detail: { timeoutMs: 1, retryable: true },
  provider: 'a',
  message: 'A did not answer',
})

describe('ProviderError', () => {
  it('is known by name, as one of another copy of this package is', () => {
    const foreign = Object.assign(new Error('x'), { name: 'ProviderError' })
    expect(foreign).toBeInstanceOf(ProviderError)
    expect(new Error('x')).not.toBeInstanceOf(ProviderError)
    expect({ name: 'ProviderError' }).not.toBeInstanceOf(ProviderError)
  })

  it('serialises with its message', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'ProviderError',
      code: 'ERR_PROVIDER_TIMEOUT',
      message: 'A did not answer',
      detail: { timeoutMs: 1, retryable: true },
      provider: 'a',
      phase: 'token',
    })
  })
})
