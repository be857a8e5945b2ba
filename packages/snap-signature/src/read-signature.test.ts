import { describe, expect, it } from 'vitest'
import { readSignature } from './read-signature.js'

describe('readSignature', () => {
  it('reads the longest signature that a key can make, in hex', () => {
    const bytes = readSignature('0a'.repeat(2048), 'hex', 2048)
    expect([...bytes]).toEqual(Array(2048).fill(10))
  })

  it('looks no further than that', () => {
    // No canonical text either: whoever decoded it would say so.
    expect(readSignature(`${'0a'.repeat(2048)}!`, 'hex', 2048)).toBe('wrong-length')
  })
})
