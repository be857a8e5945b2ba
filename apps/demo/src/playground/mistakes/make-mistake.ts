import {
  bodyHash,
  formatTimestamp,
  importPrivateKey,
  minifyJson,
  signSymmetric,
  signTokenRequest,
  symmetricStringToSign,
  tokenStringToSign,
} from '@x/snap-signature'
import { demoClient, demoPrivateKey } from '../parts/demo-keys.js'
import type { MistakeName } from './mistake-names.js'
import { type Answer, askForToken, bodyOf, callService, getToken, type Shop, servicePath } from './shop.js'

/** What was sent, and the two texts that must be one. */
export interface Attempt {
  readonly answer: Answer
  /** What the code made, or worked with. */
  readonly mine: string
  /** What the provider works with. */
  readonly theirs: string
}

/** Whether the mistake is made. */
export type Way = 'wrong' | 'right'

/** Sends one real request to the shop's provider, with the mistake or without it. */
export const makeMistake = (name: MistakeName, way: Way, shop: Shop): Promise<Attempt> =>
  mistakes[name](shop, way === 'wrong')

type Run = (shop: Shop, isWrong: boolean) => Promise<Attempt>

const secret = demoClient.clientSecret

const signedBody: Run = async (shop, isWrong) => {
  const { accessToken, timestamp, slots, body } = await prepare(shop)
  const signature = signSymmetric({ ...slots, body, secret })
  // What an HTTP client does with text that it takes for an object.
  const sent = isWrong ? JSON.stringify(JSON.parse(body)) : body
  const answer = await callService(shop, { accessToken, timestamp, signature, body: sent })
  return { answer, mine: body, theirs: sent }
}

const minified: Run = async (shop, isWrong) => {
  const { accessToken, timestamp, slots, body } = await prepare(shop)
  const theirs = minifyJson(body)
  const mine = isWrong ? body.replace(/\s/g, '') : theirs
  const signature = signSymmetric({ ...slots, bodyHash: bodyHash(mine), secret })
  const answer = await callService(shop, { accessToken, timestamp, signature, body })
  return { answer, mine, theirs }
}

const timed: Run = async (shop, isWrong) => {
  const { accessToken, slots, body, readAt } = await prepare(shop)
  // The second ends between the two readings, as it does once in a while.
  const timestamp = formatTimestamp(isWrong ? readAt + 1_000 : readAt)
  const signature = signSymmetric({ ...slots, body, secret })
  const answer = await callService(shop, { accessToken, timestamp, signature, body })
  return {
    answer,
    mine: symmetricStringToSign({ ...slots, body }),
    theirs: symmetricStringToSign({ ...slots, body, timestamp }),
  }
}

const encoded: Run = async (shop, isWrong) => {
  const { accessToken, timestamp, slots, body } = await prepare(shop)
  const theirs = signSymmetric({ ...slots, body, secret })
  const mine = isWrong ? signSymmetric({ ...slots, body, secret, encoding: 'hex' }) : theirs
  const answer = await callService(shop, { accessToken, timestamp, signature: mine, body })
  return { answer, mine, theirs }
}

const keyed: Run = async (shop, isWrong) => {
  const timestamp = formatTimestamp(shop.now())
  const { clientId } = demoClient
  const escaped = pemOf(demoPrivateKey).replaceAll('\n', '\\n')
  const signature = isWrong
    ? await signByHand(escaped, tokenStringToSign({ clientId, timestamp }))
    : await signTokenRequest({ clientId, timestamp, privateKey: importPrivateKey(escaped) })
  const answer = await askForToken(shop, { timestamp, signature: String(signature) })
  // Of a key, no more than its first line.
  return { answer, mine: beginning(escaped), theirs: beginning(isWrong ? pemOf(demoPrivateKey) : escaped) }
}

const mistakes: Readonly<Record<MistakeName, Run>> = {
  'body-re-serialised': signedBody,
  'whitespace-in-values': minified,
  'clock-read-twice': timed,
  'hex-for-base64': encoded,
  'escaped-newlines': keyed,
}

const prepare = async (shop: Shop) => {
  const accessToken = await getToken(shop)
  const readAt = shop.now()
  const timestamp = formatTimestamp(readAt)
  const slots = { method: 'POST', path: servicePath, accessToken, timestamp }
  return { accessToken, readAt, timestamp, slots, body: bodyOf(shop) }
}

/** The block itself, without the sentence before it. */
export const pemOf = (text: string): string => text.slice(text.indexOf('-----BEGIN')).trim()

const beginning = (key: string): string => `${key.slice(0, 35)}…`

const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** The usual few lines: the text between the labels is decoded; an error is caught, and what is left is undefined. */
export const signByHand = async (pem: string, text: string): Promise<string | undefined> => {
  try {
    const base64 = pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, '')
    const der = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    const key = await crypto.subtle.importKey('pkcs8', der, rsa, false, ['sign'])
    const signature = await crypto.subtle.sign(rsa, key, new TextEncoder().encode(text))
    return btoa(String.fromCharCode(...new Uint8Array(signature)))
  } catch {
    return undefined
  }
}
