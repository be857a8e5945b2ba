import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readErrorText } from './error-text.js'

const read = (text: unknown, ...secrets: string[]) => readErrorText({ text, secrets })

describe('readErrorText', () => {
  it('keeps only the characters of RFC 6749 section 5.2', () => {
    expect(read('a"b\\c\n\u001b[31md\u00e9 e!#[]~')).toBe('abc[31md e!#[]~')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const character of read(text)) {
          const code = character.charCodeAt(0)
          expect(code >= 0x20 && code <= 0x7e && code !== 0x22 && code !== 0x5c).toBe(true)
        }
      }),
    )
  })

  it('cuts at 200 characters', () => {
    expect(read('a'.repeat(201))).toBe('a'.repeat(200))
  })

  it('is empty without text', () => {
    for (const text of [undefined, null, 1, {}, [], '', ' ', '"', 'é']) expect(read(text)).toBe('')
  })

  it('drops words that hold a secret, also where the cut or the filter would show a part of it', () => {
    expect(read('no client CANARY here', 'CANARY')).toBe('')
    expect(read(`${'a'.repeat(197)}CANARY`, 'CANARY')).toBe('')
    expect(read('no client CAN"ARY here', 'CAN"ARY')).toBe('')
    expect(read('no client CAN\\"ARY here', 'CAN"ARY')).toBe('')
    expect(read('no client CANARé here', 'CANARé')).toBe('')
    for (const secret of ['CANARY ', ' CANARY', 'CANARY é', 'CANARYé'])
      expect(read(`no client ${secret}`, secret)).toBe('')
    expect(read('fine', '', ' ', 'é', 'CANARY')).toBe('fine')
  })

  it('shows the errors of the RFC whatever the client is called', () => {
    expect(read('invalid_client', 'client')).toBe('invalid_client')
    expect(read('invalid_client_2', 'client')).toBe('')
  })
})
