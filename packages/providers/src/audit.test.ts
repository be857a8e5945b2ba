import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskBody, maskRequest, maskSecrets } from './audit.js'

const secret = 'aB+/c&d="é 1<2>\\'

// How others write the same text: PHP's json_encode, Gson, HTML, forms, URLs.
describe('maskSecrets', () => {
  it.each([
    ['as it is', secret],
    ['a URL', encodeURIComponent(secret)],
    ['a URL in lower case', encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
    ['a form', new URLSearchParams({ a: secret }).toString().slice(2)],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['JSON with escaped slashes', 'aB+\\/c&d=\\"\\u00e9 1<2>\\\\'],
    ['JSON for HTML', 'aB+/c\\u0026d\\u003d\\"\\u00E9 1\\u003c2\\u003e\\\\'],
    ['HTML', 'aB+/c&amp;d=&quot;é 1&lt;2&gt;\\'],
    ['HTML by number', 'aB&#43;&#x2F;c&#38;d&#61;&#34;&#233;&#32;1&#x3c;2&#062;&#92;'],
  ])('%s', (_, form) => {
    expect(maskSecrets(`before ${form} after ${form}`, [secret])).toBe('before [masked] after [masked]')
  })

  it('takes out the longer of two that begin alike', () => {
    expect(maskSecrets('key-long key', ['key', 'key-long'])).toBe('[masked] [masked]')
  })

  it('leaves everything else as it was', () => {
    expect(maskSecrets('{"a":"b"}', ['', secret])).toBe('{"a":"b"}')
  })

  it('never throws, and never shows it', () => {
    const unit = fc.constantFrom(...'aB1+/&=%\\"<>é ', '\n', '\ud800', '\u{1f600}')
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1 }), fc.string({ unit }), (hidden, text) => {
        const shown = maskSecrets(text + hidden + text, [hidden])
        if (!'[masked]'.includes(hidden) && !text.includes(hidden)) expect(shown).toContain('[masked]')
      }),
    )
    expect(maskSecrets('a\ud800b', ['\ud800'])).toBe('a[masked]b')
  })
})

describe('maskRequest', () => {
  it('masks in the URL, in every header and in a body of bytes', () => {
    const request = {
      method: 'POST',
      url: 'https://bank.example/a?access_token=tok%2B1',
      headers: { authorization: 'Bearer tok+1', 'x-other': 'plain' },
      body: new TextEncoder().encode('{"token":"tok+1"}'),
    }
    expect(maskRequest(request, ['tok+1'])).toEqual({
      method: 'POST',
      url: 'https://bank.example/a?access_token=[masked]',
      headers: { authorization: 'Bearer [masked]', 'x-other': 'plain' },
      body: '{"token":"[masked]"}',
    })
  })
})

describe('what no scheme knows', () => {
  it.each(['accessToken', 'refreshToken', 'authCode', 'access_token', 'refresh_token', 'client_secret'])(
    'is masked in a body by its name: %s',
    (name) => {
      expect(maskBody(`{"a":1, "${name}" : "x\\"y", "b":"${name}"}`, [])).toBe(
        `{"a":1, "${name}" : "[masked]", "b":"${name}"}`,
      )
    },
  )

  it.each(['Authorization-Customer', 'authorization', 'cookie', 'proxy-authorization'])(
    'is masked in a header by its name: %s',
    (name) => {
      const request = { method: 'GET', url: '', body: '', headers: { [name]: 'Bearer x', 'x-a': 'y' } }
      expect(maskRequest(request, []).headers).toEqual({ [name]: '[masked]', 'x-a': 'y' })
    },
  )
})
