import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from '@x/providers'
import { bni } from '@x/providers/bni'
import { bniSnap } from '@x/providers/bni-snap'
import { dana } from '@x/providers/dana'
import { nicepay } from '@x/providers/nicepay'
import { permata } from '@x/providers/permata'
import { createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { type Table, tablesOf } from './tables-of.js'

const docs = join(import.meta.dirname, '../../../docs')
const profiles: readonly Profile[] = [nicepay, bni, bniSnap, dana, permata]

/** The heads by which a reader, and this test, knows a table. */
const english = {
  folder: '',
  environments: ['environment', 'base URL'],
  key: 'RSA key, at least',
  bits: (bits: number) => `${bits} bits`,
  told: 'told at onboarding: give `baseUrl`',
  services: ['service', 'code', 'method and path', 'kind'],
  none: 'none',
  money: ['call', 'when it worked', 'its inquiry'],
  state: 'state',
  evidence: ['source', 'read', 'grade'],
  fidelity: ['provider', 'profile', 'sandbox', 'live'],
  plays: 'plays it',
  playsNot: 'does not play it',
}
const indonesian: typeof english = {
  folder: 'id/',
  environments: ['environment', 'base URL'],
  key: 'kunci RSA, minimal',
  bits: (bits) => `${bits} bit`,
  told: 'diberitahukan saat onboarding: isi `baseUrl`',
  services: ['layanan', 'kode', 'method dan path', 'jenis'],
  none: 'tidak ada',
  money: ['panggilan', 'bila berhasil', 'inquiry-nya'],
  state: 'status',
  evidence: ['sumber', 'dibaca', 'tingkat'],
  fidelity: ['provider', 'profil', 'sandbox', 'live'],
  plays: 'memerankannya',
  playsNot: 'tidak memerankannya',
}

const code = (text: string): string => `\`${text}\``
const named = (cell = ''): string => cell.replaceAll('`', '')

/** An answer with this state, at the top and where a virtual account has it. */
const answerIn = (latestTransactionStatus: string): never =>
  ({ latestTransactionStatus, additionalInfo: { latestTransactionStatus } }) as never

const read = (path: string): readonly Table[] => tablesOf(readFileSync(join(docs, path), 'utf8'))
const one = (tables: readonly Table[], head: readonly string[]): Table => {
  const found = tables.filter((table) => head.every((cell, index) => table.head[index] === cell))
  if (found.length !== 1) throw new Error(`${found.length} tables with the head ${head.join(' | ')}`)
  return found[0] as Table
}

const asksForKey = ({ token, sign }: Profile): boolean =>
  token?.flow === 'SNAP B2B' || sign?.flow === 'SHA256withRSA'

describe.each([english, indonesian])('the pages of the providers in docs/$folder', (words) => {
  const page = ({ id }: Profile): readonly Table[] => read(`${words.folder}providers/${id}.md`)

  describe.each(profiles)('$id', (profile) => {
    const services = Object.entries(profile.services ?? {})

    it('names its environments, their addresses and the smallest key', () => {
      const head = asksForKey(profile) ? [...words.environments, words.key] : words.environments
      const expected = Object.entries(profile.environments).map(([name, { baseUrl, minimumKeyBits }]) => [
        code(name),
        baseUrl === undefined ? words.told : code(baseUrl),
        ...(asksForKey(profile) ? [words.bits(minimumKeyBits ?? 2048)] : []),
      ])
      expect(one(page(profile), head).rows).toEqual(expected)
    })

    it('names its services with code, path and kind', () => {
      const expected = services.map(([name, { code: number, method, path, kind }]) => [
        code(name),
        number ?? words.none,
        code(`${method} ${path}`),
        kind,
      ])
      expect(one(page(profile), words.services).rows).toEqual(expected)
    })

    it('says of each call about money how its state is read, and what asks for it', () => {
      const rows = one(page(profile), words.money).rows
      const expected = services.filter(([, { kind, inquiry }]) => kind === 'money' || inquiry !== undefined)
      expect(rows.map(([name]) => named(name))).toEqual(expected.map(([name]) => name))
      for (const [name, worked, inquiry] of rows) {
        expect(`${name}: ${worked}`).not.toMatch(/: $/)
        // A call with an inquiry names the service that is asked.
        const asks = services.some(([other]) => inquiry?.includes(code(other)))
        expect(`${name} ${asks}`).toBe(`${name} ${profile.services?.[named(name)]?.inquiry !== undefined}`)
      }
    })

    it('says what each state of its status services means', () => {
      const readers = services.filter(([, { kind, transaction }]) => kind === 'read' && transaction)
      const tables = page(profile).filter(({ head }) => head[0] === words.state)
      const isNumbered = readers.some(([, { transaction }]) => transaction?.(answerIn('00')) === 'paid')
      expect(tables).toHaveLength(isNumbered ? 1 : 0)
      if (!isNumbered) return
      const table = tables[0] as Table
      expect(table.head.slice(1).map(named)).toEqual(readers.map(([name]) => name))
      const said = new Map(table.rows.map(([state = '', ...cells]) => [named(state), cells]))
      for (let number = 0; number < 100; number += 1) {
        const state = String(number).padStart(2, '0')
        const meant = readers.map(([, { transaction }]) => transaction?.(answerIn(state)))
        const silent = readers.map(() => 'unknown')
        expect({ state, meant: said.get(state) ?? silent }).toEqual({ state, meant })
      }
    })

    it('names its evidence with date and grade', () => {
      const expected = profile.evidence.map(({ source, checked, grade }) => [source, checked, grade])
      expect(one(page(profile), words.evidence).rows).toEqual(expected)
    })
  })

  it('compatibility: each provider with its evidence, and whether the sandbox plays it', () => {
    const played = createSandbox().providers.map(({ id }) => id)
    const rows = one(read(`${words.folder}compatibility.md`), words.fidelity).rows
    expect(rows.map(([, profile, sandbox]) => [profile, sandbox?.split(/[:;,]/)[0]])).toEqual(
      profiles.map(({ id, evidence }) => [
        [...new Set(evidence.map(({ grade }) => grade))].join(', '),
        played.includes(id) ? words.plays : words.playsNot,
      ]),
    )
    for (const [index, { id }] of profiles.entries()) {
      expect(rows[index]?.[0]).toContain(`(providers/${id}.md)`)
      expect(existsSync(join(docs, `${words.folder}providers/${id}.md`))).toBe(true)
    }
  })
})
