import { createHash, createHmac } from 'node:crypto'
import { createSandbox, type Sandbox, type SandboxProvider } from '@x/sandbox'
import { clientSecret, publicKey, rsa } from './clients.js'

/** 2026-11-20T10:30:45 in Jakarta. */
export const start = Date.UTC(2026, 10, 20, 3, 30, 45)

/** Jakarta time, by arithmetic of our own. */
export const jakarta = (epochMs: number): string =>
  `${new Date(epochMs + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`

export type Json = { readonly [name: string]: Json | string | undefined }

export interface Answered {
  readonly status: number
  readonly code: string
  readonly body: Record<string, unknown>
  /** A member of the body; dots lead into objects. */
  readonly at: (path: string) => unknown
  readonly reason: string | null
  readonly source: string | null
}

export interface Sent {
  readonly method?: string
  readonly text?: string
  readonly token?: string
  readonly externalId?: string
  /** Replaces headers after signing; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly sentAt?: number
  /** Replaces the body after signing. */
  readonly tampered?: string
  readonly tamperedPath?: string
  readonly secret?: string
}

/** HMAC-SHA512 by node:crypto, not by the package under test. */
export const hmac = (text: string, secret: string = clientSecret): string =>
  createHmac('sha512', secret).update(text).digest('base64')

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A merchant at a sandbox whose clock stands still, and the calls it makes. */
export const openMerchant = async (
  clientId = 'IONPAYTEST',
  sandbox: Sandbox = createSandbox({ now: () => start }),
): Promise<Merchant> => {
  const provider = sandbox.provider('nicepay')
  provider.registerClient({ clientId, clientSecret, publicKey })
  let count = 0
  const newToken = async (): Promise<string> => {
    const timestamp = jakarta(sandbox.now())
    const response = await provider.fetch(
      new Request('http://127.0.0.1/nicepay/v1.0/access-token/b2b', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-timestamp': timestamp,
          'x-client-key': clientId,
          'x-signature': rsa(`${clientId}|${timestamp}`),
        },
        body: '{"grantType":"client_credentials"}',
      }),
    )
    return ((await response.json()) as { accessToken: string }).accessToken
  }
  const token = await newToken()
  const call = async (path: string, body: unknown, sent: Sent = {}): Promise<Answered> => {
    count += 1
    const method = sent.method ?? (path.endsWith('delete-va') ? 'DELETE' : 'POST')
    const text = sent.text ?? JSON.stringify(body)
    const accessToken = sent.token ?? token
    const timestamp = jakarta(sent.sentAt ?? sandbox.now())
    const signed = `${method}:${path}:${accessToken}:${sha256(text)}:${timestamp}`
    const headers = new Headers()
    const all = {
      'content-type': 'application/json',
      authorization: `Bearer ${accessToken}`,
      'x-timestamp': timestamp,
      'x-signature': hmac(signed, sent.secret),
      'x-partner-id': clientId,
      'x-external-id': sent.externalId ?? `${clientId}-${count}`,
      'channel-id': `${clientId}01`,
      ...sent.headers,
    }
    for (const [name, value] of Object.entries(all)) if (value !== undefined) headers.set(name, value)
    const response = await provider.fetch(
      new Request(`http://127.0.0.1/nicepay${sent.tamperedPath ?? path}`, {
        method,
        headers,
        ...(method === 'GET' ? {} : { body: sent.tampered ?? text }),
      }),
    )
    const answered = (await response.json()) as Record<string, unknown>
    return {
      status: response.status,
      code: String(answered['responseCode']),
      body: answered,
      at: (wanted) =>
        wanted
          .split('.')
          .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], answered),
      reason: response.headers.get('x-sandbox-reason'),
      source: response.headers.get('x-sandbox-source'),
    }
  }
  return { sandbox, provider, clientId, token, newToken, call }
}

export interface Merchant {
  readonly sandbox: Sandbox
  readonly provider: SandboxProvider
  readonly clientId: string
  readonly token: string
  readonly newToken: () => Promise<string>
  readonly call: (path: string, body: unknown, sent?: Sent) => Promise<Answered>
}

const idr = (value: string) => ({ value, currency: 'IDR' as const })

export const vaCreate = (trxId: string, value = '25000.00') => ({
  partnerServiceId: '',
  customerNo: '',
  virtualAccountNo: '',
  virtualAccountName: 'Sari Dewi',
  trxId,
  totalAmount: idr(value),
  additionalInfo: {
    bankCd: 'BRIN',
    goodsNm: 'Coffee beans',
    dbProcessUrl: 'https://shop.example/notify/va',
    vacctValidDt: '',
    vacctValidTm: '',
  },
})

export const vaStatus = (trxId: string, tXidVA: string, value = '25000.00') => ({
  partnerServiceId: '',
  customerNo: '',
  virtualAccountNo: '',
  inquiryRequestId: '10000000000000000021',
  additionalInfo: { totalAmount: idr(value), trxId, tXidVA },
})

export const vaDelete = (trxId: string, tXidVA: string, virtualAccountNo: string, value = '25000.00') => ({
  partnerServiceId: '',
  customerNo: '',
  virtualAccountNo,
  trxId,
  additionalInfo: { totalAmount: idr(value), tXidVA, cancelMessage: 'Order withdrawn' },
})

export const qrGenerate = (partnerReferenceNo: string, value = '15000.00') => ({
  partnerReferenceNo,
  amount: idr(value),
  merchantId: 'IONPAYTEST',
  storeId: 'NICEPAY',
  additionalInfo: {
    goodsNm: 'Noodles',
    billingNm: 'Budi',
    billingPhone: '0812000111',
    billingEmail: 'budi@shop.example',
    billingCity: 'Jakarta',
    billingState: 'DKI Jakarta',
    billingPostCd: '10110',
    billingCountry: 'Indonesia',
    callBackUrl: 'https://shop.example/done',
    dbProcessUrl: 'https://shop.example/notify/qris',
    userIP: '192.0.2.10',
    cartData: '{}',
    mitraCd: 'QSHP',
  },
})

export const qrQuery = (originalPartnerReferenceNo: string, originalReferenceNo: string) => ({
  originalReferenceNo,
  originalPartnerReferenceNo,
  merchantId: 'IONPAYTEST',
  externalStoreId: 'NICEPAY',
  serviceCode: '47',
})

export const qrRefund = (
  originalPartnerReferenceNo: string,
  originalReferenceNo: string,
  partnerRefundNo: string,
  value = '15000.00',
  cancelType: '1' | '2' = '1',
) => ({
  originalReferenceNo,
  originalPartnerReferenceNo,
  partnerRefundNo,
  merchantId: 'IONPAYTEST',
  externalStoreId: 'NICEPAY',
  refundAmount: idr(value),
  reason: 'Out of stock',
  additionalInfo: { cancelType },
})

export const walletPay = (partnerReferenceNo: string, mitraCd = 'DANA', value = '12000.00') => ({
  partnerReferenceNo,
  merchantId: 'IONPAYTEST',
  amount: idr(value),
  additionalInfo: {
    mitraCd,
    goodsNm: 'Tea',
    billingNm: 'Ayu',
    billingPhone: '081200022233',
    callBackUrl: 'https://shop.example/done',
    dbProcessUrl: 'https://shop.example/notify/wallet',
    cartData: JSON.stringify({
      count: '1',
      item: [{ goods_name: 'Tea', goods_amt: value, goods_quantity: '1' }],
    }),
  },
})

export const walletStatus = (originalPartnerReferenceNo: string, originalReferenceNo: string) => ({
  merchantId: 'IONPAYTEST',
  originalReferenceNo,
  originalPartnerReferenceNo,
  serviceCode: '54',
})

export const walletRefund = (
  originalPartnerReferenceNo: string,
  originalReferenceNo: string,
  partnerRefundNo: string,
  value = '12000.00',
  refundType: '1' | '2' = '1',
) => ({
  merchantId: 'IONPAYTEST',
  originalReferenceNo,
  originalPartnerReferenceNo,
  partnerRefundNo,
  refundAmount: idr(value),
  additionalInfo: { refundType },
})

export const payoutRegister = (partnerReferenceNo: string, value = '100000.00') => ({
  partnerReferenceNo,
  merchantId: 'IONPAYTEST',
  beneficiaryAccountNo: '1234500001',
  beneficiaryName: 'Rina',
  beneficiaryPhone: '081200033344',
  beneficiaryCustomerResidence: '1' as const,
  beneficiaryCustomerType: '1' as const,
  payoutMethod: '1' as const,
  beneficiaryBankCode: 'BDIN',
  amount: idr(value),
})

/** Of approve, reject and cancel. */
export const payoutMove = (originalPartnerReferenceNo: string, originalReferenceNo: string) => ({
  originalReferenceNo,
  originalPartnerReferenceNo,
  merchantId: 'IONPAYTEST',
})

export const payoutInquiry = (originalPartnerReferenceNo: string, originalReferenceNo: string) => ({
  ...payoutMove(originalPartnerReferenceNo, originalReferenceNo),
  beneficiaryAccountNo: '1234500001',
})

export const paths = {
  vaCreate: '/api/v1.0/transfer-va/create-va',
  vaStatus: '/api/v1.0/transfer-va/status',
  vaDelete: '/api/v1.0/transfer-va/delete-va',
  qrGenerate: '/api/v1.0/qr/qr-mpm-generate',
  qrQuery: '/api/v1.0/qr/qr-mpm-query',
  qrRefund: '/api/v1.0/qr/qr-mpm-refund',
  walletPay: '/api/v1.0/debit/payment-host-to-host',
  walletStatus: '/api/v1.0/debit/status',
  walletRefund: '/api/v1.0/debit/refund',
  register: '/api/v1.0/transfer/registration',
  approve: '/api/v1.0/transfer/approve',
  reject: '/api/v1.0/transfer/reject',
  cancel: '/api/v1.0/transfer/cancel',
  inquiry: '/api/v1.0/transfer/inquiry',
  balance: '/api/v1.0/balance-inquiry',
}
