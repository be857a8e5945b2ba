const assert = require('node:assert/strict')

module.exports = async ({ '@x/sandbox': { createSandbox }, '@x/sandbox/node': { listen } }) => {
  const sandbox = createSandbox()
  sandbox.provider('bni').registerClient({ clientId: 'Aladdin', clientSecret: 'open sesame' })
  const servers = await listen(sandbox, { port: 0, providerPort: 0 })
  try {
    const ask = (authorization) =>
      fetch(`${servers.baseUrl('bni')}/api/oauth/token`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/x-www-form-urlencoded', connection: 'close' },
        body: 'grant_type=client_credentials',
      })
    // The header is the one printed in RFC 7617 section 2.
    const granted = await ask('Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==')
    assert.equal(granted.status, 200)
    assert.equal(typeof (await granted.json()).access_token, 'string')
    const refused = await ask('Basic dGVzdDoxMjPCow==')
    assert.equal(refused.status >= 400, true)
    await refused.text()
  } finally {
    await servers.close()
  }
}
