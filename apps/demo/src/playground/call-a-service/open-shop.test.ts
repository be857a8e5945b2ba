import { generateKeyPairSync } from 'node:crypto'
import { createSandbox } from '@x/sandbox'
import { describe, expect, it } from 'vitest'
import { openShop, type Shop } from './open-shop.js'
import type { ActionId, Cut } from './step.js'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

const open = (cut: Cut, sandbox = createSandbox()): Shop =>
  openShop({ sandbox, ...keys, cut, now: sandbox.now })

/** What a careful program does, to its end. */
const playThrough = async (shop: Shop): Promise<string[]> => {
  // No story has more than eight steps; one that goes in circles shows here.
  while (shop.steps().length < 8) {
    const [action] = shop.next()
    if (action === undefined) break
    await shop.act(action)
  }
  return shop
    .steps()
    .map(
      ({ action, facts, book }) =>
        `${action}: ${facts ? `${facts.outcome} ${facts.transaction}` : '–'}, in the book ${book}`,
    )
}

describe('one QRIS', () => {
  it('is made, paid, inquired, refunded, inquired again', async () => {
    expect(await playThrough(open('never'))).toEqual([
      'make: success pending, in the book pending',
      'pay: –, in the book paid',
      'inquire: success paid, in the book paid',
      'refund: success refunded, in the book refunded',
      'inquire: success refunded, in the book refunded',
    ])
  })

  it('whose refund has lost its answer is settled by the payment, not by the refund', async () => {
    expect(await playThrough(open('refund'))).toEqual([
      'make: success pending, in the book pending',
      'pay: –, in the book paid',
      'inquire: success paid, in the book paid',
      'refund: unknown unknown, in the book refunded',
      'ask-refund: success unknown, in the book refunded',
      'inquire: success refunded, in the book refunded',
    ])
  })

  it('whose making has lost its answer is there without a QR, and a new one is made', async () => {
    const shop = open('make')
    await shop.act('make')
    expect(shop.qrContent()).toBeUndefined()
    expect(shop.next()).toEqual(['repeat'])
    const steps = await playThrough(shop)
    expect(steps.slice(0, 3)).toEqual([
      'make: unknown unknown, in the book pending',
      'repeat: unknown unknown, in the book pending',
      'make: success pending, in the book pending',
    ])
    expect(steps.at(-1)).toBe('inquire: success refunded, in the book refunded')
    expect(shop.steps()[1]?.facts?.code).toBe('4094701')
  })

  it('is sent once, whatever breaks', async () => {
    const sandbox = createSandbox()
    await playThrough(open('refund', sandbox))
    const refunds = sandbox
      .provider('nicepay')
      .calls()
      .filter(({ path }) => path.endsWith('/qr-mpm-refund'))
    expect(refunds).toHaveLength(1)
  })

  it('shows each request with its answer, or none where the connection broke', async () => {
    const shop = open('refund')
    await playThrough(shop)
    const [made, paid, , refunded] = shop.steps()
    expect(made?.service).toBe('qr-mpm-generate')
    expect(JSON.parse(made?.exchange?.response.body ?? '')).toMatchObject({ responseCode: '2004700' })
    expect(paid?.exchange).toBeUndefined()
    expect(refunded).toMatchObject({ service: 'qr-mpm-refund', wasCut: true })
    expect(refunded?.exchange?.response.body).toBeUndefined()
    expect(refunded?.facts?.problem).toBe('transport')
    // EMV QR: payload format indicator first, checksum last.
    expect(shop.qrContent()).toMatch(/^000201.*6304[0-9A-F]{4}$/)
  })

  it('takes no step out of its turn', async () => {
    const shop = open('never')
    await expect(shop.act('refund')).rejects.toThrow(TypeError)
    await shop.act('make')
    await shop.act('inquire')
    expect(shop.next()).toEqual<readonly ActionId[]>(['pay', 'inquire'])
  })
})
