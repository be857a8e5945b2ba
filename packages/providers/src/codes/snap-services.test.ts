import { describe, expect, it } from 'vitest'
import { snapInquiries } from './snap-inquiries.js'
import { snapServices } from './snap-services.js'

describe('snapServices', () => {
  it('has the 81 services of the standard', () => {
    const expected = Array.from({ length: 81 }, (_, index) => String(index + 1).padStart(2, '0'))
    expect(Object.keys(snapServices).sort()).toEqual(expected)
  })

  it.each([
    ['31', 'DELETE', '/transfer-va/delete-va', 'partner'],
    ['28', 'PUT', '/transfer-va/update-va', 'partner'],
    ['10', 'GET', '/get-auth-code', 'partner'],
    ['73', 'POST', '/access-token/b2b', 'either'],
    ['24', 'POST', '/transfer-va/inquiry', 'either'],
    ['52', 'POST', '/qr/qr-mpm-notify', 'provider'],
    ['47', 'POST', '/qr/qr-mpm-generate', 'partner'],
  ])('%s is %s %s, called by %s', (code, method, path, caller) => {
    expect(snapServices[code]).toMatchObject({ method, path, caller })
  })

  it('has one path a service, and notifications come from the provider', () => {
    const services = Object.values(snapServices)
    expect(new Set(services.map(({ path }) => path)).size).toBe(81)
    for (const { path, caller } of services) expect(path.includes('notify')).toBe(caller === 'provider')
  })

  it('says which table and sample differ', () => {
    const differing = Object.keys(snapServices).filter((code) => snapServices[code]?.sampleMethod)
    expect(differing.sort()).toEqual(['35', '63', '64', '65', '66', '67', '68', '69'])
  })
})

describe('snapInquiries', () => {
  it('lead to services that ask', () => {
    for (const [code, inquiries] of Object.entries(snapInquiries)) {
      expect(snapServices[code]).toBeDefined()
      for (const inquiry of inquiries) expect(snapServices[inquiry]?.name).toMatch(/Status|Query/)
    }
    expect(snapInquiries['54']).toEqual(['55'])
  })
})
