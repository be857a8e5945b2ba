import { describe, expect, it } from 'vitest'
import { table } from './table.js'

describe('table', () => {
  it('aligns columns by their widest cell', () => {
    const rows = [
      ['NICEPAY', '12'],
      ['BNI', '3'],
    ]
    expect(table(['provider', 'ms'], rows)).toBe(
      ['provider  ms', '────────  ──', 'NICEPAY   12', 'BNI       3'].join('\n'),
    )
  })
})
