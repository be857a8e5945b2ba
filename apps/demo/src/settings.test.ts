import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.js'

describe('readSettings', () => {
  it('has defaults', () => {
    expect(readSettings({})).toEqual({ port: 8787, providerPort: 8701, controlToken: undefined })
    expect(readSettings({ PORT: '', SANDBOX_TOKEN: '' })).toEqual(readSettings({}))
  })

  it('reads the environment', () => {
    const environment = { PORT: '9000', SANDBOX_PORT_BASE: '0', SANDBOX_TOKEN: 'a-token-of-enough-length' }
    expect(readSettings(environment)).toEqual({
      port: 9000,
      providerPort: 0,
      controlToken: 'a-token-of-enough-length',
    })
  })

  it.each(['-1', '65501', '8.5', 'http', '0x10', '99999'])(
    'refuses a port of %s and names the variable',
    (text) => {
      expect(() => readSettings({ PORT: text })).toThrow(/^PORT must be/)
      expect(() => readSettings({ SANDBOX_PORT_BASE: text })).toThrow(/^SANDBOX_PORT_BASE must be/)
    },
  )
})
