import { createClient } from '@x/providers'
import { describe, expect, it } from 'vitest'
import { bcaClassic } from './bca-classic.js'

// Secret, token, body, paths and time are the examples that BCA prints; both signatures too.
const bank = createClient(bcaClassic, {
  environment: 'sandbox',
  clientId: 'client',
  clientSecret: 'secret',
  apiKey: 'api-key',
  apiSecret: '22a2d25e-765d-41e1-8d29-da68dcb5698b',
  origin: 'bca.example',
  now: () => Date.parse('2016-02-03T10:00:00.000+07:00'),
  fetch: async () =>
    Response.json({
      access_token: 'lIWOt2p29grUo59bedBUrBY3pnzqQX544LzYPohcGHOuwn8AUEdUKS',
      token_type: 'Bearer',
      expires_in: 3600,
    }),
})

describe('BCA’s API before SNAP, written as a profile', () => {
  it('reproduces the published signature of a transfer, hashed without any white space', async () => {
    const body = {
      CorporateID: 'BCAAPI2016',
      SourceAccountNumber: '0201245680',
      TransactionID: '00000001',
      TransactionDate: '2016-01-30',
      ReferenceID: '12345/PO/2016',
      CurrencyCode: 'IDR',
      Amount: '100000.00',
      BeneficiaryAccountNumber: '0201245681',
      Remark1: 'Transfer Test',
      Remark2: 'Online Transfer',
    }
    const request = (await bank.prepare('transfer', { body })).request()
    expect(request.headers).toMatchObject({
      'x-bca-signature': '69ad66589ade078a30922a0848725cf153aecfcca82eba94e3270285b4a9c604',
      'x-bca-timestamp': '2016-02-03T10:00:00.000+07:00',
    })
    expect(request.body).toContain('"Remark1":"Transfer Test"')
  })

  it('reproduces the published signature of a statement, signed with its query sorted', async () => {
    const request = (await bank.prepare('sample-statement', {})).request()
    expect(request.headers['x-bca-signature']).toBe(
      '3ac124303746d222387d4398dddf33201a384aa22137aa08f4d9843c6f467a48',
    )
    expect(request.url).toMatch(/\?StartDate=2016-09-01&EndDate=2016-09-01$/)
  })

  it('sends a service’s own header', async () => {
    const { headers } = (await bank.prepare('domestic-transfer', { body: {} })).request()
    expect(headers['channelid']).toBe('95051')
  })

  it.each([
    [401, '{"ErrorCode":"ESB-14-009"}', 'rejected', true],
    [400, '{"ErrorCode":"ESB-14-001"}', 'rejected', false],
    [504, '{"ErrorCode":"ESB-14-006"}', 'unknown', false],
    [200, '{"Status":"Success"}', 'unknown', false],
  ])('reads a transfer’s %i %s as %s', async (status, body, outcome, tokenRejected) => {
    const { read } = await bank.prepare('transfer', { body: {} })
    expect(read({ status, body })).toMatchObject({ outcome, tokenRejected })
  })
})
