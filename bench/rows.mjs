import { inputs } from './inputs.mjs'

const { small, large } = inputs

/**
 * A target is met when `who` does at least `atLeast` times what every one of `over` does, or takes at most so long. One
 * that `isKnown` to be missed, with its reason in the README, is shown as missed and fails nothing.
 * @typedef {{ who: string, over: string | ((contender: import('./contenders/contender.mjs').Contender) => boolean), named?: string, atLeast: number }} RatioTarget
 * @typedef {{ who: string, isKnown?: boolean } & ({ atMostMicroseconds: number } | { atMostNanoseconds: number })} TimeTarget
 * @typedef {{ who: string, atLeastMillions: number }} RateTarget
 * @typedef {{ who: string, over: string, atMostMicrosecondsMore: number }} DifferenceTarget
 * @typedef {{ id: string, title: string, reference: string, load: () => Promise<readonly import('./contenders/contender.mjs').Contender[]>, pace?: { turn: number, turns: number }, targets: readonly (RatioTarget | TimeTarget | RateTarget | DifferenceTarget)[] }} Row
 */

const everyPeer = { over: ({ isPeer }) => isPeer, named: 'every npm peer' }
const everyParser = { over: ({ parsesKey }) => parsesKey, named: 'every npm peer that parses the key' }

const everyFleetPeer = { over: ({ servesFleet }) => servesFleet, named: 'every npm peer that serves a fleet' }

const symmetric = async (body) => (await import('./contenders/symmetric.mjs')).symmetric(body)
const rsa = () => import('./contenders/rsa.mjs')
const minify = async (text) => (await import('./contenders/minify.mjs')).minify(text)

/** @type {readonly Row[]} */
export const rows = [
  {
    id: 'symmetric-1kb',
    title: 'symmetric signature, 1 KB, prepared secret',
    reference: 'hand-written',
    load: () => symmetric(small),
    targets: [
      { who: 'ours, hash given', over: 'hand-written', atLeast: 1.5 },
      { who: 'ours', over: 'hand-written', atLeast: 1.1 },
      { who: 'ours', over: 'hand-written, JSON round trip', atLeast: 2 },
      { who: 'ours', ...everyPeer, atLeast: 2 },
    ],
  },
  {
    id: 'symmetric-100kb',
    title: 'symmetric signature, 100 KB, prepared secret',
    reference: 'hand-written',
    load: () => symmetric(large),
    targets: [
      { who: 'ours, hash given', over: 'hand-written', atLeast: 1 },
      { who: 'ours', ...everyPeer, atLeast: 1.7 },
    ],
  },
  {
    id: 'rsa-sign',
    title: 'RSA-2048 signature of a token request, imported key',
    reference: 'crypto.sign, KeyObject',
    load: async () => (await rsa()).sign,
    targets: [
      { who: 'ours', over: 'crypto.sign, KeyObject', atLeast: 0.95 },
      { who: 'ours', ...everyPeer, atLeast: 3 },
    ],
  },
  {
    id: 'rsa-verify',
    title: 'RSA-2048 verification of a token request, imported key',
    reference: 'crypto.verify, KeyObject',
    load: async () => (await rsa()).verify,
    targets: [
      { who: 'ours', over: 'crypto.verify, KeyObject', atLeast: 0.9 },
      { who: 'ours', ...everyParser, atLeast: 6 },
    ],
  },
  {
    id: 'rsa-verify-notification',
    title: 'RSA-2048 verification of a notification of 1 KB, imported key',
    reference: 'crypto.verify, KeyObject',
    load: async () => (await rsa()).verifyNotification,
    targets: [],
  },
  {
    id: 'minify-1kb',
    title: 'minify, 1 KB, compact already',
    reference: 'JSON round trip',
    load: () => minify(small.text),
    targets: [{ who: 'ours', atMostMicroseconds: 2.5 }],
  },
  {
    id: 'minify-100kb',
    title: 'minify, 100 KB, compact already',
    reference: 'JSON round trip',
    load: () => minify(large.text),
    targets: [{ who: 'ours', over: 'JSON round trip', atLeast: 4 }],
  },
  {
    id: 'minify-100kb-pretty',
    title: 'minify, 100 KB, pretty-printed',
    reference: 'JSON round trip',
    load: () => minify(large.pretty),
    targets: [{ who: 'ours', over: 'JSON round trip', atLeast: 4 }],
  },
  {
    id: 'token-hit',
    title: 'cached token, awaited, 64 credentials in turn',
    reference: 'plain Map, Date.now',
    load: async () => (await import('./contenders/token.mjs')).hit(),
    targets: [
      { who: 'ours', over: 'plain Map, Date.now', atLeast: 1 / 1.3 },
      { who: 'ours', ...everyFleetPeer, atLeast: 1 },
      { who: 'ours', atLeastMillions: 5 },
    ],
  },
  {
    id: 'token-peek',
    title: 'cached token, peek(), 64 credentials in turn',
    reference: 'plain Map, Date.now',
    load: async () => (await import('./contenders/token.mjs')).peek(),
    targets: [{ who: 'ours, peek', atMostNanoseconds: 100, isKnown: true }],
  },
  {
    id: 'token-seal',
    title: 'a token of 850 bytes, sealed for a store',
    reference: 'node:crypto by hand',
    load: async () => (await import('./contenders/seal.mjs')).seal(),
    targets: [{ who: 'ours, keyring', atMostMicroseconds: 15, isKnown: true }],
  },
  {
    id: 'token-open',
    title: 'a token of 850 bytes, opened from a store',
    reference: 'node:crypto by hand',
    load: async () => (await import('./contenders/seal.mjs')).open(),
    targets: [{ who: 'ours, keyring', atMostMicroseconds: 6, isKnown: true }],
  },
  {
    id: 'call-1kb',
    title: 'one signed call of 1 KB, token cached, over a warm connection',
    reference: 'fetch of the same bytes',
    // A fetch takes a hundred times as long as a signature: a turn has to hold as many of them.
    pace: { turn: 200_000, turns: 4 },
    load: async () => (await import('./contenders/call.mjs')).call(),
    targets: [{ who: 'ours', over: 'fetch of the same bytes', atMostMicrosecondsMore: 30 }],
  },
]
