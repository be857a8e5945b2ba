import { createPrivateKey, webcrypto } from 'node:crypto'
import { inspect } from 'node:util'
import * as api from '@x/snap-signature'
import {
  importPrivateKey,
  type SnapSignatureErrorCode,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import {
  bodyOf,
  derOf,
  generatedKey,
  generatedKeys,
  pkcs1Private,
  refusedKeys,
  sample,
  smallSample,
} from './samples.js'

const windowLength = 12

/** Every way in which a value reaches a log. */
function renderings(value: unknown): string {
  const error = value instanceof Error ? `${value.message} ${value.stack} ${String(value)}` : ''
  const options = {
    depth: Infinity,
    showHidden: true,
    getters: true,
    maxArrayLength: Infinity,
    maxStringLength: Infinity,
  }
  // Bytes are printed in columns: one space between them finds them wherever a line ends.
  const columns = inspect(value, options).replace(/\s+/g, ' ')
  return [inspect(value), inspect(value, options), columns, JSON.stringify(value), error].join('\n')
}

/** Fails if any twelve neighbouring characters of the secret appear. */
function expectNoTrace(value: unknown, ...secrets: readonly string[]): void {
  const shown = renderings(value)
  for (const secret of secrets)
    for (let at = 0; at + windowLength <= secret.length; at += 1) {
      const piece = secret.slice(at, at + windowLength)
      if (shown.includes(piece)) expect.fail(`${piece} is shown in ${shown}`)
    }
}

async function failureOf(run: () => unknown): Promise<unknown> {
  try {
    await run()
  } catch (error) {
    return error
  }
  return expect.fail('nothing was thrown')
}

const refusedText = (name: string) => refusedKeys.find(([key]) => key === name)?.[1].text ?? ''
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const body = bodyOf(sample.privateKey)
const request = { clientId: 'ACME', timestamp: '2020-12-17T10:55:00+07:00' }

const encrypted = generatedKey('encrypted', 'aes-256-cbc hmacWithSHA256')
const jwk = JSON.parse(generatedKey('jwk', 'private')) as Record<string, string>

const damaged = derOf(pkcs1Private)
damaged[damaged.length - 1] = 0

const rs256 = { name: 'RSASSA-PKCS1-v1_5', hash: { name: 'SHA-256' } }
const extractable = () => webcrypto.subtle.importKey('pkcs8', derOf(sample.privateKey), rs256, true, ['sign'])

const hollow = {
  kind: 'private',
  bits: 2048,
  [Symbol.for('@x/snap-signature.key')]: () => ({
    pkcs8: derOf(sample.privateKey).subarray(1),
    spki: derOf(sample.publicKey),
    natives: new Map(),
  }),
}

const publicKey = api.importPublicKey(sample.publicKey)
const transaction = {
  method: 'POST',
  path: '/v1.0/balance-inquiry',
  accessToken: 'canary-token-0d5e7fa2',
  body: '{"pin":"canary-body-7c19"}',
  timestamp: '2020-12-17T10:55:00+07:00',
  secret: 'canary-secret-f7310c6b',
}
const received = { ...transaction, signature: Buffer.alloc(64).toString('base64') }

// One secret for each code; a code without a line does not compile.
const failures: Record<
  SnapSignatureErrorCode,
  readonly (readonly [run: (secret: string) => unknown, secret: string])[]
> = {
  ERR_SNAP_TIMESTAMP: [
    [api.parseTimestamp, 'canary-timestamp-7c1f4e9a'],
    [api.parseTimestamp, '1987-06-05T04:03:02+0700'],
  ],
  ERR_SNAP_BODY: [
    [(secret) => api.minifyJson(`{"pin":"${secret}`), 'canary-body-41d0be77'],
    [(secret) => api.bodyHash(`{"pin":"${secret}\ud800"}`), 'canary-body-9a3c55e1'],
    [(secret) => api.bodyHash(Buffer.from(`\ufeff${secret}`)), 'canary-body-c7e2081f'],
    [(secret) => api.bodyHash(Buffer.from(`${secret}\u00e9`, 'latin1')), 'canary-body-03bd6a94'],
    [(secret) => api.signSymmetric({ ...transaction, body: `"${secret}` }), 'canary-body-58f1e2d0'],
    [(secret) => api.signSymmetric({ ...transaction, body: '"', secret }), 'canary-secret-77b2e0a1'],
    [
      (secret) => api.signSymmetric({ ...transaction, body: '"', accessToken: secret }),
      'canary-token-1f6ad3',
    ],
  ],
  ERR_SNAP_SECRET: [
    [(secret) => api.importSecret(`${secret}\n`), 'canary-secret-5e08c1d7'],
    [(secret) => api.importSecret(`"${secret}"`), 'canary-secret-b61f9024'],
    [(secret) => api.importSecret(`${secret}\u200b!`), 'canary-secret-e4427a3b'],
    [(secret) => api.importSecret(`${secret}\ud800`), 'canary-secret-06d9f8c5'],
    [(secret) => api.importSecret(Buffer.from(`${secret}\u00e9`, 'latin1')), 'canary-secret-91ab3e6f'],
    [(secret) => api.importSecret(`-----BEGIN PRIVATE KEY-----${secret}`), body],
    [(secret) => api.signSymmetric({ ...transaction, secret: ` ${secret}` }), 'canary-secret-c83e15d2'],
    [(secret) => api.verifySymmetric({ ...received, secret: `'${secret}'` }), 'canary-secret-2d70b94e'],
  ],
  ERR_SNAP_SIGNER: [
    [
      (secret) => signTokenRequest({ ...request, privateKey: async () => secret as never }),
      'canary-signer-8e1b7c',
    ],
    [
      (secret) => api.signAsymmetric({ ...transaction, privateKey: async () => Buffer.from(secret) }),
      'canary-signer-03da9f',
    ],
    [
      (secret) => api.signAsymmetric({ ...transaction, body: secret, privateKey: async () => Buffer.of() }),
      'canary-body-6cd12e80',
    ],
  ],
  ERR_SNAP_SIGNATURE_MISMATCH: [
    ...['secret', 'accessToken', 'body', 'path', 'timestamp', 'signature'].map(
      (field) =>
        [
          (secret: string) =>
            api.assertSymmetric({ ...received, [field]: field === 'path' ? `/${secret}` : secret }),
          `canary-${field}-d03f6b91`,
        ] as const,
    ),
    // The expected signature, and the string it is of.
    [() => api.assertSymmetric(received), api.signSymmetric(transaction)],
    [
      () => api.assertSymmetric({ ...received, signature: '00'.repeat(64), encoding: 'hex' }),
      api.signSymmetric({ ...transaction, encoding: 'hex' }),
    ],
    [() => api.assertSymmetric(received), api.symmetricStringToSign(transaction)],
    [
      (secret) => api.assertSymmetric({ ...received, accessToken: `Bearer ${secret}` }),
      'canary-token-79e05cb3',
    ],
    [(secret) => api.assertAsymmetric({ ...received, body: secret, publicKey }), 'canary-body-e1a94d07'],
    [
      (secret) => api.assertTokenRequest({ ...request, clientId: secret, signature: '', publicKey }),
      'canary-client-5b60',
    ],
  ],
  ERR_SNAP_KEY_UNREADABLE: [
    [importPrivateKey, 'canary-secret-2b8d61f0c93a'],
    [importPrivateKey, '/canary/folder/with/secret.pem'],
    [importPrivateKey, `${sample.privateKey}${sample.privateKey}`.replace(/-----[^-]*-----/g, '')],
    [importPrivateKey, body.slice(64)],
    [
      (secret) => importPrivateKey(Buffer.from(secret, 'base64')),
      damaged.length ? Buffer.from(damaged).toString('base64') : '',
    ],
    [importPrivateKey, bodyOf(refusedText('OpenSSH private'))],
  ],
  ERR_SNAP_KEY_TRUNCATED: [[importPrivateKey, body.slice(0, 900)]],
  ERR_SNAP_KEY_WRONG_KIND: [
    [api.importPublicKey, body],
    [(secret) => api.importPublicKey({ ...jwk, d: secret }), jwk['d'] ?? ''],
    [(secret) => api.importPublicKey(createPrivateKey(secret)), sample.privateKey],
  ],
  ERR_SNAP_KEY_NOT_RSA: [
    [importPrivateKey, bodyOf(refusedText('EC PKCS#8'))],
    [(secret) => importPrivateKey({ kty: secret }), 'canary-type-90ad45'],
    [(secret) => importPrivateKey({ kty: 'oct', k: secret } as object), 'canary-secret-90ad45'],
  ],
  ERR_SNAP_KEY_ENCRYPTED: [
    [importPrivateKey, bodyOf(refusedText('encrypted PKCS#8'))],
    [(secret) => importPrivateKey(`Proc-Type: 4,ENCRYPTED\n${secret}`), body],
  ],
  ERR_SNAP_KEY_NOT_ENCRYPTED: [
    [(secret) => api.importEncryptedPrivateKey(secret, { passphrase: 'canary-passphrase-5d1e' }), body],
    [(secret) => api.importEncryptedPrivateKey(body, { passphrase: secret }), 'canary-passphrase-93b7ce01'],
  ],
  ERR_SNAP_KEY_CIPHER: generatedKeys.refusedCiphers.flatMap(([, text]) => [
    [(secret) => api.importEncryptedPrivateKey(text, { passphrase: secret }), 'canary-passphrase-0c4a7f3e'],
    [() => api.importEncryptedPrivateKey(text, { passphrase: 'sample' }), bodyOf(text)],
  ]),
  ERR_SNAP_KEY_PASSPHRASE: [
    [
      (secret) => api.importEncryptedPrivateKey(encrypted, { passphrase: secret }),
      'canary-passphrase-e2960b8d',
    ],
    [
      (secret) => api.importEncryptedPrivateKey(encrypted, { passphrase: Buffer.from(secret) }),
      'canary-passphrase-e2960b8d',
    ],
    [() => api.importEncryptedPrivateKey(encrypted, { passphrase: 'wrong' }), bodyOf(encrypted)],
  ],
  ERR_SNAP_KEY_JWK: [
    [(secret) => importPrivateKey({ ...jwk, d: `${secret}=` }), jwk['d'] ?? ''],
    [(secret) => importPrivateKey({ ...jwk, n: undefined, d: secret }), jwk['d'] ?? ''],
    [(secret) => importPrivateKey({ ...jwk, oth: [secret] }), 'canary-prime-58d20c77'],
    [(secret) => importPrivateKey({ keys: [secret] } as object), 'canary-key-set-61f5'],
    [(secret) => importPrivateKey(`{"kty":"RSA","d":"${secret}"`), jwk['d'] ?? ''],
    [(secret) => importPrivateKey(JSON.stringify({ ...jwk, q: undefined, p: secret })), jwk['p'] ?? ''],
  ],
  ERR_SNAP_KEY_WRONG_PURPOSE: [
    [(secret) => importPrivateKey({ ...jwk, d: secret, alg: secret }), jwk['d'] ?? ''],
    [(secret) => importPrivateKey({ ...jwk, use: secret }), 'canary-use-7b42d0'],
    [(secret) => importPrivateKey({ ...jwk, key_ops: [secret] }), 'canary-operation-7b42d0'],
  ],
  ERR_SNAP_KEY_TOO_SMALL: [[importPrivateKey, bodyOf(smallSample.privateKey)]],
  ERR_SNAP_KEY_REJECTED: [[() => signTokenRequest({ ...request, privateKey: hollow as never }), body]],
}

describe('nothing secret leaves', () => {
  const cases = Object.entries(failures).flatMap(([code, runs]) =>
    runs.map(([run, secret]) => ({ code, run, secret })),
  )

  it.each(cases)('with $code', async ({ code, run, secret }) => {
    const error = await failureOf(() => run(secret))
    expect(error).toMatchObject({ code })
    expect(error).not.toHaveProperty('cause')
    expectNoTrace(error, secret, hex(Buffer.from(secret, 'base64')))
  })

  it('with misuse, wherever a key is put', async () => {
    const secret = sample.privateKey
    const privateKey = importPrivateKey(secret)
    const publicKey = api.publicKeyOf(privateKey)
    const verify = (wrong: object) => verifyTokenRequest({ ...request, signature: '', publicKey, ...wrong })
    const sign = (wrong: object) => signTokenRequest({ ...request, privateKey, ...wrong })
    const misuses: readonly (() => unknown)[] = [
      () => sign({ clientId: secret }),
      () => sign({ timestamp: secret }),
      () => sign({ encoding: secret }),
      () => sign({ privateKey: secret }),
      () => sign({ privateKey: { secret } }),
      () => verify({ publicKey: secret }),
      () => verify({ publicKey: privateKey }),
      () => verify({ encoding: secret }),
      () => verify({ signature: [secret] }),
      () => api.tokenStringToSign({ clientId: secret, timestamp: secret }),
      () => api.exportPrivateKey(secret as never),
      () => api.exportPublicKey(secret as never),
      () => api.fingerprint(secret as never),
      () => api.publicKeyOf(secret as never),
      () => importPrivateKey([secret] as never),
      () => importPrivateKey(secret, { minimumBits: secret as never }),
      () => importPrivateKey({ type: 'private', export: () => secret } as never),
      () => importPrivateKey({ type: secret, usages: ['sign'], algorithm: rs256 }),
      () => api.importEncryptedPrivateKey(encrypted, secret as never),
      () => api.importEncryptedPrivateKey(encrypted, { passphrase: [secret] as never }),
      () => api.importEncryptedPrivateKey(encrypted, { passphrase: `${secret}\ud800` }),
      () => api.importEncryptedPrivateKey([secret] as never, { passphrase: secret }),
      () => api.signSymmetric({ ...transaction, method: secret }),
      () => api.signSymmetric({ ...transaction, path: secret }),
      () => api.signSymmetric({ ...transaction, path: `https://${secret}` }),
      () => api.signSymmetric({ ...transaction, accessToken: `Bearer ${secret}` }),
      () => api.signSymmetric({ ...transaction, timestamp: `${secret}\n` }),
      () => api.signSymmetric({ ...transaction, body: { secret } as never }),
      () => api.signSymmetric({ ...transaction, bodyHash: secret } as never),
      () => api.signSymmetric({ ...transaction, body: undefined, bodyHash: `${secret} ` }),
      () => api.signSymmetric({ ...transaction, secret: { secret } as never }),
      () => api.signSymmetric({ ...transaction, encoding: secret as never }),
      () => api.verifySymmetric({ ...received, path: [secret] as never }),
      () => api.verifySymmetric({ ...received, accessToken: [secret] as never }),
      () => api.importSecret([secret] as never),
      () => api.sortedQuery(secret),
      () => api.sortedQuery(`/?${secret}%`),
      () => api.withoutQuery([secret] as never),
      () => api.formatTimestamp(secret as never),
      () => api.formatTimestamp(0, { zone: secret }),
      () => api.parseTimestamp([secret] as never),
      () => api.isFresh({ at: secret as never, now: 0, toleranceMs: 0 }),
    ]
    for (const run of misuses) {
      const error = await failureOf(run)
      expect(error).toBeInstanceOf(TypeError)
      expectNoTrace(error, body)
    }
  })

  it('with a client secret, before and after its first use', () => {
    const text = 'canary-secret-3f9b07d5'
    for (const source of [text, Buffer.from(text), `${text}-ä`, text.repeat(9)]) {
      const secret = api.importSecret(source)
      const inner = Buffer.from(text).map((byte) => byte ^ 0x36)
      const outer = Buffer.from(text).map((byte) => byte ^ 0x5c)
      const forms = [Buffer.from(text), inner, outer].flatMap((bytes) => [
        bytes.toString('latin1'),
        hex(bytes),
        hex(bytes).replace(/..(?=.)/g, '$& '),
        bytes.join(', '),
      ])
      expectNoTrace(secret, ...forms)
      api.signSymmetric({ ...transaction, secret })
      expectNoTrace(secret, ...forms)
      expect(JSON.stringify({ secret })).toBe('{"secret":{"kind":"secret"}}')
      expect(inspect(secret)).toBe("{ kind: 'secret' }")
    }
  })

  it.each<[string, () => api.PrivateKey | Promise<api.PrivateKey>]>([
    ['text', () => importPrivateKey(sample.privateKey)],
    ['a JSON Web Key', () => importPrivateKey(jwk)],
    ['a KeyObject', () => importPrivateKey(createPrivateKey(sample.privateKey))],
    ['an encrypted key', () => api.importEncryptedPrivateKey(encrypted, { passphrase: 'sample' })],
    ['a CryptoKey', async () => importPrivateKey(await extractable())],
  ])('with a key from %s, before and after its first use', async (_, imported) => {
    const privateKey = await imported()
    const secrets = [
      body,
      hex(derOf(sample.privateKey)),
      hex(derOf(sample.privateKey)).replace(/..(?=.)/g, '$& '),
    ]
    const decimal = derOf(sample.privateKey).join(', ')
    expectNoTrace(privateKey, ...secrets, decimal)
    await signTokenRequest({ ...request, privateKey })
    expectNoTrace(privateKey, ...secrets, decimal)
    expect(JSON.stringify({ privateKey })).toBe('{"privateKey":{"kind":"private","bits":2048}}')
    expect(structuredClone(privateKey)).toEqual({ kind: 'private', bits: 2048 })
    expect(Reflect.ownKeys(structuredClone(privateKey))).toEqual(['kind', 'bits'])
  })
})
