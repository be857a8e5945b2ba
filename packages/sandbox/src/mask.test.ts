import { describe, expect, it } from 'vitest'
import { maskHeaders, maskText } from './mask.js'

describe('maskText', () => {
  it.each([
    ['?accessToken=CANARY&a=1', '?accessToken=****&a=1'],
    ['?a=1&apiKey=CANARY-of-some-length', '?a=1&apiKey=CANA****'],
    ['?access%5Ftoken=CANARY', '?access%5Ftoken=****'],
    ['?access%5ftoken=CANARY#x', '?access%5ftoken=****'],
    ['grant_type=password&password=CANARY', 'grant_type=password&password=****'],
    ['client%5Fsecret=CANARY&a=%zz', 'client%5Fsecret=****&a=%zz'],
    ['%70assword=CANARY', '%70assword=****'],
    ['data[PIN]=CANARY', 'data[PIN]=****'],
    ['client_assertion=CANARY', 'client_assertion=****'],
    // Four characters of an escape would be no text any more.
    ['secret=%43%41NARY-of-some-length', 'secret=****'],
  ])('parameters: %s', (sent, masked) => {
    expect(maskText(sent)).toBe(masked)
  })

  it.each([
    ['{"client_secret":["CANARY","CANARY"]}', '{"client_secret":["****","****"]}'],
    ['{"client\\u005fsecret" : "CANARY"}', '{"client\\u005fsecret" : "****"}'],
    [
      '{"password":"CANARY","privateKey":"CANARY","pin":"CANARY","X-SIGNATURE":"CANARY"}',
      '{"password":"****","privateKey":"****","pin":"****","X-SIGNATURE":"****"}',
    ],
    ['{"a":[{"token":{"value":"CANARY"}},"b"],"c":"d"}', '{"a":[{"token":{"value":"****"}},"b"],"c":"d"}'],
    ['{"\\u0070assword":"CANARY"}', '{"\\u0070assword":"****"}'],
    ['[{"pin":"CANARY"},"b"]', '[{"pin":"****"},"b"]'],
    ['{"secret":{"token":{"a":"CANARY"},"b":"CANARY"}}', '{"secret":{"token":{"a":"****"},"b":"****"}}'],
    ['{"secret":{"x":{"a":"CANARY"},"b":"CANARY"}}', '{"secret":{"x":{"a":"****"},"b":"****"}}'],
    ['{"secret":["CANARY"],"c":["d"]}', '{"secret":["****"],"c":["d"]}'],
    ['{"pin":123456,"amount":123456}', '{"pin":"****","amount":123456}'],
    ['{"apiKey":"CANARY\\"CANARY","a":"\\""}', '{"apiKey":"CANA****","a":"\\""}'],
    ['{"secret":"\\u0043ANARY-of-some-length"}', '{"secret":"****"}'],
    [
      '[{"url":"https://a.example/?b=1&access_token=CANARY"}]',
      '[{"url":"https://a.example/?b=1&access_token=****"}]',
    ],
    // Cut off on the way, as a fault or a client may leave it.
    ['{"secret":"CANARY', '{"secret":"****'],
    ['{"secret":["CANARY","CANARY\\', '{"secret":["****","****'],
  ])('JSON: %s', (sent, masked) => {
    expect(maskText(sent)).toBe(masked)
  })

  it.each([
    '{ "b" : 1.00,\n"a": 1e3, "a": "\\/\\u00e9", "tokenType":"Bearer" , "publicKey":"x", "expiresIn":"900"}',
    '{"X-CLIENT-KEY":"shop-1","idempotency-key":"1","shipping":"2","null":null}',
    'grant_type=client_credentials&scope=a+b',
    '<!doctype html><p class="a">{"}</p>',
    '"a"',
    '[[[',
    ']]}',
    '',
  ])('keeps as sent: %s', (sent) => {
    expect(maskText(sent)).toBe(sent)
  })
})

describe('maskHeaders', () => {
  it.each([
    ['authorization', 'Bearer CANARY-of-some-length', 'Bearer CANA****'],
    ['proxy-authorization', 'Basic CANARY', 'Basic ****'],
    ['authorization-customer', 'bearer CANARY', 'bearer ****'],
    ['apikey', 'CANARY', '****'],
    ['x-api-key', 'CANARY', '****'],
    ['x-bca-key', 'CANARY', '****'],
    ['x-signature', 'CANARY', '****'],
    ['cookie', 'a=CANARY; b=CANARY', 'a=CA****'],
    ['set-cookie', 'a=CANARY', '****'],
    ['referer', 'https://a.example/?access_token=CANARY', 'https://a.example/?access_token=****'],
    ['x-client-key', 'shop-1', 'shop-1'],
    ['content-type', 'application/json; charset=utf-8', 'application/json; charset=utf-8'],
  ])('%s: %s', (name, sent, masked) => {
    expect(maskHeaders(new Headers({ [name]: sent }))).toEqual({ [name]: masked })
  })
})
