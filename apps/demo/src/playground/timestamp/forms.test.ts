import type { SignScheme, TokenScheme } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { dana } from '@x/providers/dana'
import { nicepay } from '@x/providers/nicepay'
import { permata } from '@x/providers/permata'
import { snapStandard } from '@x/providers/snap-standard'
import { parseTimestamp } from '@x/snap-signature'
import { describe, expect, it } from 'vitest'
import { demoPrivateKey } from '../parts/demo-keys.js'
import { forms, hasForm, type TimestampForm } from './forms.js'

const epochMs = 1_608_177_300_000
const credentials = {
  clientId: 'demo',
  clientSecret: 'demo-secret',
  privateKey: demoPrivateKey,
  apiKey: 'demo-key',
  apiSecret: 'demo-hmac',
  staticKey: 'demo-static',
  organizationName: 'Demo',
  appName: 'Demo',
  channelId: '95221',
}
const environment = { baseUrl: 'https://bank.example' }

/** The headers of a token request and of a call, as the schemes of a profile make them. */
const headersOf = async (profile: {
  readonly token?: TokenScheme<never> | undefined
  readonly sign?: SignScheme<never>
}): Promise<Record<'token' | 'call', Readonly<Record<string, string>>>> => {
  // A profile keeps the type of its credentials to itself.
  const known = credentials as never
  const request = await profile.token?.prepare(known, environment).buildRequest(epochMs)
  const call = await profile.sign?.prepare(known, environment).sign({
    method: 'POST',
    // Of BNI's services, these are signed in a header.
    path: '/rdn/v2.1/account/balance',
    body: '{"request":{}}',
    accessToken: 'token',
    externalId: '1',
    epochMs,
  })
  return { token: request?.headers ?? {}, call: call?.headers ?? {} }
}

const profiles = [nicepay, bniSnap, dana, permata, bni, snapStandard] as const
const parts: Readonly<Record<TimestampForm['used'], readonly ('token' | 'call')[]>> = {
  everywhere: ['token', 'call'],
  token: ['token'],
  calls: ['call'],
  'some-calls': ['call'],
}

describe('forms', () => {
  it('are those in which the profiles write the time', async () => {
    const sent = new Map<string, Awaited<ReturnType<typeof headersOf>>>()
    for (const profile of profiles) sent.set(profile.name, await headersOf(profile))
    for (const form of forms)
      for (const part of parts[form.used]) {
        const text = sent.get(form.provider)?.[part][form.header.toLowerCase()] ?? ''
        expect([form.provider, form.header, part, parseTimestamp(text)]).toContain(epochMs)
        expect([form.provider, form.header, part, hasForm(text, form)]).toContain(true)
      }
  })

  it('leave out no header that holds the time', async () => {
    for (const profile of profiles) {
      const { token, call } = await headersOf(profile)
      const timed = Object.entries({ ...token, ...call })
        .filter(([, value]) => /^\d{4}-\d{2}-\d{2}T/.test(value))
        .map(([name]) => name)
      const listed = forms
        .filter(({ provider }) => provider === profile.name)
        .map(({ header }) => header.toLowerCase())
      expect(listed.sort(), profile.name).toEqual(timed.sort())
    }
  })

  it('name a source that the profile has, and the day', () => {
    for (const { provider, source, checked } of forms) {
      const evidence = profiles.find(({ name }) => name === provider)?.evidence ?? []
      expect(evidence.map((one) => `${one.source.split(/[ ,]/)[0]} ${one.checked}`)).toContain(
        `${source} ${checked}`,
      )
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
