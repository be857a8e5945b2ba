import crypto from 'node:crypto'
import { createRequire } from 'node:module'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { importSecret, signSymmetric } from '../../packages/snap-signature/dist/node.js'
import { inputs } from '../inputs.mjs'
import { awaited, peer, sync } from './contender.mjs'

const require = createRequire(import.meta.url)
const CryptoJS = require('crypto-js')
const forge = require('node-forge')
const jsrsasign = require('jsrsasign')
const { SnapBi } = require('midtrans-client')
const doku = require('doku-nodejs-library/_services/tokenService')

const { method, path, accessToken, timestamp, secret } = inputs
const stringToSign = (hash) => `${method}:${path}:${accessToken}:${hash}:${timestamp}`
const sha256Hex = (body) => crypto.createHash('sha256').update(body).digest('hex')
// What a caller writes who hashes by himself; Node 20.12 and newer have it.
const oneShot = (body) => (crypto.hash ? crypto.hash('sha256', body, 'hex') : sha256Hex(body))

const handWritten = (body) =>
  crypto
    .createHmac('sha512', secret)
    .update(stringToSign(sha256Hex(body)))
    .digest('base64')

const { subtle } = crypto.webcrypto
const algorithm = { name: 'HMAC', hash: 'SHA-512' }
const webKey = await subtle.importKey('raw', Buffer.from(secret), algorithm, false, ['sign'])

const webCrypto = async (body) => {
  const hash = Buffer.from(await subtle.digest('SHA-256', Buffer.from(body))).toString('hex')
  return Buffer.from(await subtle.sign('HMAC', webKey, Buffer.from(stringToSign(hash)))).toString('base64')
}

const noble = (body) => {
  const hash = bytesToHex(sha256(utf8ToBytes(body)))
  return Buffer.from(hmac(sha512, utf8ToBytes(secret), utf8ToBytes(stringToSign(hash)))).toString('base64')
}

const cryptoJs = (body) => {
  const hash = CryptoJS.SHA256(body).toString(CryptoJS.enc.Hex)
  return CryptoJS.HmacSHA512(stringToSign(hash), secret).toString(CryptoJS.enc.Base64)
}

const nodeForge = (body) => {
  const hash = forge.md.sha256.create().update(body, 'utf8').digest().toHex()
  const keyed = forge.hmac.create()
  keyed.start('sha512', secret)
  keyed.update(stringToSign(hash))
  return forge.util.encode64(keyed.digest().getBytes())
}

const jsRsaSign = (body) => {
  const hash = jsrsasign.KJUR.crypto.Util.hashString(body, 'sha256')
  const mac = new jsrsasign.KJUR.crypto.Mac({ alg: 'hmacsha512', pass: { utf8: secret } })
  mac.updateString(stringToSign(hash))
  return jsrsasign.hextob64(mac.doFinal())
}

const prepared = importSecret(secret)
const slots = (more) => ({ method, path, accessToken, timestamp, secret: prepared, ...more })
const ours = (body) => signSymmetric({ method, path, accessToken, body, timestamp, secret: prepared })
const oursHashGiven = (bodyHash) =>
  signSymmetric({ method, path, accessToken, bodyHash, timestamp, secret: prepared })

/**
 * One body, signed by everyone. Peers that take an object get it parsed already.
 * @param {{ text: string, pretty: string, bytes: Uint8Array, object: object }} body
 */
export const symmetric = ({ text, pretty, bytes, object }) => [
  sync('hand-written', () => handWritten(text)),
  sync('ours, hash given', () => oursHashGiven(oneShot(text))),
  sync('ours', () => ours(text)),
  sync('ours, bytes', () => ours(bytes)),
  sync('ours, pretty-printed', () => ours(pretty)),
  sync('ours, secret as text', () => signSymmetric(slots({ secret, body: text }))),
  sync('hand-written, bytes', () => handWritten(bytes)),
  sync('hand-written, JSON round trip', () => handWritten(JSON.stringify(JSON.parse(text)))),
  awaited('WebCrypto', () => webCrypto(text)),
  sync('@noble/hashes', () => noble(text), peer),
  sync('crypto-js', () => cryptoJs(text), peer),
  sync('node-forge', () => nodeForge(text), peer),
  sync('jsrsasign', () => jsRsaSign(text), peer),
  sync(
    'midtrans-client',
    () => SnapBi.getSymmetricSignatureHmacSh512(accessToken, object, method, path, secret, timestamp),
    peer,
  ),
  sync(
    'doku-nodejs-library',
    () => doku.generateSymmetricSignature(method, path, accessToken, object, timestamp, secret),
    peer,
  ),
]
