import { describe, expect, it } from 'vitest'
import { defineProfile } from './define-profile.js'

const evidence = [{ source: 'a page', checked: '2026-11-21', grade: 'documentation' }] as const

describe('defineProfile', () => {
  it('freezes all of it', () => {
    const profile = defineProfile({
      id: 'a',
      name: 'A',
      environments: { test: { baseUrl: 'https://a.example' } },
      evidence,
    })
    expect(Object.isFrozen(profile)).toBe(true)
    expect(Object.isFrozen(profile.environments.test)).toBe(true)
    expect(Object.isFrozen(profile.evidence[0])).toBe(true)
  })

  it('refuses a base URL that ends in a slash, and a date that is none', () => {
    const environments = { test: { baseUrl: 'https://a.example/' } }
    expect(() => defineProfile({ id: 'a', name: 'A', environments, evidence })).toThrow(
      'plain form, https://a.example',
    )
    const undated = [{ source: 'a page', checked: '2026-02-30', grade: 'sdk' }] as const
    expect(() => defineProfile({ id: 'a', name: 'A', environments: {}, evidence: undated })).toThrow(
      /yyyy-mm-dd/,
    )
  })
})
