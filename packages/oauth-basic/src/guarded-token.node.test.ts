import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { guardedToken } from './guarded-token.js'

const token = guardedToken({ accessToken: 'CANARY', expiresIn: 900, scope: 'a b' })

describe('guardedToken', () => {
  it('gives the token to who asks for it', () => {
    const { accessToken, tokenType, expiresIn, scope } = token
    expect([accessToken, tokenType, expiresIn, scope]).toEqual(['CANARY', 'Bearer', 900, 'a b'])
  })

  it('shows the rest, and that something is hidden', () => {
    expect(JSON.stringify(token)).toBe(
      '{"accessToken":"[redacted]","tokenType":"Bearer","expiresIn":900,"scope":"a b"}',
    )
    expect(inspect(token)).toBe(
      "{\n  accessToken: '[redacted]',\n  tokenType: 'Bearer',\n  expiresIn: 900,\n  scope: 'a b'\n}",
    )
  })

  it('hides the token from everything that copies or prints', () => {
    const printed = [
      inspect(token, { showHidden: true, depth: null }),
      inspect(token, { showHidden: true, depth: null, customInspect: false }),
      inspect({ nested: [token] }, { showHidden: true, depth: null }),
      JSON.stringify({ nested: [token] }),
      JSON.stringify({ ...token }),
      JSON.stringify(structuredClone({ ...token })),
      JSON.stringify(Object.entries(token)),
      JSON.stringify(Object.assign({}, token)),
      String(token),
    ]
    for (const text of printed) expect(text).not.toContain('CANARY')
  })

  it('is frozen', () => {
    expect(Object.isFrozen(token)).toBe(true)
  })
})
