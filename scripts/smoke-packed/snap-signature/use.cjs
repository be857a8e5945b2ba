const assert = require('node:assert/strict')
const { readFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const vector = require('./vector.json')

const { clientId, timestamp, signature } = vector

module.exports = async ({ '@x/snap-signature': snap }) => {
  const privateKey = snap.importPrivateKey(vector.privateKey)
  const publicKey = snap.importPublicKey(vector.publicKey)
  assert.equal(await snap.signTokenRequest({ clientId, timestamp, privateKey }), signature)
  assert.equal(await snap.verifyTokenRequest({ clientId, timestamp, signature, publicKey }), true)
  assert.equal(await snap.verifyTokenRequest({ clientId: 'other', timestamp, signature, publicKey }), false)
}

module.exports.across = async ({ esm, cjs }) => {
  const [one, other] = [esm['@x/snap-signature'], cjs['@x/snap-signature']]
  assert.notEqual(one.SnapSignatureError, other.SnapSignatureError)
  for (const [from, to] of [
    [one, other],
    [other, one],
  ]) {
    const privateKey = from.importPrivateKey(vector.privateKey)
    assert.equal(await to.signTokenRequest({ clientId, timestamp, privateKey }), signature)
    assert.throws(
      () => from.parseTimestamp('tomorrow'),
      (error) => error instanceof to.SnapSignatureError && error.code === 'ERR_SNAP_TIMESTAMP',
    )
  }
  await module.exports.portable()
}

/** The copy for everything that is not Node runs on Node too, and shares keys with the others. */
module.exports.portable = async () => {
  const dist = dirname(require.resolve('@x/snap-signature'))
  const file = join(dist, 'index.cjs')
  assert.doesNotMatch(readFileSync(file, 'utf8'), /require\(/)
  for (const name of ['node.js', 'node.cjs'])
    assert.doesNotMatch(readFileSync(join(dist, name), 'utf8'), /@noble/)
  const portable = require(file)
  await module.exports({ '@x/snap-signature': portable })
  const privateKey = require('@x/snap-signature').importPrivateKey(vector.privateKey)
  assert.equal(await portable.signTokenRequest({ clientId, timestamp, privateKey }), signature)
  // SHA-256 of nothing, FIPS 180-4.
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  assert.equal(portable.bodyHash(''), empty)
}
