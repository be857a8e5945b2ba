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
  const portable = join(dirname(require.resolve('@x/snap-signature')), 'backend/portable.cjs')
  assert.doesNotMatch(readFileSync(portable, 'utf8'), /require\(["']@noble/)
  // SHA-256 of nothing, FIPS 180-4.
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  assert.equal(Buffer.from(require(portable).sha256(new Uint8Array())).toString('hex'), empty)
}
