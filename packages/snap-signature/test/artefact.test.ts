import {
  asymmetricStringToSign,
  bodyHash,
  importPrivateKey,
  importPublicKey,
  importSecret,
  minifyJson,
  type PrivateKey,
  type PublicKey,
  type SignatureEncoding,
  signAsymmetric,
  signSymmetric,
  signTokenRequest,
  sortedQuery,
  symmetricStringToSign,
  tokenStringToSign,
  verifyAsymmetric,
  verifySymmetric,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { macOf } from '../src/secret.js'
import artefact from '../vectors/snap-vectors.json' with { type: 'json' }

/** A vector of one kind, as vectors/README.md says. */
interface Vector<Input, Expected> {
  readonly name: string
  readonly kind: string
  readonly input: Input
  readonly expected: Expected
}

interface TokenInput {
  readonly key: string
  readonly clientId: string
  readonly timestamp: string
  readonly encoding: SignatureEncoding
}

interface TransactionInput {
  readonly method: string
  readonly path: string
  readonly body?: string
  readonly bodyHash?: string
  readonly timestamp: string
  readonly encoding: SignatureEncoding
}

interface Expected {
  readonly minifiedBody: string
  readonly bodyHash: string
  readonly stringToSign: string
  readonly signature: string
}

type TokenVector = Vector<TokenInput, Expected>
type SymmetricVector = Vector<TransactionInput & { secret: string; accessToken: string }, Expected>
type AsymmetricVector = Vector<TransactionInput & { key: string }, Expected>
type BodyHashVector = Vector<{ body: string }, Expected>
type HmacVector = Vector<{ secret: string; stringToSign: string; encoding: SignatureEncoding }, Expected>
type QueryVector = Vector<{ path: string }, { sortedQuery: string }>

const ofKind = <Known>(kind: string): readonly Known[] =>
  artefact.vectors.filter((vector) => vector.kind === kind) as unknown as readonly Known[]

const allowSmall = { minimumBits: 1024 }
const keys: ReadonlyMap<string, { publicKey: PublicKey; privateKey: PrivateKey | undefined }> = new Map(
  Object.entries(artefact.keys).map(([name, key]) => [
    name,
    {
      publicKey: importPublicKey(key.publicKey, allowSmall),
      privateKey: 'privateKey' in key ? importPrivateKey(key.privateKey, allowSmall) : undefined,
    },
  ]),
)
const pairOf = (name: string) => {
  const pair = keys.get(name)
  if (!pair) throw new Error(`the artefact has no key ${name}`)
  return pair
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
/** The body as text and as bytes, or the finished slot. */
const payloadsOf = ({ body, bodyHash: finished }: TransactionInput) =>
  body === undefined ? [{ bodyHash: finished ?? '' }] : [{ body }, { body: bytesOf(body) }]

const [tokens, symmetric, asymmetric, hashes, hmacs, queries] = [
  ofKind<TokenVector>('token'),
  ofKind<SymmetricVector>('symmetric'),
  ofKind<AsymmetricVector>('asymmetric'),
  ofKind<BodyHashVector>('body-hash'),
  ofKind<HmacVector>('hmac'),
  ofKind<QueryVector>('sorted-query'),
]

it('holds no vector that the tests below do not know', () => {
  const known = [tokens, symmetric, asymmetric, hashes, hmacs, queries].flat()
  expect(known).toHaveLength(artefact.vectors.length)
  expect(new Set(artefact.vectors.map(({ name }) => name)).size).toBe(artefact.vectors.length)
})

describe.each(symmetric)('$name', ({ input, expected }) => {
  const { method, path, accessToken, timestamp, encoding } = input
  const slots = { method, path, accessToken, timestamp }

  it('has its string to sign and its signature, and verifies', () => {
    for (const payload of payloadsOf(input)) {
      expect(symmetricStringToSign({ ...slots, ...payload })).toBe(expected.stringToSign)
      for (const secret of [input.secret, importSecret(input.secret), importSecret(bytesOf(input.secret))]) {
        expect(signSymmetric({ ...slots, ...payload, secret, encoding })).toBe(expected.signature)
        const { signature } = expected
        expect(verifySymmetric({ ...slots, ...payload, secret, encoding, signature })).toBe(true)
      }
    }
  })
})

describe.each(asymmetric)('$name', ({ input, expected }) => {
  const { method, path, timestamp, encoding } = input
  const slots = { method, path, timestamp }
  const { publicKey, privateKey } = pairOf(input.key)

  it('has its string to sign and its signature, and verifies', async () => {
    for (const payload of payloadsOf(input)) {
      expect(asymmetricStringToSign({ ...slots, ...payload })).toBe(expected.stringToSign)
      const { signature } = expected
      expect(await verifyAsymmetric({ ...slots, ...payload, publicKey, encoding, signature })).toBe(true)
      if (privateKey) {
        expect(await signAsymmetric({ ...slots, ...payload, privateKey, encoding })).toBe(signature)
      }
    }
  })
})

describe.each(tokens)('$name', ({ input, expected }) => {
  const { clientId, timestamp, encoding } = input
  const { publicKey, privateKey } = pairOf(input.key)

  it('has its string to sign and its signature, and verifies', async () => {
    const { stringToSign, signature } = expected
    expect(tokenStringToSign({ clientId, timestamp })).toBe(stringToSign)
    expect(await verifyTokenRequest({ clientId, timestamp, encoding, signature, publicKey })).toBe(true)
    if (privateKey)
      expect(await signTokenRequest({ clientId, timestamp, encoding, privateKey })).toBe(signature)
  })
})

const withBody = [...symmetric, ...asymmetric, ...hashes].flatMap(({ name, input, expected }) =>
  input.body === undefined ? [] : [{ name, body: input.body, expected }],
)

it.each(withBody)('$name: the body is minified and hashed', ({ body, expected }) => {
  expect(minifyJson(body)).toBe(expected.minifiedBody)
  expect(minifyJson(bytesOf(body))).toEqual(bytesOf(expected.minifiedBody))
  expect(bodyHash(body)).toBe(expected.bodyHash)
  expect(bodyHash(bytesOf(body))).toBe(expected.bodyHash)
})

// No string to sign of the standard, so no public function makes it: the engine itself is asked.
it.each(hmacs)('$name: the HMAC alone', ({ input, expected }) => {
  expect(macOf(input.secret)(input.stringToSign, input.encoding)).toBe(expected.signature)
})

it.each(queries)('$name: the query is sorted', ({ input, expected }) => {
  expect(sortedQuery(input.path)).toBe(expected.sortedQuery)
  expect(sortedQuery(expected.sortedQuery)).toBe(expected.sortedQuery)
})

interface Printed {
  readonly name: string
  readonly input: Partial<
    TransactionInput & TokenInput & { secret: string; accessToken: string; privateKey: string }
  >
  readonly printed: { readonly signature?: string; readonly bodyHash?: string }
}

// Where an input was not printed, any value stands for it.
const guess = {
  method: 'POST',
  path: '/',
  accessToken: 'token',
  body: '',
  secret: 'secret',
  clientId: 'ACME',
}

it.each(artefact.refused as readonly Printed[])('$name: what was printed is refused', async (vector) => {
  const { input, printed } = vector
  const { privateKey: notAKey, ...known } = input
  if (notAKey !== undefined) expect(() => importPrivateKey(notAKey)).toThrow(/.+/)
  if (printed.bodyHash !== undefined) expect(bodyHash(input.body ?? '')).not.toBe(printed.bodyHash)
  if (printed.signature === undefined) return
  for (const encoding of ['base64', 'hex'] as const) {
    const claim = {
      timestamp: '2020-01-01T00:00:00+07:00',
      ...guess,
      ...known,
      encoding,
      signature: printed.signature,
    }
    const { bodyHash: _, ...request } = claim
    expect(verifySymmetric(request)).toBe(false)
    for (const { publicKey } of keys.values()) {
      expect(await verifyAsymmetric({ ...request, publicKey })).toBe(false)
      expect(await verifyTokenRequest({ ...request, publicKey })).toBe(false)
    }
  }
})
