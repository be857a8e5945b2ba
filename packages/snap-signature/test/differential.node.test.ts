import { execFileSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  asymmetricStringToSign,
  importPrivateKey,
  importPublicKey,
  minifyJson,
  signAsymmetric,
  signSymmetric,
  signTokenRequest,
  symmetricStringToSign,
  tokenStringToSign,
  verifyAsymmetric,
  verifySymmetric,
  verifyTokenRequest,
} from '@x/snap-signature'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findProgram, php } from '../../../scripts/find-program.mjs'
import { createRandom } from '../../../scripts/random.mjs'
import { type RandomRequest, randomRequest } from './differential/random-request.js'
import { sample } from './samples.js'

/** 1 000 requests, or 100 000 under FULL=1; SEED repeats a run. */
const total = process.env['FULL'] === '1' ? 100_000 : 1000
const seed = Number(process.env['SEED'] ?? randomInt(2 ** 32))
const random = createRandom(seed)
const batches = Array.from({ length: Math.ceil(total / 2500) }, (_, index) =>
  Math.min(2500, total - index * 2500),
)

const program = findProgram(php)
const script = fileURLToPath(new URL('differential/php.php', import.meta.url))
const privateKey = importPrivateKey(sample.privateKey)
const publicKey = importPublicKey(sample.publicKey)
const bytesOf = (text: string) => new TextEncoder().encode(text)

function stringToSign(request: RandomRequest): string {
  if (request.kind === 'token') return tokenStringToSign(request)
  return request.kind === 'symmetric' ? symmetricStringToSign(request) : asymmetricStringToSign(request)
}

/** Half of the bodies go in as bytes. */
function sign(request: RandomRequest): Promise<string> | string {
  const body = request.body.length % 2 === 0 ? request.body : bytesOf(request.body)
  if (request.kind === 'token') return signTokenRequest({ ...request, privateKey })
  if (request.kind === 'symmetric') return signSymmetric({ ...request, body })
  return signAsymmetric({ ...request, body, privateKey })
}

function verify(request: RandomRequest, signature: string): Promise<boolean> | boolean {
  const body = request.body.length % 2 === 0 ? bytesOf(request.body) : request.body
  if (request.kind === 'token') return verifyTokenRequest({ ...request, signature, publicKey })
  if (request.kind === 'symmetric') return verifySymmetric({ ...request, body, signature })
  return verifyAsymmetric({ ...request, body, signature, publicKey })
}

interface Answer {
  readonly signature: string
  readonly accepted: boolean
  readonly stringToSign: string
}

function askPhp(requests: readonly (RandomRequest & { signature: string })[]): readonly Answer[] {
  const output = execFileSync(program ?? '', [script, sample.privateKey, sample.publicKey], {
    input: requests.map((request) => `${JSON.stringify(request)}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe(`random requests, SEED=${seed}`, () => {
  // The generator puts whitespace in, so it knows what is left without any minifier.
  it('are minified to what was there before whitespace was put in', () => {
    const own = createRandom(seed)
    for (let count = 0; count < total; count += 1) {
      const { body, compactBody } = randomRequest(own)
      expect(minifyJson(body)).toBe(compactBody)
      expect(Buffer.from(minifyJson(bytesOf(body))).toString()).toBe(compactBody)
    }
  }, 120_000)

  it.skipIf(!program).each(batches)(
    'are signed and verified both ways against PHP: %i',
    async (size) => {
      const requests = Array.from({ length: size }, () => randomRequest(random))
      const signed = await Promise.all(
        requests.map(async (request) => ({ ...request, signature: await sign(request) })),
      )
      const answers = askPhp(signed)
      expect(answers).toHaveLength(size)
      for (const [index, request] of signed.entries()) {
        const answer = answers[index] as Answer
        expect(stringToSign(request)).toBe(answer.stringToSign)
        expect(answer).toEqual({ ...answer, signature: request.signature, accepted: true })
        expect(await verify(request, answer.signature)).toBe(true)
      }
    },
    120_000,
  )
})

describe('a sample of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'snap-differential-'))
  const file = (name: string) => join(folder, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: ['ignore', 'pipe', 'pipe'] })

  beforeAll(() => {
    writeFileSync(file('private.pem'), sample.privateKey)
    writeFileSync(file('public.pem'), sample.publicKey)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is signed and verified both ways against the openssl program', async () => {
    const own = createRandom(seed)
    for (let count = 0; count < 30; count += 1) {
      const request = randomRequest(own)
      writeFileSync(file('text'), stringToSign(request))
      const key = Buffer.from(request.secret).toString('hex')
      const made =
        request.kind === 'symmetric'
          ? openssl('dgst', '-sha512', '-mac', 'HMAC', '-macopt', `hexkey:${key}`, '-binary', file('text'))
          : openssl('dgst', '-sha256', '-sign', file('private.pem'), file('text'))
      const signature = made.toString(request.encoding)
      expect(await sign(request), `SEED=${seed}, request ${count}`).toBe(signature)
      expect(await verify(request, signature), `SEED=${seed}, request ${count}`).toBe(true)
      if (request.kind === 'symmetric') continue
      writeFileSync(file('signature'), Buffer.from(await sign(request), request.encoding))
      const verified = ['-verify', file('public.pem'), '-signature', file('signature'), file('text')]
      expect(openssl('dgst', '-sha256', ...verified).toString()).toBe('Verified OK\n')
    }
  })
})
