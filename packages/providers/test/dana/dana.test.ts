import { createPublicKey, verify } from 'node:crypto'
import { createClient, idr } from '@x/providers'
import { dana } from '@x/providers/dana'
import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures.js'

const { origin: _, ...credentials } = fixtures.credentials as Record<
  'clientId' | 'channelId' | 'privateKey' | 'origin',
  string
>
const order = { originalPartnerReferenceNo: 'order-1', serviceCode: '54', merchantId: '1' }

describe('DANA', () => {
  it('asks for no token, and says so', async () => {
    const pay = createClient(dana, {
      ...credentials,
      environment: 'sandbox',
      fetch: async () => Response.error(),
    })
    await expect(pay.accessToken()).rejects.toThrow(
      'DANA gives no access token: its calls carry only a signature',
    )
  })

  it('sends one request a call, signed over a path that ends in .htm', async () => {
    const sent: Request[] = []
    const pay = createClient(dana, {
      ...credentials,
      environment: 'production',
      now: () => Date.parse('2026-11-22T03:00:00Z'),
      fetch: async (url, init) => {
        sent.push(new Request(url, init))
        return new Response('{"responseCode":"4015501","responseMessage":"Invalid Token (B2B)"}', {
          status: 401,
        })
      },
    })
    const reply = await pay.call('debit-status', { body: { ...order, amount: idr(10_000) } })
    // A refusal about a token that there is not: nothing can be sent again with another.
    expect(reply).toMatchObject({ outcome: 'rejected', transaction: 'unknown', code: { value: '4015501' } })
    expect(sent).toHaveLength(1)
    const [request] = sent
    const body = await request?.text()
    expect(request?.headers.get('authorization')).toBeNull()
    expect(request?.headers.get('origin')).toBeNull()
    expect(request?.headers.get('x-external-id')).toMatch(/^[0-9A-Za-z]{32}$/)
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body)))
    const toSign = `POST:/payment-gateway/v1.0/debit/status.htm:${Buffer.from(hash).toString('hex')}:2026-11-22T10:00:00+07:00`
    const signature = Buffer.from(request?.headers.get('x-signature') ?? '', 'base64')
    expect(verify('sha256', Buffer.from(toSign), createPublicKey(credentials.privateKey), signature)).toBe(
      true,
    )
  })

  it('asks by the order’s own reference, and never for a payment that names none', async () => {
    const pay = createClient(dana, {
      ...credentials,
      environment: 'sandbox',
      fetch: async () => Response.error(),
    })
    const { read } = await pay.prepare('debit-payment', { body: '{"merchantId":"1"}' })
    expect(read({ status: 504, body: '' }).inquiry).toBeUndefined()
  })

  it('takes a part refund for nothing: a paid order says no more than before', async () => {
    const answers = [
      '',
      '{"responseCode":"2005500","responseMessage":"Successful","serviceCode":"54","latestTransactionStatus":"00"}',
    ]
    const pay = createClient(dana, {
      ...credentials,
      environment: 'sandbox',
      fetch: async () => new Response(answers.shift()),
    })
    const refund = await pay.call('debit-refund', {
      body: {
        originalPartnerReferenceNo: 'order-1',
        partnerRefundNo: 'refund-1',
        merchantId: '1',
        refundAmount: idr(1_000),
      },
    })
    expect(refund).toMatchObject({ outcome: 'unknown', transaction: 'unknown', problem: 'not-json' })
    if (refund.inquiry === undefined) throw new Error('no inquiry')
    expect(await pay.inquire(refund.inquiry)).toMatchObject({ outcome: 'success', transaction: 'unknown' })
  })

  it.each([
    [{ channelId: '' }, '"channelId" must be a non-empty string'],
    [{ clientId: 7 }, '"partnerId" must be a non-empty string'],
    [{ origin: '' }, '"origin" must be a non-empty string'],
  ])('refuses %o at construction', (wrong, message) => {
    const make = () => createClient(dana, { ...credentials, ...wrong, environment: 'sandbox' } as never)
    expect(make).toThrow(TypeError)
    expect(make).toThrow(message)
  })
})
