import { generateKeyPairSync } from 'node:crypto'
import { createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { ask } from './ask.js'
import { bniDoor } from './bni-door.js'
import { checkValues, problemOfError } from './check-values.js'
import { nicepayDoor } from './nicepay-door.js'
import { samplesWith } from './samples.js'

const pair = (type: 'pkcs1' | 'pkcs8', bits = 2048): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type, format: 'pem' },
  })
const { privateKey, publicKey } = pair('pkcs8')
const samples = samplesWith(privateKey)

describe('checkValues', () => {
  it('finds nothing wrong with the samples', () => {
    expect(checkValues(nicepayDoor, samples)).toEqual([])
    expect(checkValues(bniDoor, samples)).toEqual([])
  })

  it.each([
    ['clientId', '', 'empty'],
    ['clientId', '  ', 'empty'],
    ['clientId', 'two words', 'not-header-text'],
    ['clientId', 'Ini😀', 'not-header-text'],
    ['clientId', 'a:b', 'colon'],
    ['clientSecret', 'x'.repeat(1_000_000), 'too-long'],
    ['clientSecret', 'line\nbreak', 'control-character'],
  ] as const)('says of %s %j: %s', (input, value, problem) => {
    expect(checkValues(bniDoor, { ...samples, [input]: value })).toEqual([{ input, problem }])
  })

  it('looks only at what the provider wants', () => {
    expect(checkValues(bniDoor, { ...samples, privateKey: '' })).toEqual([])
  })
})

describe('problemOfError', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' } as const
  it.each([
    ['key-is-public', publicKey],
    ['key-truncated', privateKey.slice(0, 500)],
    ['key-not-rsa', String(ec.export({ type: 'pkcs8', format: 'pem' }))],
    ['key-encrypted', String(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(locked))],
    ['key-unreadable', 'not a key, only words'],
  ] as const)('puts %s beside the key', async (problem, text) => {
    const [turn] = nicepayDoor.turns
    if (turn === undefined) throw new Error('no turn')
    const values = { ...samples, privateKey: text }
    const asking = ask({
      door: nicepayDoor,
      turn,
      values,
      otherKey: privateKey,
      sandbox: createSandbox(),
      now: Date.now,
    })
    const error = await asking.catch((caught: unknown) => caught)
    expect(problemOfError(error, nicepayDoor)).toEqual({ input: 'privateKey', problem })
  })

  it('leaves an error of no field alone', () => {
    expect(problemOfError(new Error('Something else'), nicepayDoor)).toBeUndefined()
  })
})
