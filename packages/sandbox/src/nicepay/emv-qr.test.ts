import { expect, it } from 'vitest'
import { crc16, emvQr } from './emv-qr.js'

it.each([
  // The check value that catalogues of checksums print for CRC-16/CCITT-FALSE.
  ['123456789', '29B1'],
  ['', 'FFFF'],
])('the checksum of %j is %s', (text, checksum) => {
  expect(crc16(text)).toBe(checksum)
})

it('is made of tags, lengths and values, and a checksum over all before it', () => {
  const parts = [
    ...['000201', '010212', '2648', '0010ID.SANDBOX', '0130IONPAYTEST08202611201030450001'],
    ...['52045999', '5303360', '540815000.00', '5802ID', '5907SANDBOX', '6007JAKARTA', '6304'],
  ]
  const text = emvQr({ value: '15000.00', reference: 'IONPAYTEST08202611201030450001' })
  expect(text.slice(0, -4)).toBe(parts.join(''))
  // By Python's binascii.crc_hqx.
  expect(text.slice(-4)).toBe('9927')
})
