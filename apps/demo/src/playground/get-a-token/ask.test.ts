import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  verify,
} from 'node:crypto'
import { createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { ask } from './ask.js'
import type { DoorId, TurnId } from './door.js'
import { doors } from './doors.js'
import { explainRefusal } from './explain-refusal.js'
import { samplesWith } from './samples.js'

const now = Date.UTC(2026, 10, 22, 3, 4, 5)
const pair = (): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const [{ publicKey, privateKey }, { privateKey: otherKey }] = [pair(), pair()]
const samples = samplesWith(privateKey)

const doorOf = (id: DoorId) => {
  const door = doors.find((candidate) => candidate.id === id)
  if (door === undefined) throw new Error(id)
  return door
}

const take = (id: DoorId, turnId: TurnId = 'none', values = samples) => {
  const door = doorOf(id)
  const turn = door.turns.find((candidate) => candidate.id === turnId)
  if (turn === undefined) throw new Error(turnId)
  return ask({ door, turn, values, otherKey, sandbox: createSandbox({ now: () => now }), now: () => now })
}

const textOf = (id: DoorId, asked: Awaited<ReturnType<typeof take>>): string => {
  const door = doorOf(id)
  return door
    .slots(asked.made, asked.values)
    .map(({ text }) => text)
    .join(door.separator)
}

describe('the way without a wrong turn', () => {
  it('gets a token of NICEPAY, whose signature is over the text that is shown', async () => {
    const asked = await take('nicepay')
    expect(asked.ending).toEqual({ kind: 'token', length: 48, receivedAt: now, expiresAt: now + 900_000 })
    expect(asked.request.url).toBe('https://dev.nicepay.co.id/nicepay/v1.0/access-token/b2b')
    const text = textOf('nicepay', asked)
    expect(text).toBe('DEMO-SHOP|2026-11-22T10:04:05+07:00')
    const signature = Buffer.from(asked.request.headers['x-signature'] ?? '', 'base64')
    expect(verify('sha256', Buffer.from(text), publicKey, signature)).toBe(true)
  })

  it.each([
    ['PKCS#1', (pem: string) => String(createPrivateKey(pem).export({ type: 'pkcs1', format: 'pem' }))],
    ['one line, its line breaks escaped', (pem: string) => pem.replaceAll('\n', '\\n')],
    ['text around it', (pem: string) => `DEMO KEY: a note\n${pem}`],
  ])('lets in whoever pastes a key as %s', async (_, write) => {
    const asked = await take('nicepay', 'none', samplesWith(write(privateKey)))
    expect(asked.ending.kind).toBe('token')
    const spki = createPublicKey(publicKey).export({ type: 'spki', format: 'der' })
    const hash = createHash('sha256').update(spki).digest('base64').replace('=', '')
    expect(asked.registeredKey).toBe(`SHA256:${hash}`)
  })

  it('gets a token of BNI, whose Basic value is the text that is shown', async () => {
    const asked = await take('bni')
    expect(asked.ending).toEqual({ kind: 'token', length: 48, receivedAt: now, expiresAt: now + 3_599_000 })
    const text = textOf('bni', asked)
    expect(text).toBe('DEMO-SHOP:DEMO/secret+with=signs')
    expect(asked.request.headers['authorization']).toBe(`Basic ${Buffer.from(text).toString('base64')}`)
    expect(asked.request.body).toBe('grant_type=client_credentials')
  })

  it('gets a token of Permata, whose HMAC is over the text that is shown', async () => {
    const asked = await take('permata')
    expect(asked.ending).toMatchObject({ kind: 'token', receivedAt: now })
    const text = textOf('permata', asked)
    expect(text).toBe('DEMO-key-8d2f6b10:2026-11-22T10:04:05.000+07:00:grant_type=client_credentials')
    const hmac = createHmac('sha256', 'DEMO-static-key-5b1e77').update(text).digest('base64')
    expect(asked.request.headers['oauth-signature']).toBe(hmac)
  })

  it('makes a signed call to DANA, which gives no token', async () => {
    const asked = await take('dana')
    expect(asked.ending).toMatchObject({ kind: 'reply', outcome: 'success', transaction: 'pending' })
    const text = textOf('dana', asked)
    const hash = createHash('sha256').update(asked.request.body).digest('hex')
    const path = '/payment-gateway/v1.0/debit/payment-host-to-host.htm'
    expect(text).toBe(`POST:${path}:${hash}:2026-11-22T10:04:05+07:00`)
    const signature = Buffer.from(asked.request.headers['x-signature'] ?? '', 'base64')
    expect(verify('sha256', Buffer.from(text), publicKey, signature)).toBe(true)
    expect(asked.request.headers['authorization']).toBeUndefined()
  })
})

interface Row {
  readonly turn: TurnId
  readonly status: number
  readonly code: string
  readonly reason: RegExp
  readonly first: string
}

const nicepayRows: readonly Row[] = [
  { turn: 'other-key', status: 401, code: '4017300', reason: /does not verify/, first: 'key-pair' },
  { turn: 'stale-clock', status: 401, code: '4017300', reason: /600 s behind/, first: 'clock' },
  { turn: 'no-header', status: 400, code: '4007302', reason: /X-SIGNATURE is missing/, first: 'header-sent' },
  { turn: 'hex', status: 401, code: '4017300', reason: /does not verify/, first: 'key-pair' },
  {
    turn: 'no-grant-type',
    status: 400,
    code: '4007302',
    reason: /grantType is missing/,
    first: 'header-sent',
  },
  { turn: 'unknown-client', status: 401, code: '4017300', reason: /No client/, first: 'client-id' },
]
const bniRows: readonly Row[] = [
  {
    turn: 'wrong-secret',
    status: 401,
    code: 'invalid_client',
    reason: /client_secret/,
    first: 'authorization-sent',
  },
  {
    turn: 'form-encoded',
    status: 401,
    code: 'invalid_client',
    reason: /client_secret/,
    first: 'authorization-sent',
  },
  { turn: 'no-header', status: 401, code: 'invalid_client', reason: /missing/, first: 'authorization-sent' },
  { turn: 'no-grant-type', status: 400, code: 'invalid_request', reason: /grant_type/, first: 'grant-type' },
  { turn: 'json-body', status: 400, code: 'invalid_request', reason: /Content-Type/, first: 'grant-type' },
  {
    turn: 'unknown-client',
    status: 401,
    code: 'invalid_client',
    reason: /No client/,
    first: 'authorization-sent',
  },
]
const danaRows: readonly Row[] = [
  { turn: 'other-key', status: 401, code: '4015400', reason: /does not verify/, first: 'key-pair' },
  { turn: 'stale-clock', status: 401, code: '4015400', reason: /600 s behind/, first: 'clock' },
  { turn: 'no-header', status: 400, code: '4005402', reason: /X-SIGNATURE is missing/, first: 'header-sent' },
  { turn: 'body-changed', status: 401, code: '4015400', reason: /does not verify/, first: 'key-pair' },
  { turn: 'unknown-client', status: 401, code: '4015400', reason: /No client/, first: 'client-id' },
]
const permataRows: readonly Row[] = [
  { turn: 'wrong-secret', status: 401, code: '401', reason: /client secret/, first: 'authorization-sent' },
  { turn: 'wrong-static-key', status: 403, code: '403', reason: /does not verify/, first: 'header-sent' },
  { turn: 'stale-clock', status: 403, code: '403', reason: /600 s behind/, first: 'header-sent' },
  { turn: 'no-header', status: 403, code: '403', reason: /OAUTH-Signature is missing/, first: 'header-sent' },
  { turn: 'no-grant-type', status: 400, code: '400', reason: /grant_type/, first: 'grant-type' },
  { turn: 'unknown-client', status: 401, code: '401', reason: /No client/, first: 'authorization-sent' },
]

for (const [id, rows] of [
  ['nicepay', nicepayRows],
  ['bni', bniRows],
  ['dana', danaRows],
  ['permata', permataRows],
] as const)
  describe(`each wrong turn at ${id}`, () => {
    it('is in the table', () => {
      expect(rows.map(({ turn }) => turn)).toEqual(
        doorOf(id)
          .turns.map(({ id: turn }) => turn)
          .filter((turn) => turn !== 'none'),
      )
    })

    for (const { turn, status, code, reason, first } of rows)
      it(`${turn} is refused`, async () => {
        const asked = await take(id, turn)
        expect(asked.response.status).toBe(status)
        expect(asked.response.reason).toMatch(reason)
        const explained = explainRefusal(doorOf(id), asked.ending)
        expect(explained.code).toBe(code)
        expect(explained.checks[0]).toBe(first)
      })
  })
