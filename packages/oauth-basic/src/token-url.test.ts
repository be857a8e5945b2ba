import { describe, expect, it } from 'vitest'
import { tokenUrl } from './token-url.js'

describe('tokenUrl', () => {
  it.each([
    'https://bank.example/api/oauth/token',
    'https://bank.example:8067/api/oauth/token?tenant=1',
    'http://127.0.0.1:8702/api/oauth/token',
    'http://127.255.0.9/',
    'http://[::1]:8702/token',
    'http://localhost:8702/token',
  ])('accepts %s as it is', (url) => {
    expect(tokenUrl(url)).toBe(url)
  })

  it.each([
    'http://bank.example/token',
    'http://127.0.0.1.bank.example/token',
    'http://localhost.bank.example/token',
    'http://notlocalhost/token',
    'http://10.0.0.1/token',
    'http://[::2]/token',
    'http://0.0.0.0/token',
    'ftp://127.0.0.1/token',
    'CANARY:CANARY@bank.example/token',
  ])('refuses %s: neither https nor loopback', (url) => {
    expect(() => tokenUrl(url)).toThrow(TypeError)
    expect(() => tokenUrl(url)).toThrow(/^"url" must be https, or http on loopback, (?!.*CANARY)/)
  })

  it.each([
    'https://CANARY:CANARY@bank.example/',
    'https://CANARY@bank.example/',
    'https://:CANARY@bank.example/',
  ])('refuses a user or a password, without repeating them: %s', (url) => {
    expect(() => tokenUrl(url)).toThrow(/^"url" must be https, or http on loopback, (?!.*CANARY)/)
  })

  it.each(['https://bank.example/#', 'https://bank.example/#a'])('refuses the fragment of %s', (url) => {
    expect(() => tokenUrl(url)).toThrow(/^"url" must be https, or http on loopback, (?!.*CANARY)/)
  })

  it('refuses a text that is no URL, without repeating it', () => {
    for (const url of ['', '/token', 'https://CANARY:CANARY@', 'https://a:CANARY']) {
      const thrown = (() => {
        try {
          return tokenUrl(url)
        } catch (error) {
          return error
        }
      })()
      expect(thrown).toEqual(
        new TypeError('"url" must be https, or http on loopback, without user and fragment, got another'),
      )
      expect(Object.keys(thrown as object)).toEqual([])
      expect((thrown as Error).cause).toBeUndefined()
    }
    // @ts-expect-error as from an environment variable that is not set
    expect(() => tokenUrl(undefined)).toThrow(/^"url" must be https/)
  })
})
