import { describe, expect, it } from 'vitest'
import { verifyHeaderJws } from './header-jws.js'

// printf '%s' "$(printf '%s' '{"alg":"HS256","typ":"JWT"}' | base64url).$(printf '%s' "$PAYLOAD" | base64url)" |
//   openssl dgst -sha256 -hmac rahasia-contoh -binary | base64url
const request = {
  // PAYLOAD='{"request":{"a":"x/y"},"timestamp":"2026-01-02T03:04:05.678Z"}'
  body: '{"request":{"a":"x/y"}}',
  timestamp: '2026-01-02T03:04:05.678Z',
  signature: 'bkm7qH0y3POzeTLFtMlL9TogLYHGaQ423cKeHREEgKI',
  secret: 'rahasia-contoh',
}

describe('the JWS in the header', () => {
  it('is the third part over the body with the timestamp last', async () => {
    expect(await verifyHeaderJws(request)).toBe(true)
  })

  it('signs plain slashes, where the body has them escaped, and no white space', async () => {
    expect(await verifyHeaderJws({ ...request, body: '{ "request" : {"a":"x\\/y"}}' })).toBe(true)
  })

  it('of an empty object', async () => {
    // PAYLOAD='{"timestamp":"2026-01-02T03:04:05.678Z"}'
    expect(
      await verifyHeaderJws({
        ...request,
        body: '{}',
        signature: '7LUMBvNIndb_CVmTmkdwTIkD3zD6UhqrmuPydXdsUOE',
      }),
    ).toBe(true)
  })

  it.each([
    ['another body', { body: '{"request":{"a":"x/z"}}' }],
    ['a backslash before the slash', { body: '{"request":{"a":"x\\\\/y"}}' }],
    ['another timestamp', { timestamp: '2026-01-02T03:04:05.679Z' }],
    ['another secret', { secret: 'rahasia-contog' }],
    ['a padded signature', { signature: 'bkm7qH0y3POzeTLFtMlL9TogLYHGaQ423cKeHREEgKI=' }],
    ['nothing', { signature: '' }],
  ])('refuses %s', async (_, change) => {
    expect(await verifyHeaderJws({ ...request, ...change })).toBe(false)
  })
})
