import { createClient } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { dana } from '@x/providers/dana'
import { nicepay } from '@x/providers/nicepay'
import { permata } from '@x/providers/permata'
import { snapStandard } from '@x/providers/snap-standard'
import { parseTimestamp } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { demoPrivateKey } from '../shared/demo-keys.js'
import { forms, hasForm } from './forms.js'

const now = () => 1_608_177_300_000
const asked: Record<string, string>[] = []
/** Records the headers of a token request, and grants nothing. */
const fetch = (_url: string, { headers }: { readonly headers?: unknown }) => {
  asked.push(Object.fromEntries(new Headers(headers as Record<string, string>)))
  return Promise.resolve(new Response('{}', { status: 401 }))
}
const shared = { now, fetch, clientId: 'demo', clientSecret: 'demo-secret', privateKey: demoPrivateKey }
const keys = { apiKey: 'demo-key', apiSecret: 'demo-hmac', staticKey: 'demo-static' }

const tokenHeaders = async (client: { readonly accessToken: () => Promise<unknown> }) => {
  asked.length = 0
  await client.accessToken().catch(() => undefined)
  return asked[0] ?? {}
}

describe('forms', () => {
  it('are those of the token requests that the profiles make', async () => {
    const sent = {
      NICEPAY: await tokenHeaders(createClient(nicepay, { ...shared, environment: 'development' } as never)),
      'BNI SNAP': await tokenHeaders(
        createClient(bniSnap, { ...shared, ...keys, channelId: '95221', environment: 'sandbox' } as never),
      ),
      Permata: await tokenHeaders(
        createClient(permata, { ...shared, ...keys, organizationName: 'Demo', environment: 'test' } as never),
      ),
    }
    for (const [provider, headers] of Object.entries(sent)) {
      const form = forms.find((one) => one.provider === provider && /everywhere|token/.test(one.used))
      const text = headers[form?.header.toLowerCase() ?? ''] ?? ''
      expect(parseTimestamp(text)).toBe(now())
      expect(form && hasForm(text, form)).toBe(true)
    }
  })

  it('name a provider and a source that its profile has', () => {
    const profiles = [nicepay, bniSnap, bni, dana, permata, snapStandard]
    for (const { provider, source, checked } of forms) {
      const { evidence = [] } = profiles.find(({ name }) => name === provider) ?? {}
      expect(
        evidence.map((one) => [one.source.split(/[ ,]/)[0], one.checked]),
        provider,
      ).toContainEqual([source, checked])
    }
  })
})

it.each([
  ['2020-12-17T10:55:00+07:00', false, '+07:00', true],
  ['2020-12-17T10:55:00.000+07:00', false, '+07:00', false],
  ['2020-12-17T10:55:00+07:00', true, '+07:00', false],
  ['2020-12-17T03:55:00.000Z', true, 'Z', true],
  ['2020-12-17T03:55:00Z', false, '+07:00', false],
] as const)('%s, milliseconds %s, zone %s: %s', (text, milliseconds, zone, has) => {
  expect(hasForm(text, { milliseconds, zone })).toBe(has)
})
