import { idr } from '@x/providers'
import { assert, describe, expect, it } from 'vitest'
import { inquiryOf, lostAnswers, openBniSnap } from './clients-in-process.js'

const [payer, receiver] = ['0115476117', '0115476151']

const within = {
  additionalInfo: { deviceId: '', channel: '' },
  partnerReferenceNo: '1',
  amount: idr(55_000),
  beneficiaryAccountNo: receiver,
  sourceAccountNo: payer,
  transactionDate: '2022-04-26T17:07:36+07:00',
}
const toOtherBank = {
  ...within,
  beneficiaryAccountNo: '3333333333',
  beneficiaryAccountName: 'SAN',
  beneficiaryBankCode: 'CENAIDJA',
}
const cleared = {
  ...toOtherBank,
  beneficiaryCustomerResidence: '1',
  beneficiaryCustomerType: '2',
  customerReference: '1',
} as const

const open = () => {
  const { client, provider } = openBniSnap()
  const balanceOf = async (accountNo: string): Promise<number> => {
    const reply = await client.call('balance-inquiry', { body: { accountNo } })
    assert(reply.outcome === 'success', 'the balance is told')
    return Number(reply.body.additionalInfo?.accountBalance)
  }
  const transfers = {
    'transfer-intrabank': () => client.call('transfer-intrabank', { body: within }),
    'transfer-interbank': () => client.call('transfer-interbank', { body: toOtherBank }),
    'transfer-rtgs': () => client.call('transfer-rtgs', { body: cleared }),
    'transfer-skn': () => client.call('transfer-skn', { body: cleared }),
  }
  return { client, provider, balanceOf, transfers }
}

const names = ['transfer-intrabank', 'transfer-interbank', 'transfer-rtgs', 'transfer-skn'] as const

describe('BNI SNAP by its client', () => {
  it('names accounts before they are paid', async () => {
    const { client } = open()
    expect(
      await client.call('account-inquiry-internal', { body: { beneficiaryAccountNo: receiver } }),
    ).toMatchObject({
      outcome: 'success',
      body: { beneficiaryAccountNo: receiver, referenceNo: expect.stringMatching(/^\d{16}$/) },
    })
    expect(
      await client.call('account-inquiry-external', {
        body: {
          beneficiaryAccountNo: '3333333333',
          beneficiaryBankCode: '002',
          additionalInfo: {},
        },
      }),
    ).toMatchObject({ outcome: 'success', body: { beneficiaryAccountNo: '3333333333' } })
    expect(
      await client.call('account-inquiry-internal', { body: { beneficiaryAccountNo: '1' } }),
    ).toMatchObject({ outcome: 'rejected', code: { value: '4041511' } })
  })

  it.each(names)('%s moves the money as the reply says, and asking tells the same', async (name) => {
    const { client, balanceOf, transfers } = open()
    const sent = await transfers[name]()
    expect(sent).toMatchObject({ outcome: 'success', transaction: 'paid' })
    expect(await balanceOf(payer)).toBe(999_945_000)
    expect(await client.inquire(inquiryOf(sent))).toMatchObject({ outcome: 'success', transaction: 'paid' })
  })

  it('what goes to an account of the bank arrives', async () => {
    const { balanceOf, transfers } = open()
    expect(await transfers['transfer-intrabank']()).toMatchObject({ transaction: 'paid' })
    expect(await balanceOf(receiver)).toBe(1_000_055_000)
  })

  it.each(names.flatMap((name) => lostAnswers.map((kind) => [name, kind] as const)))(
    '%s whose answer is lost by %s is unknown, and asking tells paid',
    async (name, kind) => {
      const { client, provider, balanceOf, transfers } = open()
      provider.setFaults([{ kind, path: `/${name}`, after: true, times: 1 }])
      const lost = await transfers[name]()
      expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
      expect(await client.inquire(inquiryOf(lost))).toMatchObject({ outcome: 'success', transaction: 'paid' })
      expect(await balanceOf(payer)).toBe(999_945_000)
    },
  )

  it('a transfer that never arrived is not told to be paid', async () => {
    const { client, provider, balanceOf, transfers } = open()
    provider.setFaults([{ kind: 'reset', path: '/transfer-intrabank', times: 1 }])
    const lost = await transfers['transfer-intrabank']()
    expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
    expect(await client.inquire(inquiryOf(lost))).toMatchObject({ transaction: 'not-found' })
    expect(await balanceOf(payer)).toBe(1_000_000_000)
  })
})
