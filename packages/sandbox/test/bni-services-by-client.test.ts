import { assert, describe, expect, it } from 'vitest'
import { inquiryOf, lostAnswers, openBni } from './clients-in-process.js'

const [payer, receiver] = ['115471119', '0115476117']

const payment = (customerReferenceNumber: string) =>
  ({
    customerReferenceNumber,
    paymentMethod: '0',
    debitAccountNo: payer,
    creditAccountNo: receiver,
    valueDate: '20170227000000000',
    valueCurrency: 'IDR',
    valueAmount: '100500',
  }) as const

const atOtherBank = {
  accountNum: payer,
  destinationBankCode: '014',
  destinationAccountNum: '3333333333',
}

const open = () => {
  const { client, provider } = openBni()
  const balanceOf = async (accountNo: string): Promise<number> => {
    const reply = await client.call('getbalance', { body: { accountNo } })
    assert(reply.outcome === 'success', 'the balance is told')
    return Number(reply.body.accountBalance)
  }
  const askInterbank = async (): Promise<string> => {
    const reply = await client.call('getinterbankinquiry', {
      body: { ...atOtherBank, customerReferenceNumber: '1' },
    })
    assert(reply.outcome === 'success', 'the other bank’s account is found')
    return String(reply.body.retrievalReffNum)
  }
  const payInterbank = (retrievalReffNum: string) =>
    client.call('getinterbankpayment', {
      body: {
        ...atOtherBank,
        customerReferenceNumber: '2',
        amount: '10000',
        destinationAccountName: 'BENEFICIARY NAME 1',
        destinationBankName: 'BCA',
        retrievalReffNum,
      },
    })
  return { client, provider, balanceOf, askInterbank, payInterbank }
}

describe('BNI by its client', () => {
  it('names an account before it is paid', async () => {
    const { client } = open()
    const found = await client.call('getinhouseinquiry', { body: { accountNo: receiver } })
    expect(found).toMatchObject({ outcome: 'success', body: { accountNumber: receiver } })
    expect(await client.call('getinhouseinquiry', { body: { accountNo: '1' } })).toMatchObject({
      outcome: 'rejected',
    })
  })

  it('a payment moves the money, and asking tells so', async () => {
    const { client, balanceOf } = open()
    const paid = await client.call('dopayment', { body: payment('1') })
    expect(paid).toMatchObject({ outcome: 'success', transaction: 'paid' })
    expect(await client.inquire(inquiryOf(paid))).toMatchObject({ transaction: 'paid' })
    expect(await balanceOf(payer)).toBe(999_899_500)
    expect(await balanceOf(receiver)).toBe(1_000_100_500)
  })

  it('a payment that failed is told with its code, and nobody takes it for paid', async () => {
    const { client, balanceOf } = open()
    const refused = await client.call('dopayment', {
      body: { ...payment('1'), creditAccountNo: '9000000018' },
    })
    expect(refused).toMatchObject({ outcome: 'unknown', transaction: 'unknown', code: { value: '0000' } })
    expect(await client.inquire(inquiryOf(refused))).toMatchObject({
      outcome: 'success',
      transaction: 'unknown',
      body: { previousResponse: { transactionStatus: 'Y', previousResponseCode: '0000' } },
    })
    expect(await balanceOf(payer)).toBe(1_000_000_000)
  })

  it.each(lostAnswers)(
    'a payment whose answer is lost by %s is unknown, and asking tells paid',
    async (kind) => {
      const { client, provider, balanceOf } = open()
      provider.setFaults([{ kind, path: '/dopayment', after: true, times: 1 }])
      const lost = await client.call('dopayment', { body: payment('1') })
      expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
      expect(await client.inquire(inquiryOf(lost))).toMatchObject({ transaction: 'paid' })
      expect(await balanceOf(payer)).toBe(999_899_500)
    },
  )

  it('a payment that never arrived is not told to be paid', async () => {
    const { client, provider, balanceOf } = open()
    provider.setFaults([{ kind: 'reset', path: '/dopayment', times: 1 }])
    const lost = await client.call('dopayment', { body: payment('1') })
    expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
    expect(await client.inquire(inquiryOf(lost))).toMatchObject({ transaction: 'unknown' })
    expect(await balanceOf(payer)).toBe(1_000_000_000)
  })

  it('a payment to another bank moves the money', async () => {
    const { askInterbank, payInterbank, balanceOf } = open()
    const paid = await payInterbank(await askInterbank())
    expect(paid).toMatchObject({ outcome: 'success', transaction: 'paid' })
    expect(await balanceOf(payer)).toBeLessThan(1_000_000_000)
  })

  it.each(lostAnswers)('one to another bank, lost by %s, stays unknown after asking', async (kind) => {
    const { client, provider, askInterbank, payInterbank } = open()
    const retrievalReffNum = await askInterbank()
    provider.setFaults([{ kind, path: '/getinterbankpayment', after: true, times: 1 }])
    const lost = await payInterbank(retrievalReffNum)
    expect(lost).toMatchObject({ outcome: 'unknown', transaction: 'unknown' })
    // Nobody says that this status service knows such payments.
    expect(await client.inquire(inquiryOf(lost))).toMatchObject({ transaction: 'unknown' })
  })
})
