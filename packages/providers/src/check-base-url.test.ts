import { describe, expect, it } from 'vitest'
import { checkBaseUrl } from './check-base-url.js'

describe('checkBaseUrl', () => {
  it.each([
    ['https://api.bni.co.id', 'https://api.bni.co.id'],
    ['https://api.bni.co.id/', 'https://api.bni.co.id'],
    ['https://dev.nicepay.co.id/nicepay', 'https://dev.nicepay.co.id/nicepay'],
    ['https://newapidev.bni.co.id:8066', 'https://newapidev.bni.co.id:8066'],
    ['http://127.0.0.1:8701/nicepay', 'http://127.0.0.1:8701/nicepay'],
    ['http://127.1.2.3:1', 'http://127.1.2.3:1'],
    ['http://localhost:8702', 'http://localhost:8702'],
    ['http://[::1]:8702', 'http://[::1]:8702'],
  ])('takes %s', (given, expected) => {
    expect(checkBaseUrl(given)).toBe(expected)
  })

  it.each([
    ['api.bni.co.id', 'absolute URL'],
    ['', 'absolute URL'],
    ['http://api.bni.co.id', 'https://'],
    ['http://127.0.0.1.evil.example', 'https://'],
    ['http://localhost.evil.example', 'https://'],
    ['ftp://127.0.0.1', 'https://'],
    ['https://user:hunter2@api.bni.co.id', 'user name or password'],
    ['https://api.bni.co.id?access_token=hunter2', 'query'],
    ['https://api.bni.co.id?', 'query'],
    ['https://api.bni.co.id#x', 'fragment'],
  ])('refuses %s and says why, without the secret in it', (given, why) => {
    expect(() => checkBaseUrl(given)).toThrow(TypeError)
    expect(() => checkBaseUrl(given)).toThrow(why)
    expect(() => checkBaseUrl(given)).not.toThrow(/hunter2/)
  })
})
