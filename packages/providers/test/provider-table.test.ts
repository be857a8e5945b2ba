import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findProfiles, readme, tableOf, withTable } from '../../../scripts/provider-table.mjs'

const load = async (name: string): Promise<object | undefined> => {
  const profile = join(import.meta.dirname, `../src/${name}/profile.ts`)
  return existsSync(profile) ? import(`../src/${name}/index.ts`) : undefined
}

it('the table of providers in the README is what the profiles say: if not, run pnpm providers', async () => {
  const text = readFileSync(readme, 'utf8')
  expect(text).toBe(withTable(text, tableOf(await findProfiles(load))))
})

it('has one line for each profile, and says where an address has to be given', () => {
  const profile = {
    environments: { test: {}, live: { baseUrl: 'https://bank.example' } },
    sign: { flow: 'plain mark' },
    services: { pay: { code: '17' }, status: {} },
    evidence: [
      { grade: 'documentation', checked: '2026-11-21' },
      { grade: 'sdk', checked: '2025-01-01' },
      { grade: 'documentation', checked: '2026-01-02' },
    ],
  }
  expect(tableOf([{ subpath: '@x/providers/made-up', profile }]).split('\n')[2]).toBe(
    '| `@x/providers/made-up` | none | plain mark | `pay` 17, `status` | `test` (give `baseUrl`), `live` | documentation 2026-11-21, sdk 2025-01-01 |',
  )
})

it('refuses a README without its two marks', () => {
  expect(() => withTable('# A page', '')).toThrow('no place for the table')
})
