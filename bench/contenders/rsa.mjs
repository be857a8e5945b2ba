import crypto from 'node:crypto'
import { createRequire } from 'node:module'
import * as snap from '../../packages/snap-signature/dist/node.js'
import { inputs } from '../inputs.mjs'
import { awaited, parsesKey, peer, sync } from './contender.mjs'

const require = createRequire(import.meta.url)
const forge = require('node-forge')
const jsrsasign = require('jsrsasign')
const { SnapBi, SnapBiConfig } = require('midtrans-client')
const doku = require('doku-nodejs-library/_services/tokenService')
const { DanaSignatureUtil } = require('dana-node/runtime')
const { WebhookParser } = require('dana-node/webhook/v1')

const { method, path, clientId, timestamp, privateKey, publicKey, privatePem, publicPem } = inputs
const tokenText = () => `${clientId}|${timestamp}`

const { subtle } = crypto.webcrypto
const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const der = (key, type) => key.export({ type, format: 'der' })
const webPrivate = await subtle.importKey('pkcs8', der(privateKey, 'pkcs8'), algorithm, false, ['sign'])
const webPublic = await subtle.importKey('spki', der(publicKey, 'spki'), algorithm, false, ['verify'])
const forgePrivate = forge.pki.privateKeyFromPem(privatePem)
const forgePublic = forge.pki.publicKeyFromPem(publicPem)
const jsPrivate = jsrsasign.KEYUTIL.getKey(privatePem)
const jsPublic = jsrsasign.KEYUTIL.getKey(publicPem)
const oursPrivate = snap.importPrivateKey(privatePem)
const oursPublic = snap.importPublicKey(publicPem)

const forgeDigest = () => forge.md.sha256.create().update(tokenText(), 'utf8')
const jsSignature = (key) => {
  const signer = new jsrsasign.KJUR.crypto.Signature({ alg: 'SHA256withRSA' })
  signer.init(key)
  signer.updateString(tokenText())
  return signer
}

/** The signature of a token request, each from the same two strings to base64. */
export const sign = [
  sync('crypto.sign, KeyObject', () =>
    crypto.sign('sha256', Buffer.from(tokenText()), privateKey).toString('base64'),
  ),
  awaited('ours', () => snap.signTokenRequest({ clientId, timestamp, privateKey: oursPrivate })),
  awaited('WebCrypto', async () =>
    Buffer.from(await subtle.sign(algorithm.name, webPrivate, Buffer.from(tokenText()))).toString('base64'),
  ),
  sync('node-forge', () => forge.util.encode64(forgePrivate.sign(forgeDigest())), peer),
  sync('jsrsasign', () => jsrsasign.hextob64(jsSignature(jsPrivate).sign()), peer),
  sync(
    'midtrans-client',
    () => SnapBi.getAsymmetricSignatureSha256WithRsa(clientId, timestamp, privatePem),
    parsesKey,
  ),
  sync('doku-nodejs-library', () => doku.generateSignature(privatePem, clientId, timestamp), parsesKey),
  sync(
    'dana-node',
    () => DanaSignatureUtil.generateSnapApplyTokenScenarioSignature(clientId, privatePem, timestamp),
    parsesKey,
  ),
]

const signature = crypto.sign('sha256', Buffer.from(tokenText()), privateKey).toString('base64')
const decoded = () => Buffer.from(signature, 'base64')

/** The same signature, verified from base64. */
export const verify = [
  sync('crypto.verify, KeyObject', () =>
    crypto.verify('sha256', Buffer.from(tokenText()), publicKey, decoded()),
  ),
  awaited('ours', () => snap.verifyTokenRequest({ clientId, timestamp, signature, publicKey: oursPublic })),
  awaited('WebCrypto', () => subtle.verify(algorithm.name, webPublic, decoded(), Buffer.from(tokenText()))),
  sync(
    'node-forge',
    () => forgePublic.verify(forgeDigest().digest().bytes(), forge.util.decode64(signature)),
    peer,
  ),
  sync('jsrsasign', () => jsSignature(jsPublic).verify(jsrsasign.b64tohex(signature)), peer),
  sync(
    'doku-nodejs-library',
    () => doku.compareSignatures(signature, publicPem, clientId, timestamp),
    parsesKey,
  ),
]

const { text, object } = inputs.small
const notified = () =>
  `${method}:${path}:${crypto.createHash('sha256').update(text).digest('hex')}:${timestamp}`
const notification = crypto.sign('sha256', Buffer.from(notified()), privateKey).toString('base64')
const notificationBytes = () => Buffer.from(notification, 'base64')
SnapBiConfig.snapBiPublicKey = publicPem
const webhook = new WebhookParser(publicPem)
const headers = { 'X-SIGNATURE': notification, 'X-TIMESTAMP': timestamp }

/** A notification of 1 KB. The peers parse or write JSON on the way: that is how they are called. */
export const verifyNotification = [
  sync('crypto.verify, KeyObject', () =>
    crypto.verify('sha256', Buffer.from(notified()), publicKey, notificationBytes()),
  ),
  awaited('ours', () =>
    snap.verifyAsymmetric({
      method,
      path,
      body: text,
      timestamp,
      signature: notification,
      publicKey: oursPublic,
    }),
  ),
  sync(
    'midtrans-client',
    () =>
      new SnapBi('notification')
        .withSignature(notification)
        .withTimeStamp(timestamp)
        .withNotificationPayload(object)
        .withNotificationUrlPath(path)
        .isWebhookNotificationVerified(),
    parsesKey,
  ),
  // It throws unless the signature is right, and returns the body.
  sync('dana-node', () => webhook.parseWebhook(method, path, headers, text) !== undefined, peer),
]
