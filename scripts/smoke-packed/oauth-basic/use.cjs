const assert = require('node:assert/strict')

const options = ({ clientSecretBasic }) => ({
  url: 'https://bank.example/token',
  clientId: 's6BhdRkqt3',
  clientSecret: '7Fjfp0ZBr1KtDRbnfVdmIw',
  authentication: clientSecretBasic({ encoding: 'form' }),
})

/** The header is the one printed in RFC 6749 section 2.3.1. */
module.exports = async ({ '@x/oauth-basic': oauth }) => {
  const sent = []
  const token = await oauth.clientCredentialsGrant({
    ...options(oauth),
    fetch: async (url, init) => {
      sent.push({ url, ...init })
      const answer = { access_token: '2YotnFZFEjr1zCsicMWpAA', token_type: 'Bearer', expires_in: 3599 }
      return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } })
    },
  })
  assert.equal(
    new Headers(sent[0].headers).get('authorization'),
    'Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3',
  )
  assert.equal(token.accessToken, '2YotnFZFEjr1zCsicMWpAA')
  assert.equal(token.expiresIn, 3599)
}

module.exports.across = async ({ esm, cjs }) => {
  const fail = (oauth) => () => oauth.readTokenResponse({ status: 200, body: '<html>' })
  const { OAuthError: fromEsm } = esm['@x/oauth-basic']
  const { OAuthError: fromCjs } = cjs['@x/oauth-basic']
  assert.notEqual(fromEsm, fromCjs)
  assert.throws(
    fail(esm['@x/oauth-basic']),
    (error) => error instanceof fromCjs && error.code === 'ERR_OAUTH_NOT_JSON',
  )
  assert.throws(
    fail(cjs['@x/oauth-basic']),
    (error) => error instanceof fromEsm && error.code === 'ERR_OAUTH_NOT_JSON',
  )
}
