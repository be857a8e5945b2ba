import type { ExpectedInquiry, ServiceFixture } from '../../src/testing/profile-fixtures.js'
import { accessToken, at, refusals, refusalsOfRead, signed } from './wire.js'

const again: ExpectedInquiry = {
  service: 'debit-payment',
  how: 'repeat',
  body: {
    partnerReferenceNo: 'EW-3002',
    merchantId: 'IONPAYTEST',
    subMerchantId: '',
    externalStoreId: '',
    validUpTo: '2026-11-20T12:32:20+07:00',
    pointOfInitiation: 'Mobile App',
    amount: { value: '12000.00', currency: 'IDR' },
    urlParam: [
      { url: 'https://shop.example/notify/wallet', type: 'PAY_NOTIFY', isDeeplink: 'N' },
      { url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'Y' },
    ],
    additionalInfo: {
      mitraCd: 'DANA',
      goodsNm: 'Tea',
      billingNm: 'Ayu',
      billingPhone: '081200022233',
      callBackUrl: 'https://shop.example/done',
      dbProcessUrl: 'https://shop.example/notify/wallet',
      cartData:
        '{"count":"1","item":[{"img_url":"https://shop.example/t.png","goods_name":"Tea","goods_detail":"Tin","goods_amt":"12000.00","goods_quantity":"1"}]}',
    },
  },
}

const original = {
  merchantId: 'IONPAYTEST',
  subMerchantId: '',
  originalReferenceNo: 'IONPAYTEST05202611201032200003',
  originalPartnerReferenceNo: 'EW-3002',
  serviceCode: '54',
  externalStoreId: '',
}
const ask: ExpectedInquiry = {
  service: 'debit-status',
  body: { ...original, amount: { value: '12000.00', currency: 'IDR' } },
}
/** The state may still be what it was, or be that of an earlier part refund. */
const askAboutRefund: ExpectedInquiry = {
  service: 'debit-status',
  body: original,
  undecided: ['paid', 'refunded'],
}

export const eWalletFixtures: Readonly<Record<string, ServiceFixture>> = {
  'debit-payment': {
    source:
      'https://docs.nicepay.co.id/nicepay-api-snap-registration-e-wallet-direct-debit (read 2026-11-21)',
    code: '54',
    kind: 'money',
    at,
    accessToken,
    externalId: '10000000000000000000000000000007',
    call: {
      body: {
        partnerReferenceNo: 'EW-3002',
        merchantId: 'IONPAYTEST',
        subMerchantId: '',
        externalStoreId: '',
        validUpTo: '2026-11-20T12:32:20+07:00',
        pointOfInitiation: 'Mobile App',
        amount: { value: '12000.00', currency: 'IDR' },
        urlParam: [
          { url: 'https://shop.example/notify/wallet', type: 'PAY_NOTIFY', isDeeplink: 'N' },
          { url: 'https://shop.example/done', type: 'PAY_RETURN', isDeeplink: 'Y' },
        ],
        additionalInfo: {
          mitraCd: 'DANA',
          goodsNm: 'Tea',
          billingNm: 'Ayu',
          billingPhone: '081200022233',
          callBackUrl: 'https://shop.example/done',
          dbProcessUrl: 'https://shop.example/notify/wallet',
          cartData:
            '{"count":"1","item":[{"img_url":"https://shop.example/t.png","goods_name":"Tea","goods_detail":"Tin","goods_amt":"12000.00","goods_quantity":"1"}]}',
        },
      },
    },
    request: signed('POST', '/api/v1.0/debit/payment-host-to-host', {
      body: '{"partnerReferenceNo":"EW-3002","merchantId":"IONPAYTEST","subMerchantId":"","externalStoreId":"","validUpTo":"2026-11-20T12:32:20+07:00","pointOfInitiation":"Mobile App","amount":{"value":"12000.00","currency":"IDR"},"urlParam":[{"url":"https://shop.example/notify/wallet","type":"PAY_NOTIFY","isDeeplink":"N"},{"url":"https://shop.example/done","type":"PAY_RETURN","isDeeplink":"Y"}],"additionalInfo":{"mitraCd":"DANA","goodsNm":"Tea","billingNm":"Ayu","billingPhone":"081200022233","callBackUrl":"https://shop.example/done","dbProcessUrl":"https://shop.example/notify/wallet","cartData":"{\\"count\\":\\"1\\",\\"item\\":[{\\"img_url\\":\\"https://shop.example/t.png\\",\\"goods_name\\":\\"Tea\\",\\"goods_detail\\":\\"Tin\\",\\"goods_amt\\":\\"12000.00\\",\\"goods_quantity\\":\\"1\\"}]}"}}',
      externalId: '10000000000000000000000000000007',
      signature: 'T0nxUWfFBU1J0STBaSJfoHdftIfF5BkxCb1nrBXay39/aJtH8SHYmEQQofLc5Cs5F+JGVEfphrRroIfSHKGE5Q==',
    }),
    withoutAnswer: again,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2005400","responseMessage":"Successful","partnerReferenceNo":"EW-3002","referenceNo":"IONPAYTEST05202611201032200003","webRedirectUrl":"https://dev.nicepay.co.id/pay","appRedirectUrl":"","additionalInfo":{"redirectToken":""}}',
        expect: {
          outcome: 'success',
          transaction: 'pending',
          code: '2005400',
          body: {
            responseCode: '2005400',
            responseMessage: 'Successful',
            partnerReferenceNo: 'EW-3002',
            referenceNo: 'IONPAYTEST05202611201032200003',
            webRedirectUrl: 'https://dev.nicepay.co.id/pay',
            appRedirectUrl: '',
            additionalInfo: { redirectToken: '' },
          },
          inquiry: ask,
        },
      },
      // The id's other name, in one SDK.
      {
        status: 200,
        body: '{"responseCode":"2005400","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","webRedirectUrl":"","appRedirectUrl":""}',
        expect: { outcome: 'success', transaction: 'pending', code: '2005400', inquiry: ask },
      },
      {
        status: 202,
        body: '{"responseCode":"2025400","responseMessage":"Request In Progress"}',
        expect: { outcome: 'pending', transaction: 'pending', code: '2025400', inquiry: again },
      },
      ...refusals('54', again, { starts: true }),
    ],
  },
  'debit-status': {
    source:
      'https://docs.nicepay.co.id/nicepay-api-snap-check-status-transaction-e-wallet-direct-debit (read 2026-11-21)',
    code: '55',
    kind: 'read',
    at,
    accessToken,
    externalId: '10000000000000000000000000000008',
    call: {
      body: {
        merchantId: 'IONPAYTEST',
        originalReferenceNo: 'IONPAYTEST05202611201032200003',
        originalPartnerReferenceNo: 'EW-3002',
        serviceCode: '54',
        amount: { value: '12000.00', currency: 'IDR' },
        additionalInfo: {},
      },
    },
    request: signed('POST', '/api/v1.0/debit/status', {
      body: '{"merchantId":"IONPAYTEST","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","amount":{"value":"12000.00","currency":"IDR"},"additionalInfo":{}}',
      externalId: '10000000000000000000000000000008',
      signature: 'C7VxjfTyH/MmahuLKMyBdur61FbuVppK+Ext22hxqf8ZQ/lDa9FbJCYnOTQv2tM2tLAgmnIy422vaDVFPiSCcA==',
    }),
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"00","transactionStatusDesc":"Success","transAmount":{"value":"12000.00","currency":"IDR"},"additionalInfo":{"mitraCd":"DANA"}}',
        expect: {
          outcome: 'success',
          transaction: 'paid',
          code: '2005500',
          body: {
            responseCode: '2005500',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST05202611201032200003',
            originalPartnerReferenceNo: 'EW-3002',
            serviceCode: '54',
            latestTransactionStatus: '00',
            transactionStatusDesc: 'Success',
            transAmount: { value: '12000.00', currency: 'IDR' },
            additionalInfo: { mitraCd: 'DANA' },
          },
          inquiry: null,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"00","amount":{"value":"12000.00","currency":"IDR"}}',
        expect: { outcome: 'success', transaction: 'paid', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"01"}',
        expect: { outcome: 'success', transaction: 'pending', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"03"}',
        expect: { outcome: 'success', transaction: 'pending', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"04"}',
        expect: { outcome: 'success', transaction: 'refunded', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"05"}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"06"}',
        expect: { outcome: 'success', transaction: 'failed', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"08"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"02"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
      },
      // Every scalar is text: a number is no state.
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":0}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","latestTransactionStatus":"toString"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
      },
      ...refusalsOfRead('55'),
    ],
  },
  'debit-refund': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-refund-e-wallet-direct-debit (read 2026-11-21); SDK: reason, refundType, the answer; ours: what the state does not decide; refusals: general response codes',
    code: '58',
    kind: 'money',
    at,
    accessToken,
    externalId: '10000000000000000000000000000009',
    call: {
      body: {
        merchantId: 'IONPAYTEST',
        subMerchantId: '',
        originalReferenceNo: 'IONPAYTEST05202611201032200003',
        originalPartnerReferenceNo: 'EW-3002',
        partnerRefundNo: 'RF-3003',
        refundAmount: { value: '4000.00', currency: 'IDR' },
        externalStoreId: '',
        reason: 'One item missing',
        additionalInfo: { refundType: '2' },
      },
    },
    request: signed('POST', '/api/v1.0/debit/refund', {
      body: '{"merchantId":"IONPAYTEST","subMerchantId":"","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","partnerRefundNo":"RF-3003","refundAmount":{"value":"4000.00","currency":"IDR"},"externalStoreId":"","reason":"One item missing","additionalInfo":{"refundType":"2"}}',
      externalId: '10000000000000000000000000000009',
      signature: 'USpHN2e7bzwZpbRMXaqS9DEOONBKCT1YMe1Ia0MY1qfNmV+IZpFJFYJQD5cNiedIYa5LyY/MM42h75Nkp09xdA==',
    }),
    withoutAnswer: askAboutRefund,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2005800","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","refundNo":"IONPAYTEST05202611201150000010","partnerRefundNo":"RF-3003","refundAmount":{"value":"4000.00","currency":"IDR"},"refundTime":"2026-11-20T11:50:00+07:00"}',
        expect: {
          outcome: 'success',
          transaction: 'refunded',
          code: '2005800',
          body: {
            responseCode: '2005800',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST05202611201032200003',
            originalPartnerReferenceNo: 'EW-3002',
            refundNo: 'IONPAYTEST05202611201150000010',
            partnerRefundNo: 'RF-3003',
            refundAmount: { value: '4000.00', currency: 'IDR' },
            refundTime: '2026-11-20T11:50:00+07:00',
          },
          inquiry: askAboutRefund,
        },
      },
      {
        status: 202,
        body: '{"responseCode":"2025800","responseMessage":"Request In Progress"}',
        expect: { outcome: 'pending', transaction: 'pending', code: '2025800', inquiry: askAboutRefund },
      },
      ...refusals('58', askAboutRefund, { starts: false }),
    ],
  },
}
