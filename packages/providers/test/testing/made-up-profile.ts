import type { JsonObject, Profile, ReplyScheme, Service, SignScheme, TokenScheme } from '../../src/index.js'
import type { ProfileFixtures } from '../../src/testing/index.js'

const plainToken: TokenScheme<{ readonly key: string }> = {
  flow: 'plain key',
  lifetimeSeconds: 60,
  prepare: ({ key }, { baseUrl }) => ({
    url: `${baseUrl}/token`,
    clientId: 'shop',
    credentialId: async () => 'the one key',
    buildRequest: (epochMs) => ({
      url: `${baseUrl}/token`,
      method: 'POST',
      headers: { 'x-key': key, 'x-time': String(epochMs) },
      body: 'please',
    }),
    readResponse: ({ status, body }) => {
      if (status !== 200) return { kind: 'refused' }
      const [accessToken = '', seconds] = body.split(' ')
      if (accessToken === '') return { kind: 'unreadable', reason: 'it is empty' }
      return { kind: 'token', accessToken, expiresIn: seconds === undefined ? undefined : Number(seconds) }
    },
    onRefusal: 'Check the key.',
  }),
}

const plainSign: SignScheme<{ readonly key: string }> = {
  flow: 'plain mark',
  prepare: ({ key }) => ({
    externalId: { alphabet: 'digits', length: 20, maximum: 24 },
    sign: ({ accessToken, externalId, epochMs, path }) => ({
      headers: {
        authorization: `Bearer ${accessToken}`,
        'x-external-id': externalId,
        'x-mark': `${key}|${epochMs}|${path}`,
      },
      secrets: [accessToken, key],
    }),
  }),
}

const outcomes = { ok: 'success', wait: 'pending', no: 'rejected', 'bad token': 'rejected' } as const

const plainReply: ReplyScheme = {
  read: ({ body }) => {
    const said = body?.['said']
    const known = Object.entries(outcomes).find(([word]) => word === said)
    return {
      outcome: known?.[1] ?? 'unknown',
      tokenRejected: said === 'bad token',
      code:
        typeof said === 'string'
          ? { value: said, status: undefined, service: undefined, case: undefined }
          : undefined,
      meaning: known && { english: `It said ${known[0]}.`, indonesian: `Katanya ${known[0]}.` },
      ...(body?.['inner'] !== undefined && { body: body['inner'] as JsonObject }),
    }
  },
}

const pay: Service = {
  code: '17',
  method: 'POST',
  path: '/pay',
  kind: 'money',
  whenRejected: 'failed',
  headers: { 'x-only-here': 'yes' },
  transaction: (answer: JsonObject) => (answer['state'] === 'done' ? 'paid' : 'pending'),
  inquiry: ({ body, answer }: { body: JsonObject; answer: Partial<JsonObject> | undefined }) => ({
    service: 'status',
    body: { reference: body['reference'], seen: answer === undefined ? 'no' : 'yes' },
    undecided: ['refunded'],
  }),
}

const status: Service = { method: 'POST', path: '/status', kind: 'read' }

/** A bank that does not exist. */
export const madeUp: Profile = {
  id: 'made-up',
  name: 'Made Up',
  environments: { test: { baseUrl: 'https://bank.example', minimumKeyBits: 1024 }, live: {} },
  token: plainToken,
  sign: plainSign,
  reply: plainReply,
  services: { pay, status },
  evidence: [{ source: 'https://bank.example/docs', checked: '2026-11-21', grade: 'documentation' }],
}

// 2026-11-21T10:00:00+07:00 is 1795230000 seconds after 1970: `date -d 2026-11-21T10:00:00+07:00 +%s`.
const at = '2026-11-21T10:00:00+07:00'
const paid = {
  service: 'status',
  body: { reference: 'R1', seen: 'yes' },
  undecided: ['refunded'],
} as const

export const madeUpFixtures: ProfileFixtures = {
  identity: {
    id: 'made-up',
    name: 'Made Up',
    environments: { test: { baseUrl: 'https://bank.example', minimumKeyBits: 1024 }, live: {} },
    flows: { token: 'plain key', sign: 'plain mark' },
    evidence: [{ source: 'https://bank.example/docs', checked: '2026-11-21', grade: 'documentation' }],
  },
  credentials: { key: 'K' },
  environment: 'test',
  externalIds: { alphabet: 'digits', length: 20, maximum: 24 },
  token: {
    at,
    request: {
      method: 'POST',
      url: 'https://bank.example/token',
      headers: { 'x-key': 'K', 'x-time': '1795230000000' },
      body: 'please',
    },
    answers: [
      { status: 200, body: 'abc 30', expect: { accessToken: 'abc', expiresIn: 30 } },
      { status: 200, body: 'abc', expect: { accessToken: 'abc', expiresIn: 60 } },
      { status: 200, body: '', expect: 'unreadable' },
      { status: 401, body: '', expect: 'refused' },
    ],
  },
  services: {
    pay: {
      source: 'https://bank.example/docs/pay (2026-11-21)',
      code: '17',
      kind: 'money',
      at,
      accessToken: 'T',
      externalId: '123',
      call: { body: { reference: 'R1' }, headers: { 'X-Device': 'till 1' } },
      request: {
        method: 'POST',
        url: 'https://bank.example/pay',
        headers: {
          'content-type': 'application/json',
          'x-only-here': 'yes',
          'x-device': 'till 1',
          authorization: 'Bearer T',
          'x-external-id': '123',
          'x-mark': 'K|1795230000000|/pay',
        },
        body: '{"reference":"R1"}',
      },
      answers: [
        {
          status: 200,
          body: '{"said":"ok","inner":{"state":"done"}}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: 'ok',
            english: 'It said ok.',
            indonesian: 'Katanya ok.',
            body: { state: 'done' },
            inquiry: paid,
          },
        },
        {
          status: 200,
          body: '{"said":"wait"}',
          expect: { outcome: 'pending', transaction: 'pending', code: 'wait', inquiry: paid },
        },
        {
          status: 200,
          body: '{"said":"ok","state":"open"}',
          expect: { outcome: 'success', transaction: 'pending', code: 'ok', inquiry: paid },
        },
        {
          status: 401,
          body: '{"said":"bad token"}',
          expect: { outcome: 'rejected', transaction: 'failed', code: 'bad token', tokenRejected: true },
        },
        {
          status: 500,
          body: '<html>',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: { ...paid, body: { reference: 'R1', seen: 'no' } },
          },
        },
      ],
      withoutAnswer: { ...paid, body: { reference: 'R1', seen: 'no' } },
    },
    status: {
      source: 'https://bank.example/docs/status (2026-11-21)',
      kind: 'read',
      at,
      accessToken: 'T',
      externalId: '124',
      call: { body: '{ "reference": "R1" }' },
      request: {
        method: 'POST',
        url: 'https://bank.example/status',
        headers: {
          'content-type': 'application/json',
          authorization: 'Bearer T',
          'x-external-id': '124',
          'x-mark': 'K|1795230000000|/status',
        },
        body: '{ "reference": "R1" }',
      },
      answers: [
        { status: 200, body: '{"said":"ok"}', expect: { outcome: 'success', code: 'ok', inquiry: null } },
        { status: 404, body: '{"said":"no"}', expect: { outcome: 'rejected', code: 'no' } },
      ],
    },
  },
}
