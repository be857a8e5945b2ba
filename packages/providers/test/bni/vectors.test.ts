import { createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { expect, it } from 'vitest'

// The first is BNI's own: github.com/bni-api/bni-nodejs, test/util.test.js (read 2026-11-22). The second was made with
// openssl before this package was; `sh sign.sh` reproduces both.
it.each([
  [
    'Test APP',
    'test-secret',
    '0115476117',
    '{"clientId":"IDBNIVGVzdCBBUFA=","accountNo":"0115476117","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JVkdWemRDQkJVRkE9IiwiYWNjb3VudE5vIjoiMDExNTQ3NjExNyJ9.ljWtFHL0dHhLPw97U8SVWsFV3fRIJItHlQ-HPqCRUwc"}',
  ],
  [
    'Contoh App',
    'rahasia-contoh',
    '1234567890',
    '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"1234567890","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImFjY291bnRObyI6IjEyMzQ1Njc4OTAifQ.apnRWJMT-Mo88G8ttb2fld4MHJ7zuCCj7jZydgc0_Jg"}',
  ],
])('the published vector of %s goes out of the client', async (appName, apiSecret, accountNo, body) => {
  const sent: unknown[] = []
  const token = { value: 'token', version: '1', expiresAt: 1 }
  const client = createClient(bni, {
    environment: 'sandbox',
    clientId: 'a',
    clientSecret: 'b',
    apiKey: 'c',
    apiSecret,
    appName,
    tokens: { get: async () => token, peek: () => token },
    fetch: async (_, init) => {
      sent.push(init?.body)
      return new Response('{}')
    },
  })
  await client.call('getbalance', { body: { accountNo } })
  expect(sent).toEqual([body])

  // The same object a second time, and by one's own HTTP client.
  const prepared = await client.prepare('getbalance', { body: { accountNo } })
  expect(prepared.request().body).toBe(body)
})
