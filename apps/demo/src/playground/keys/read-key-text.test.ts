import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { readKeyText } from './read-key-text.js'
import { type SampleName, samplePassphrase, samples } from './samples.js'

// openssl pkey -in demo.pem -pubout -outform der | openssl dgst -sha256 -binary | base64
const demoFingerprint = 'SHA256:TSfJIiST6QbR1YTkRw+prtWPTEt60T3dkByVjfYv7d4'

const openssl = (args: readonly string[], input: string): string =>
  execFileSync('openssl', args, { input, encoding: 'utf8' })

describe('readKeyText', () => {
  it.each<[SampleName, readonly string[]]>([
    ['pem', []],
    ['escaped', ['escaped']],
    ['one-line', ['one-line']],
    ['quoted', ['quotes', 'escaped-twice']],
    ['pkcs1', ['pkcs1']],
    ['bare', ['bare-base64']],
  ])('%s is the same private key', async (name, repairs) => {
    const reading = await readKeyText(samples[name], '')
    expect(reading).toMatchObject({ found: 'private', bits: 2048, fingerprint: demoFingerprint, repairs })
    if (reading.found !== 'private') return
    // What openssl writes of the same key, whatever it was read from.
    expect(reading.privatePem).toBe(openssl(['pkey'], samples.pem))
    expect(reading.publicPem).toBe(openssl(['pkey', '-pubout'], samples.pem))
  })

  it('asks for the passphrase of an encrypted one, says so when it is wrong, and opens it', async () => {
    expect(await readKeyText(samples.encrypted, '')).toEqual({ found: 'locked', said: undefined })
    expect(await readKeyText(samples.encrypted, 'another')).toMatchObject({
      found: 'locked',
      said: { english: expect.stringContaining('passphrase') },
    })
    expect(await readKeyText(samples.encrypted, samplePassphrase)).toMatchObject({
      found: 'private',
      fingerprint: demoFingerprint,
      repairs: ['encrypted'],
    })
  })

  it('knows a public key for what it is, and has no private half to show', async () => {
    expect(await readKeyText(samples.public, '')).toMatchObject({
      found: 'public',
      bits: 2048,
      fingerprint: demoFingerprint,
      privatePem: undefined,
    })
  })

  it.each<[SampleName, string]>([
    ['cut', 'ERR_SNAP_KEY_TRUNCATED'],
    ['path', 'ERR_SNAP_KEY_UNREADABLE'],
    ['short', 'ERR_SNAP_KEY_UNREADABLE'],
  ])('%s is refused with the code of the package, in both languages', async (name, code) => {
    const reading = await readKeyText(samples[name], '')
    expect(reading).toMatchObject({ found: 'refused', code })
    if (reading.found !== 'refused') return
    expect(reading.said.indonesian).toMatch(/\w{4}/)
    expect(reading.said.indonesian).not.toBe(reading.said.english)
  })

  it.each(['', '  \n'])('says nothing of nothing', async (text) => {
    expect(await readKeyText(text, '')).toEqual({ found: 'nothing' })
  })

  it('sees the other shapes that it reads past', async () => {
    const { pem } = samples
    const shapes: readonly (readonly [text: string, repairs: readonly string[]])[] = [
      [pem.replaceAll('\n', '\r\n'), ['carriage-returns']],
      [pem.replaceAll('\n', '\n    '), ['indented']],
      [Buffer.from(pem).toString('base64'), ['base64-of-pem']],
      [`Bag Attributes\n${pem}`, ['text-around']],
      [samples.pkcs1.replaceAll('RSA PRIVATE', 'PRIVATE'), ['wrong-label']],
      [pem.replaceAll('PRIVATE KEY', 'PUBLIC KEY'), ['wrong-label']],
    ]
    for (const [text, repairs] of shapes)
      expect(await readKeyText(text, '')).toMatchObject({ fingerprint: demoFingerprint, repairs })
  })
})
