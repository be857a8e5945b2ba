import type { KeyReading } from './read-key-text.js'

/** What may be told of a key to somebody who helps: facts by name, no part of what was pasted. */
export const keyReport = (reading: KeyReading): string => {
  switch (reading.found) {
    case 'nothing':
      return 'key: none'
    case 'locked':
      return 'key: private, encrypted'
    case 'refused':
      return `key: refused\ncode: ${reading.code}`
    default:
      return [
        `key: ${reading.found}, RSA ${reading.bits} bits`,
        `fingerprint: ${reading.fingerprint}`,
        `repaired: ${reading.repairs.join(', ') || 'nothing'}`,
      ].join('\n')
  }
}
