import { expect, it } from 'vitest'
import { rawRequest, rawResponse } from './raw-http.js'

it('writes a request as it goes over the wire', () => {
  const request = {
    method: 'POST',
    url: 'https://dev.example.id/nicepay/v1.0/token?a=b%20c',
    headers: { 'content-type': 'application/json', 'x-client-key': 'SHOP' },
    body: '{"nama":"Café"}',
  }
  expect(rawRequest(request)).toBe(
    [
      'POST /nicepay/v1.0/token?a=b%20c HTTP/1.1',
      'host: dev.example.id',
      'content-type: application/json',
      'x-client-key: SHOP',
      'content-length: 16',
      '',
      '{"nama":"Café"}',
    ].join('\n'),
  )
  expect(rawRequest(request, { authorization: '‹hidden›' })).toContain(
    '\nauthorization: ‹hidden›\ncontent-length',
  )
})

it('writes a response, and of a broken one what there is', () => {
  const response = {
    status: 401,
    headers: { 'content-type': 'application/json' },
    reason: undefined,
    source: undefined,
  }
  expect(rawResponse({ ...response, body: '{}' })).toBe(
    'HTTP/1.1 401 Unauthorized\ncontent-type: application/json\n\n{}',
  )
  expect(rawResponse({ ...response, status: 499, headers: {}, body: undefined })).toBe('HTTP/1.1 499\n\n')
})
