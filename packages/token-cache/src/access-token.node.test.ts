import { format, inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createAccessToken } from './access-token.js'

const secret = 'eyJ-canary-4f1d'
const token = createAccessToken({
  value: secret,
  version: 'ab12',
  expiresAt: Date.UTC(2026, 10, 21, 3, 4, 5),
})
const shown = '[AccessToken version=ab12 expiresAt=2026-11-21T03:04:05.000Z]'

const everything = { showHidden: true, getters: true, customInspect: false }

describe('createAccessToken', () => {
  it('gives the value only by its name', () => {
    expect(token.value).toBe(secret)
    expect(Object.keys(token)).toEqual(['version', 'expiresAt'])
  })

  it.each([
    ['String', String(token)],
    ['a template literal', `${token}`],
    ['joining', [token].join()],
    ['inspect', inspect(token)],
    ['inspect with hidden properties', inspect(token, { showHidden: true, depth: null, getters: true })],
    ['format', format('%s', token)],
    ['JSON', JSON.parse(JSON.stringify(token))],
  ])('shows version and expiry through %s', (_, text) => {
    expect(text).toBe(shown)
  })

  it.each([
    ['bare inspect', inspect(token, { showHidden: true, customInspect: false, depth: null })],
    ['bare inspect that calls getters', inspect(token, { ...everything, depth: null })],
    ['bare inspect within another', inspect([{ token }], { ...everything, depth: 9 })],
    ['a structured clone', inspect(structuredClone(token), { showHidden: true })],
    ['a spread copy', inspect({ ...token }, { showHidden: true })],
    ['format %o', format('%o %O %j', token, token, token)],
  ])('hides the value from %s', (_, text) => {
    expect(text).not.toContain(secret)
  })

  it('cannot be changed', () => {
    expect(() => Object.assign(token, { expiresAt: 0 })).toThrow(TypeError)
    expect(() => Object.defineProperty(token, 'value', { value: 'other' })).toThrow(TypeError)
    expect(() => Object.assign(token, { value: 'other' })).toThrow(TypeError)
    expect(() => Object.assign(Object.getPrototypeOf(token), { value: 'other' })).toThrow(TypeError)
    expect(token.value).toBe(secret)
  })
})
