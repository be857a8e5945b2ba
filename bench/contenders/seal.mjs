import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyring } from '../../packages/token-cache/dist/index.js'
import { awaited, sync } from './contender.mjs'

const secret = randomBytes(32)
const codec = keyring([new Uint8Array(secret)])
const text = 'x'.repeat(850)
const where = { key: 'token-cache:1:bank:production:hash', version: 'f0e1d2c3b4a5968778695a4b' }
const expiresAt = 1_900_000_000_000
const bound = Buffer.from(`${where.key}|${where.version}|${expiresAt}`)

/** The same cipher by hand: nonce, ciphertext and tag, as text. */
const sealByHand = () => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(bound)
  const parts = [nonce, cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([...parts, cipher.getAuthTag()]).toString('base64url')
}

const openByHand = (sealed) => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12)).setAAD(bound)
  decipher.setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

const isSealed = { read: (sealed) => sealed.length > text.length }

/** A token of 850 bytes on its way into a store. */
export const seal = async () => [
  sync('node:crypto by hand', sealByHand, isSealed),
  awaited('ours, keyring', () => codec.seal({ ...where, text, expiresAt }), isSealed),
]

/** And back. */
export const open = async () => {
  const byHand = sealByHand()
  const data = await codec.seal({ ...where, text, expiresAt })
  return [
    sync('node:crypto by hand', () => openByHand(byHand)),
    awaited('ours, keyring', () => codec.open({ ...where, data }), { read: (opened) => opened.text }),
  ]
}
