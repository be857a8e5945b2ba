/** How a header of a provider writes time. */
export interface TimestampForm {
  readonly provider: string
  readonly header: string
  /** Where it is sent. */
  readonly used: 'everywhere' | 'token' | 'calls' | 'some-calls'
  readonly milliseconds: boolean
  readonly zone: '+07:00' | 'Z'
  readonly source: string
  /** When the source was read. */
  readonly checked: string
}

/** What the profiles of this repository send; a test compares each line with its profile. */
export const forms: readonly TimestampForm[] = [
  {
    provider: 'NICEPAY',
    header: 'X-TIMESTAMP',
    used: 'everywhere',
    milliseconds: false,
    zone: '+07:00',
    source: 'https://docs.nicepay.co.id/nicepay-api-snap-request-access-token',
    checked: '2026-11-21',
  },
  {
    provider: 'BNI SNAP',
    header: 'X-TIMESTAMP',
    used: 'everywhere',
    milliseconds: false,
    zone: '+07:00',
    source: 'https://github.com/bni-api',
    checked: '2026-11-21',
  },
  {
    provider: 'DANA',
    header: 'X-TIMESTAMP',
    used: 'calls',
    milliseconds: false,
    zone: '+07:00',
    source: 'https://dashboard.dana.id/api-docs-v2',
    checked: '2026-11-22',
  },
  {
    provider: 'Permata',
    header: 'OAUTH-Timestamp',
    used: 'token',
    milliseconds: true,
    zone: '+07:00',
    source: 'https://api.permatabank.com',
    checked: '2026-11-21',
  },
  {
    provider: 'Permata',
    header: 'permata-timestamp',
    used: 'calls',
    milliseconds: true,
    zone: '+07:00',
    source: 'https://api.permatabank.com',
    checked: '2026-11-21',
  },
  {
    provider: 'BNI',
    header: 'x-timestamp',
    used: 'some-calls',
    milliseconds: true,
    zone: 'Z',
    source: 'https://github.com/bni-api',
    checked: '2026-11-21',
  },
  {
    provider: 'SNAP BI',
    header: 'X-TIMESTAMP',
    used: 'everywhere',
    milliseconds: false,
    zone: '+07:00',
    source: 'https://apidevportal.aspi-indonesia.or.id',
    checked: '2026-11-21',
  },
]

/** Whether a text has a form, whatever its moment. */
export const hasForm = (
  text: string,
  { milliseconds, zone }: Pick<TimestampForm, 'milliseconds' | 'zone'>,
): boolean => {
  const fraction = milliseconds ? /^.{19}\.\d{3}/ : /^.{19}(?!\.)/
  return fraction.test(text) && text.endsWith(zone)
}
