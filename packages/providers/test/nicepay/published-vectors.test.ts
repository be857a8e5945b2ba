import { createClient, ProviderError } from '@x/providers'
import { nicepay } from '@x/providers/nicepay'
import { describe, expect, it } from 'vitest'
import { credentials } from './credentials.js'

// nicepay-dev/nodejs-nicepay, test/helper.test.js; the key is in its README and has 1024 bits.
const published = {
  clientSecret: '1af9014925cab04606b2e77a7536cb0d5c51353924a966e503953e010234108a',
  accessToken:
    'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJJT05QQVlURVNUIiwiaXNzIjoiTklDRVBBWSIsIm5hbWUiOiJCQkJBIiwiZXhwIjoiMjAyMy0wMi0yMlQxMDo0MDowNloifQ==.nlrGKpV0lvwmUDTC94Y5KGnrACV1zdfSx7GrsrNruh8=',
  tokenSignature:
    'H0SI/1ArKnqoNdKeeO0KD+3RVuhoE7/xvQ6uBWksAqf033vAIQIrXIjVRfCEqSHzSWjRkUYeaYhJ12YEQvG3zjaF6jQZEYEdTeFSw/RTEdwXCnjfZMN+MyTEPoB3UE51dVAMRFUSwhVEHirn/ucND2OKiPCj7qy7CQa8DWNq3/M=',
  privateKey: `-----BEGIN PRIVATE KEY-----
MIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAInJe1G22R2fMchI
E6BjtYRqyMj6lurP/zq6vy79WaiGKt0Fxs4q3Ab4ifmOXd97ynS5f0JRfIqakXDc
V/e2rx9bFdsS2HORY7o5At7D5E3tkyNM9smI/7dk8d3O0fyeZyrmPMySghzgkR3o
MEDW1TCD5q63Hh/oq0LKZ/4Jjcb9AgMBAAECgYA4Boz2NPsjaE+9uFECrohoR2NN
FVe4Msr8/mIuoSWLuMJFDMxBmHvO+dBggNr6vEMeIy7zsF6LnT32PiImv0mFRY5f
RD5iLAAlIdh8ux9NXDIHgyera/PW4nyMaz2uC67MRm7uhCTKfDAJK7LXqrNVDlIB
FdweH5uzmrPBn77foQJBAMPCnCzR9vIfqbk7gQaA0hVnXL3qBQPMmHaeIk0BMAfX
TVq37PUfryo+80XXgEP1mN/e7f10GDUPFiVw6Wfwz38CQQC0L+xoxraftGnwFcVN
1cK/MwqGS+DYNXnddo7Hu3+RShUjCz5E5NzVWH5yHu0E0Zt3sdYD2t7u7HSr9wn9
6OeDAkEApzB6eb0JD1kDd3PeilNTGXyhtIE9rzT5sbT0zpeJEelL44LaGa/pxkbl
Nm0K2v/ShMC8uY6Bbi9oVqnMbj04uQJAJDIgTmfkla5bPZRR/zG6nkf1jEa/0w7i
/R7szaiXlqsIFfMTPimvRtgxBmG6ASbOETxTHpEgCWTMhyLoCe54WwJATmPDSXk4
APUQNvX5rr5OSfGWEOo67cKBvp5Wst+tpvc6AbIJeiRFlKF4fXYTb6HtiuulgwQN
ePuvlzlt2Q8hqQ==
-----END PRIVATE KEY-----
`,
}

const client = (
  settings: Partial<Parameters<typeof createClient<typeof nicepay>>[1]> & { readonly now: () => number },
) =>
  createClient(nicepay, {
    clientId: 'IONPAYTEST',
    clientSecret: published.clientSecret,
    privateKey: published.privateKey,
    environment: 'development',
    ...settings,
  })

describe('what NICEPAY publishes', () => {
  it('the token signature, with the 1024-bit key of development', async () => {
    const seen: (string | null)[] = []
    const pay = client({
      now: () => Date.parse('2023-02-22T14:43:27+07:00'),
      fetch: async (_, init) => {
        const headers = new Headers(init?.headers)
        seen.push(headers.get('x-timestamp'), headers.get('x-signature'))
        return new Response('{"responseCode":"2007300","accessToken":"a.b.c","tokenType":"Bearer"}')
      },
    })
    expect((await pay.accessToken()).value).toBe('a.b.c')
    expect(seen).toEqual(['2023-02-22T14:43:27+07:00', published.tokenSignature])
  })

  it.each(['production', 'production-cloud'] as const)('but no such key in %s', (environment) => {
    expect(() => client({ environment, now: Date.now })).toThrow(ProviderError)
    expect(() => client({ environment, now: Date.now, privateKey: credentials.privateKey })).not.toThrow()
  })

  // Of the published signature's own body only the hash is published, so it cannot be sent. The body is the one whose hash
  // is published beside it (14cfc0aa…); the rest is the published example, and the signature is openssl's:
  // sign-fixtures.sh, "published-registration", which makes the published one too, from the published hash.
  it('the HMAC signature: token, secret read as text, path without /nicepay, time', async () => {
    const pay = client({
      now: () => Date.parse('2023-02-22T17:25:04+07:00'),
      tokens: {
        get: async () => ({ value: published.accessToken }),
        confirm: () => undefined,
        invalidate: () => 'renewed',
      } as never,
    })
    const body =
      '{"merchantId":"IONPAYTEST","originalPartnerReferenceNo":"order1677048512514","originalReferenceNo":"IONPAYTEST07202302221348332909"}'
    const { url, headers, body: sent } = (await pay.prepare('payout-registration', { body })).request()
    expect(url).toBe('https://dev.nicepay.co.id/nicepay/api/v1.0/transfer/registration')
    expect(sent).toBe(body)
    expect(headers['x-timestamp']).toBe('2023-02-22T17:25:04+07:00')
    expect(headers['x-signature']).toBe(
      '0jYxGyi7d6hMmklMHMtvzL+mcTHF7pplzX9so2Jw5jAxjS6EprBDhPnAi9mwSrD9rbNjAD2mD5gRHamijWPg3g==',
    )
  })
})
