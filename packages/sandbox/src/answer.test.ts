import { describe, expect, it } from 'vitest'
import { toResponse } from './answer.js'

describe('toResponse', () => {
  it('never lets a reason become a second header, nor grow without end', () => {
    const { headers } = toResponse({
      status: 400,
      body: {},
      source: 'test',
      reason: `a\r\nset-cookie: é${'x'.repeat(1_000)}`,
    })
    expect(headers.get('set-cookie')).toBeNull()
    expect(headers.get('x-sandbox-reason')).toMatch(/^a\?set-cookie: \?x+$/)
    expect(headers.get('x-sandbox-reason')).toHaveLength(400)
  })
})
