import { inspect } from 'node:util'
import * as api from '@x/snap-signature'
import {
  importPrivateKey,
  type SnapSignatureErrorCode,
  signTokenRequest,
  verifyTokenRequest,
} from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { bodyOf, derOf, pkcs1Private, refusedKeys, sample, smallSample } from './samples.js'

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
  return [inspect(value), inspect(value, options), JSON.stringify(value), error].join('\n')
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

const damaged = derOf(pkcs1Private)
damaged[damaged.length - 1] = 0

const hollow = {
  kind: 'private',
  bits: 2048,
  [Symbol.for('@x/snap-signature.key')]: () => ({
    pkcs8: derOf(sample.privateKey).subarray(1),
    spki: derOf(sample.publicKey),
    natives: new Map(),
  }),
}

// One secret for each code; a code without a line does not compile.
const failures: Record<
  SnapSignatureErrorCode,
  readonly (readonly [run: (secret: string) => unknown, secret: string])[]
> = {
  ERR_SNAP_TIMESTAMP: [
    [api.parseTimestamp, 'canary-timestamp-7c1f4e9a'],
    [api.parseTimestamp, '1987-06-05T04:03:02+0700'],
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
  ERR_SNAP_KEY_WRONG_KIND: [[api.importPublicKey, body]],
  ERR_SNAP_KEY_NOT_RSA: [[importPrivateKey, bodyOf(refusedText('EC PKCS#8'))]],
  ERR_SNAP_KEY_ENCRYPTED: [
    [importPrivateKey, bodyOf(refusedText('encrypted PKCS#8'))],
    [(secret) => importPrivateKey(`Proc-Type: 4,ENCRYPTED\n${secret}`), body],
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
      () => api.fingerprint(secret as never),
      () => api.publicKeyOf(secret as never),
      () => importPrivateKey([secret] as never),
      () => importPrivateKey(secret, { minimumBits: secret as never }),
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

  it('with a key, before and after its first use', async () => {
    const privateKey = importPrivateKey(sample.privateKey)
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
  })
})
