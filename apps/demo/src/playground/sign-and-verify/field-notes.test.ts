import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldNotes } from './field-notes.js'
import { sampleOf } from './samples.js'
import type { FieldName, Kind, SignInputs } from './sign-inputs.js'

const shared = { timestamp: '2020-12-17T10:55:00+07:00', privateKey: '' }
const notesOf = (kind: Kind, changed: Partial<SignInputs>) =>
  fieldNotes({ ...sampleOf(kind, shared), ...changed })

describe('fieldNotes', () => {
  it.each(['symmetric', 'asymmetric', 'token-request'] as const)('has none for the sample: %s', (kind) => {
    expect(notesOf(kind, {})).toEqual({})
  })

  it.each<[FieldName, Partial<SignInputs>, 'error' | 'warning', RegExp, RegExp]>([
    ['path', { path: '' }, 'error', /missing/, /kosong/],
    ['path', { path: 'https://api.bank.example/v1.0/x' }, 'error', /full URL/, /URL lengkap/],
    ['path', { path: 'v1.0/x' }, 'error', /begins with "\/"/, /diawali/],
    ['path', { path: '/a#b' }, 'error', /never sent/, /tidak pernah dikirim/],
    ['path', { path: '/a b' }, 'error', /%20/, /%20/],
    ['path', { path: '/é' }, 'error', /%C3%A9/, /%C3%A9/],
    ['path', { path: '/a%zz', pathForm: 'sorted-query' }, 'error', /%25/, /%25/],
    ['path', { path: '/a?x&&y', pathForm: 'sorted-query' }, 'error', /without a name/, /tanpa nama/],
    ['path', { path: '/a/../b' }, 'warning', /send \/b/, /mengirim \/b/],
    ['path', { path: '/a?q="x"' }, 'warning', /send \/a\?q=%22x%22/, /%22x%22/],
    ['accessToken', { accessToken: '' }, 'error', /missing/, /kosong/],
    ['accessToken', { accessToken: 'Bearer abc' }, 'error', /"Bearer" out/, /"Bearer"/],
    ['accessToken', { accessToken: 'a b' }, 'error', /visible ASCII/, /ASCII yang terlihat/],
    ['accessToken', { accessToken: 'a:b' }, 'error', /no colon/, /titik dua/],
    ['body', { body: '{"a":"b}' }, 'error', /does not end/, /tidak ditutup/],
    ['body', { body: '"\ud83d"' }, 'error', /surrogate/, /surrogate/],
    ['body', { body: '\ufeff{}' }, 'error', /byte order mark/, /byte order mark/],
    ['body', { method: 'GET', body: '{}' }, 'warning', /GET request has no body/, /tidak punya body/],
    ['timestamp', { timestamp: '' }, 'error', /missing/, /kosong/],
    ['timestamp', { timestamp: 'a|b' }, 'error', /header/, /Header/],
    ['timestamp', { timestamp: '1'.repeat(41) }, 'error', /40/, /40/],
    [
      'timestamp',
      { timestamp: '2020-12-17T10:55:00+0700' },
      'warning',
      /colon: \+07:00/,
      /titik dua: \+07:00/,
    ],
    ['timestamp', { timestamp: '2020-02-30T10:55:00Z' }, 'warning', /does not exist/, /tidak ada/],
  ])('%s %j: %s', (field, changed, kind, en, id) => {
    const notes = notesOf('symmetric', changed)
    expect(Object.keys(notes)).toEqual([field])
    expect(notes[field]).toEqual({
      kind,
      english: expect.stringMatching(en),
      indonesian: expect.stringMatching(id),
    })
  })

  it.each([
    ['', /missing/],
    ['a|b', /separates/],
    ['a\n', /line break/],
    ['é', /ASCII/],
  ])('clientId %j', (clientId, en) => {
    expect(notesOf('token-request', { clientId }).clientId?.english).toMatch(en)
  })

  it('never throws, whatever is typed', () => {
    const text = fc.string({ unit: fc.constantFrom(...'/%?&=#"\\ {}|:é\u0000\n', '\ud800') })
    const form = fc.constantFrom('as-sent', 'without-query', 'sorted-query')
    fc.assert(
      fc.property(fc.constantFrom('symmetric', 'token-request'), text, form, (kind, typed, pathForm) => {
        const typing = { path: typed, accessToken: typed, body: typed, timestamp: typed, clientId: typed }
        notesOf(kind as Kind, { ...typing, pathForm: pathForm as SignInputs['pathForm'] })
      }),
    )
  })
})
