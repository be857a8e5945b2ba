import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { demoPrivateKey } from '../parts/demo-keys.js'
import { curlOf } from './curl-of.js'
import { demoEnvironmentOf } from './demo-environment.js'
import { diagnose } from './diagnose.js'
import { fieldNotes } from './field-notes.js'
import { sampleOf } from './samples.js'
import { readPrivateKey, secretNote } from './sign.js'
import { slotsOf } from './slots.js'
import { typescriptOf } from './typescript-of.js'

const shared = { timestamp: '2020-12-17T10:55:00+07:00', privateKey: demoPrivateKey }
const canary = 'canary5f0e'
const baseUrl = 'https://api.bank.example'

describe('nothing repeats what was typed as secret', () => {
  it.each([
    canary,
    ` ${canary}`,
    `"${canary}"`,
    `${canary}\n`,
    `${canary}\u200b`,
    `-----BEGIN ${canary}-----`,
  ])('client secret %j', async (secret) => {
    const inputs = { ...sampleOf('symmetric', shared), secret }
    const texts = [
      secretNote(secret),
      fieldNotes(inputs),
      slotsOf(inputs),
      typescriptOf({ inputs, baseUrl }),
      curlOf({ inputs, baseUrl }),
    ]
    if (secretNote(secret) === undefined) {
      const received = { inputs, signature: 'x', encoding: 'base64', publicKey: undefined } as const
      texts.push(JSON.stringify(await diagnose(received, { byteLength: 64, signature: undefined })))
    }
    expect(JSON.stringify(texts)).not.toContain(canary)
  })

  it.each([canary, `Bearer ${canary}`, `${canary}:x`, ` ${canary} `])('access token %j', (accessToken) => {
    const inputs = { ...sampleOf('symmetric', shared), accessToken }
    const texts = [fieldNotes(inputs), typescriptOf({ inputs, baseUrl }), curlOf({ inputs, baseUrl })]
    expect(demoEnvironmentOf(inputs)).toBeUndefined()
    expect(JSON.stringify(texts)).not.toContain(canary)
  })

  it('a private key, whole or broken', () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const pem = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const piece = pem.split('\n')[3] ?? ''
    expect(piece).toHaveLength(64)
    for (const privateKey of [
      pem,
      pem.slice(0, 500),
      pem.replace('PRIVATE', 'PUBLIC'),
      `x${piece}`,
      `${pem}${pem}`,
    ]) {
      const inputs = { ...sampleOf('asymmetric', shared), privateKey }
      expect(demoEnvironmentOf(inputs)).toBeUndefined()
      const texts = [
        readPrivateKey(privateKey),
        fieldNotes(inputs),
        slotsOf(inputs),
        typescriptOf({ inputs, baseUrl }),
        curlOf({ inputs, baseUrl }),
      ]
      expect(JSON.stringify(texts)).not.toContain(piece)
    }
  })
})
