import { describe, expect, it } from 'vitest'
import { askTransferStatus } from './transfer-status.js'

// The members and their order are those of BNI's samples (github.com/bni-api, read 2026-11-21).
describe('how to ask about a transfer', () => {
  const body = { partnerReferenceNo: '17', amount: { value: '1.00', currency: 'IDR' as const } }

  it('has every member of the samples, empty where there is nothing to say', () => {
    const plan = askTransferStatus('17')({ body, answer: undefined, externalId: '99' })
    expect(JSON.stringify(plan?.body)).toBe(
      '{"originalPartnerReferenceNo":"17","originalReferenceNo":"","originalExternalId":"99","serviceCode":"17","transactionDate":"","amount":{"value":"1.00","currency":"IDR"},"additionalInfo":{"deviceId":"","channel":""}}',
    )
  })

  it('takes BNI’s reference where there is one', () => {
    const ask = (referenceNo: unknown) =>
      askTransferStatus('23')({ body, answer: { referenceNo } as never, externalId: '99' })?.body
    expect(ask('R1')).toMatchObject({ originalReferenceNo: 'R1', serviceCode: '23' })
    for (const odd of [5, null, {}, undefined]) expect(ask(odd)).toMatchObject({ originalReferenceNo: '' })
  })

  it('is none without your reference', () => {
    for (const partnerReferenceNo of ['', undefined, 17])
      expect(
        askTransferStatus('17')({
          body: { ...body, partnerReferenceNo } as never,
          answer: undefined,
          externalId: '9',
        }),
      ).toBeUndefined()
  })
})
