import type { ExpectedInquiry, ServiceFixture } from '../../src/testing/profile-fixtures.js'
import { accessToken, at, refusals, refusalsOfRead, signed } from './wire.js'

const again: ExpectedInquiry = {
  service: 'qr-mpm-generate',
  how: 'repeat',
  body: {
    partnerReferenceNo: 'QR-2001',
    amount: { value: '15000.00', currency: 'IDR' },
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
  },
}

const ask: ExpectedInquiry = {
  service: 'qr-mpm-query',
  body: {
    originalReferenceNo: 'IONPAYTEST08202611201031100002',
    originalPartnerReferenceNo: 'QR-2001',
    merchantId: 'IONPAYTEST',
    externalStoreId: 'NICEPAY',
    serviceCode: '47',
  },
}

/** An earlier part refund may have made it `refunded`, and a refund under way leaves it `paid`. */
const askAboutRefund: ExpectedInquiry = { ...ask, undecided: ['paid', 'refunded'] }

export const qrisFixtures: Readonly<Record<string, ServiceFixture>> = {
  'qr-mpm-generate': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-request-registration-qris (read 2026-11-21); SDK: additionalInfo; refusals: general response codes',
    code: '47',
    kind: 'other',
    at,
    accessToken,
    externalId: '10000000000000000000000000000004',
    call: {
      body: {
        partnerReferenceNo: 'QR-2001',
        amount: { value: '15000.00', currency: 'IDR' },
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
      },
    },
    request: signed('POST', '/api/v1.0/qr/qr-mpm-generate', {
      body: '{"partnerReferenceNo":"QR-2001","amount":{"value":"15000.00","currency":"IDR"},"merchantId":"IONPAYTEST","storeId":"NICEPAY","additionalInfo":{"goodsNm":"Noodles","billingNm":"Budi","billingPhone":"0812000111","billingEmail":"budi@shop.example","billingCity":"Jakarta","billingState":"DKI Jakarta","billingPostCd":"10110","billingCountry":"Indonesia","callBackUrl":"https://shop.example/done","dbProcessUrl":"https://shop.example/notify/qris","userIP":"192.0.2.10","cartData":"{}","mitraCd":"QSHP"}}',
      externalId: '10000000000000000000000000000004',
      signature: 'snxD+QN8WZ33AV+3YzO5YbKta+8Xwsi5sV9EXhX4ynQlqdXjj0WJjRdjWHNEEdEoamTF4rNPQuMuVDSyJooTcA==',
    }),
    withoutAnswer: again,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2004700","responseMessage":"Successful","referenceNo":"IONPAYTEST08202611201031100002","partnerReferenceNo":"QR-2001","qrContent":"00020101021226…6304ABCD","qrUrl":"https://dev.nicepay.co.id/nicepay/api/generateQrisImage/IONPAYTEST08202611201031100002","additionalInfo":{"validityPeriod":"2026-11-20T10:36:10+07:00"}}',
        expect: {
          outcome: 'success',
          transaction: 'pending',
          code: '2004700',
          body: {
            responseCode: '2004700',
            responseMessage: 'Successful',
            referenceNo: 'IONPAYTEST08202611201031100002',
            partnerReferenceNo: 'QR-2001',
            qrContent: '00020101021226…6304ABCD',
            qrUrl: 'https://dev.nicepay.co.id/nicepay/api/generateQrisImage/IONPAYTEST08202611201031100002',
            additionalInfo: { validityPeriod: '2026-11-20T10:36:10+07:00' },
          },
          inquiry: ask,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2004700","responseMessage":"Successful","partnerReferenceNo":"QR-2001","qrContent":"0002"}',
        expect: { outcome: 'success', transaction: 'pending', code: '2004700', inquiry: again },
      },
      {
        status: 202,
        body: '{"responseCode":"2024700","responseMessage":"Request In Progress"}',
        expect: { outcome: 'pending', transaction: 'pending', code: '2024700', inquiry: again },
      },
      ...refusals('47', again, { starts: true }),
    ],
  },
  'qr-mpm-query': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-check-status-transaction-qris (read 2026-11-21), and transaction status; refusals: general response codes',
    code: '51',
    kind: 'read',
    at,
    accessToken,
    externalId: '10000000000000000000000000000005',
    call: {
      body: {
        originalReferenceNo: 'IONPAYTEST08202611201031100002',
        originalPartnerReferenceNo: 'QR-2001',
        merchantId: 'IONPAYTEST',
        externalStoreId: 'NICEPAY',
        serviceCode: '47',
      },
    },
    request: signed('POST', '/api/v1.0/qr/qr-mpm-query', {
      body: '{"originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","merchantId":"IONPAYTEST","externalStoreId":"NICEPAY","serviceCode":"47"}',
      externalId: '10000000000000000000000000000005',
      signature: 'K9OpavXMPp2DPXGGn06u+dwjhIlysOzdH+F1K0QEj4jPZk6zQm4eNwMNuMYT4YzMoEJYs95EE1Foo62AFD3klg==',
    }),
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"00","transactionStatusDesc":"Success","paidTime":"2026-11-20T10:33:00+07:00","amount":{"value":"15000.00","currency":"IDR"},"additionalInfo":{"mitraCd":"QSHP","goodsNm":"Noodles","billingNm":"Budi"}}',
        expect: {
          outcome: 'success',
          transaction: 'paid',
          code: '2005100',
          body: {
            responseCode: '2005100',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST08202611201031100002',
            originalPartnerReferenceNo: 'QR-2001',
            serviceCode: '47',
            latestTransactionStatus: '00',
            transactionStatusDesc: 'Success',
            paidTime: '2026-11-20T10:33:00+07:00',
            amount: { value: '15000.00', currency: 'IDR' },
            additionalInfo: { mitraCd: 'QSHP', goodsNm: 'Noodles', billingNm: 'Budi' },
          },
          inquiry: null,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"03","paidTime":""}',
        expect: { outcome: 'success', transaction: 'pending', code: '2005100', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"04"}',
        expect: { outcome: 'success', transaction: 'refunded', code: '2005100', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"05"}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2005100', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"06"}',
        expect: { outcome: 'success', transaction: 'failed', code: '2005100', inquiry: null },
      },
      // Initiated at e-wallets; QRIS has no such state.
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"01"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2005100', inquiry: null },
      },
      // Not found in the standard; NICEPAY's tables have no 07.
      {
        status: 200,
        body: '{"responseCode":"2005100","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","serviceCode":"47","latestTransactionStatus":"07"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2005100', inquiry: null },
      },
      {
        status: 404,
        body: '{"responseCode":"4045101","responseMessage":"Transaction Not Found"}',
        expect: { outcome: 'rejected', transaction: 'not-found', code: '4045101', inquiry: null },
      },
      ...refusalsOfRead('51'),
    ],
  },
  'qr-mpm-refund': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-refund-qris (read 2026-11-21), the answer of its testing page; ours: what the state does not decide; refusals: general response codes',
    code: '78',
    kind: 'money',
    at,
    accessToken,
    externalId: '10000000000000000000000000000006',
    call: {
      body: {
        originalReferenceNo: 'IONPAYTEST08202611201031100002',
        originalPartnerReferenceNo: 'QR-2001',
        partnerRefundNo: 'RF-2001',
        merchantId: 'IONPAYTEST',
        externalStoreId: 'NICEPAY',
        refundAmount: { value: '15000.00', currency: 'IDR' },
        reason: 'Out of stock',
        additionalInfo: { cancelType: '1' },
      },
    },
    request: signed('POST', '/api/v1.0/qr/qr-mpm-refund', {
      body: '{"originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","partnerRefundNo":"RF-2001","merchantId":"IONPAYTEST","externalStoreId":"NICEPAY","refundAmount":{"value":"15000.00","currency":"IDR"},"reason":"Out of stock","additionalInfo":{"cancelType":"1"}}',
      externalId: '10000000000000000000000000000006',
      signature: '59K3ZHIniBH9VDygsI51k1bgtGHTTIUfSKHsjfXHU2XWrdODEwwzbVHNZ4LV4CsqII8olHmpboVjmjV/15+b8A==',
    }),
    withoutAnswer: askAboutRefund,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2007800","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST08202611201031100002","referenceNo":"IONPAYTEST08202611201140000009","partnerRefundNo":"RF-2001","refundTime":"2026-11-20T11:40:00+07:00","refundAmount":{"value":"15000.00","currency":"IDR"},"additionalInfo":{}}',
        expect: {
          outcome: 'success',
          transaction: 'refunded',
          code: '2007800',
          body: {
            responseCode: '2007800',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST08202611201031100002',
            referenceNo: 'IONPAYTEST08202611201140000009',
            partnerRefundNo: 'RF-2001',
            refundTime: '2026-11-20T11:40:00+07:00',
            refundAmount: { value: '15000.00', currency: 'IDR' },
            additionalInfo: {},
          },
          inquiry: askAboutRefund,
        },
      },
      {
        status: 202,
        body: '{"responseCode":"2027800","responseMessage":"Request In Progress"}',
        expect: { outcome: 'pending', transaction: 'pending', code: '2027800', inquiry: askAboutRefund },
      },
      ...refusals('78', askAboutRefund, { starts: false }),
    ],
  },
}
