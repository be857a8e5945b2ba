const assert = require('node:assert/strict')

const keys = { apiKey: 'key', apiSecret: 'secret', appName: 'Shop' }

module.exports = async ({
  '@x/providers': { createClient },
  '@x/providers/bni': { bni },
  '@x/providers/codes': { classify, meaningOf, parseResponseCode },
  '@x/providers/testing': { checkProfile },
}) => {
  const sent = []
  const bank = createClient(bni, {
    environment: 'sandbox',
    clientId: 'Aladdin',
    clientSecret: 'open sesame',
    ...keys,
    fetch: async (url, init) => {
      sent.push({ url: String(url), ...init })
      const answer = { access_token: 'canary', token_type: 'Bearer', expires_in: 3599 }
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
    },
  })
  const [token] = await Promise.all([bank.accessToken(), bank.accessToken()])
  assert.equal(sent.length, 1)
  assert.equal(sent[0].url, 'https://sandbox.bni.co.id/api/oauth/token')
  // The header is the one printed in RFC 7617 section 2.
  assert.equal(new Headers(sent[0].headers).get('authorization'), 'Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==')
  assert.equal(token.value, 'canary')

  const code = parseResponseCode('4035414')
  assert.equal(classify({ status: 403, code, kind: 'money', resent: false }).outcome, 'rejected')
  assert.equal(meaningOf(code).indonesian, 'Saldo tidak cukup. Hasil ini sudah final.')

  const { id, name, environments, evidence } = bni
  const identity = { id, name: `${name}x`, environments, flows: { token: bni.token.flow }, evidence }
  const [problem] = await checkProfile(bni, {
    identity,
    credentials: {},
    environment: 'sandbox',
    services: {},
  })
  assert.deepEqual(problem, { service: undefined, what: 'name', expected: '"BNIx"', got: '"BNI"' })
}

module.exports.across = async ({ esm, cjs }) => {
  const client = ({ '@x/providers': { createClient }, '@x/providers/bni': { bni } }) =>
    createClient(bni, {
      environment: 'sandbox',
      clientId: 'id',
      clientSecret: 'secret',
      ...keys,
      fetch: async () => new Response('{"error":"invalid_client"}', { status: 401 }),
    })
  const isProviderError =
    ({ ProviderError }) =>
    (error) =>
      error instanceof ProviderError && error.provider === 'bni'
  await assert.rejects(client(esm).accessToken(), isProviderError(cjs['@x/providers']))
  await assert.rejects(client(cjs).accessToken(), isProviderError(esm['@x/providers']))
}
