import type { ExpectedInquiry, ServiceFixture } from '../../src/testing/profile-fixtures.js'
import { accessToken, at, refusals, refusalsOfRead, signed } from './wire.js'

const again: ExpectedInquiry = {
  service: 'va-create',
  how: 'repeat',
  body: {
    partnerServiceId: '',
    customerNo: '',
    virtualAccountNo: '',
    virtualAccountName: 'Sari Déwi',
    trxId: 'INV-1001',
    totalAmount: { value: '25000.00', currency: 'IDR' },
    additionalInfo: {
      bankCd: 'BRIN',
      goodsNm: 'Coffee beans',
      dbProcessUrl: 'https://shop.example/notify/va',
      vacctValidDt: '',
      vacctValidTm: '',
    },
  },
}

const askStatus = (virtualAccountNo: string, inquiryRequestId: string): ExpectedInquiry => ({
  service: 'va-status',
  body: {
    partnerServiceId: '',
    customerNo: '',
    virtualAccountNo,
    inquiryRequestId,
    additionalInfo: {
      totalAmount: { value: '25000.00', currency: 'IDR' },
      trxId: 'INV-1001',
      tXidVA: 'IONPAYTEST02202611201030450001',
    },
  },
})
const askWithNumber = askStatus('999900011030450001', '10000000000000000000000000000001')
const askWithoutNumber = askStatus('', '10000000000000000000000000000001')
const askAboutDeleted = askStatus('999900011030450001', '10000000000000000000000000000003')

export const virtualAccountFixtures: Readonly<Record<string, ServiceFixture>> = {
  'va-create': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-registration-virtual-account (read 2026-11-21); SDK: marketplace fields; refusals: general response codes',
    code: '27',
    kind: 'other',
    at,
    accessToken,
    externalId: '10000000000000000000000000000001',
    call: {
      body: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: '',
        virtualAccountName: 'Sari Déwi',
        trxId: 'INV-1001',
        totalAmount: { value: '25000.00', currency: 'IDR' },
        additionalInfo: {
          bankCd: 'BRIN',
          goodsNm: 'Coffee beans',
          dbProcessUrl: 'https://shop.example/notify/va',
          vacctValidDt: '',
          vacctValidTm: '',
        },
      },
    },
    request: signed('POST', '/api/v1.0/transfer-va/create-va', {
      body: '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"","virtualAccountName":"Sari Déwi","trxId":"INV-1001","totalAmount":{"value":"25000.00","currency":"IDR"},"additionalInfo":{"bankCd":"BRIN","goodsNm":"Coffee beans","dbProcessUrl":"https://shop.example/notify/va","vacctValidDt":"","vacctValidTm":""}}',
      externalId: '10000000000000000000000000000001',
      signature: 'Vg9DFPRatkq7OK2tITWvJ0gU5VO+asl7aGr14h5rSxnoYs7x0+XI34PeHT/g7Ba7OgdOBYiJ6FPzQ00tI+t0UA==',
    }),
    withoutAnswer: again,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2002700","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001","virtualAccountName":"Sari Déwi","trxId":"INV-1001","totalAmount":{"value":"25000.00","currency":"IDR"},"additionalInfo":{"bankCd":"BRIN","tXidVA":"IONPAYTEST02202611201030450001","goodsNm":"Coffee beans","vacctValidDt":"20261122","vacctValidTm":"103045"}}}',
        expect: {
          outcome: 'success',
          transaction: 'pending',
          code: '2002700',
          body: {
            responseCode: '2002700',
            responseMessage: 'Successful',
            virtualAccountData: {
              partnerServiceId: '',
              customerNo: '',
              virtualAccountNo: '999900011030450001',
              virtualAccountName: 'Sari Déwi',
              trxId: 'INV-1001',
              totalAmount: { value: '25000.00', currency: 'IDR' },
              additionalInfo: {
                bankCd: 'BRIN',
                tXidVA: 'IONPAYTEST02202611201030450001',
                goodsNm: 'Coffee beans',
                vacctValidDt: '20261122',
                vacctValidTm: '103045',
              },
            },
          },
          inquiry: askWithNumber,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2002700","responseMessage":"Successful","virtualAccountData":{"additionalInfo":{"tXidVA":"IONPAYTEST02202611201030450001"}}}',
        expect: { outcome: 'success', transaction: 'pending', code: '2002700', inquiry: askWithoutNumber },
      },
      // An id that is empty is none.
      {
        status: 200,
        body: '{"responseCode":"2002700","responseMessage":"Successful","virtualAccountData":{"additionalInfo":{"tXidVA":""}}}',
        expect: { outcome: 'success', transaction: 'pending', code: '2002700', inquiry: again },
      },
      {
        status: 200,
        body: '{"responseCode":"2002700","responseMessage":"Successful","virtualAccountData":null}',
        expect: { outcome: 'success', transaction: 'pending', code: '2002700', inquiry: again },
      },
      {
        status: 502,
        body: '<html>502 Bad Gateway</html>',
        expect: { outcome: 'unknown', transaction: 'unknown', inquiry: again },
      },
      ...refusals('27', again, { starts: true }),
    ],
  },
  'va-status': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-status-inquiry-virtual-account (read 2026-11-21), and transaction status; third party: where additionalInfo stands, by shop plug-ins; ours: that "-" is nothing; refusals: general response codes',
    code: '26',
    kind: 'read',
    at,
    accessToken,
    externalId: '10000000000000000000000000000002',
    call: {
      body: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: '',
        inquiryRequestId: '10000000000000000026',
        additionalInfo: {
          totalAmount: { value: '25000.00', currency: 'IDR' },
          trxId: 'INV-1001',
          tXidVA: 'IONPAYTEST02202611201030450001',
        },
      },
    },
    request: signed('POST', '/api/v1.0/transfer-va/status', {
      body: '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"","inquiryRequestId":"10000000000000000026","additionalInfo":{"totalAmount":{"value":"25000.00","currency":"IDR"},"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001"}}',
      externalId: '10000000000000000000000000000002',
      signature: 'GQUBUIetvROFmXM5211AxzQoeJ/CD01teDHU1yTFHRArxUMUS6tY8pWAkXN68OWnpm3mFLItwUcBIQC3Ap4kuA==',
    }),
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2002600","additionalInfo":{"latestTransactionStatus":"-"},"virtualAccountData":{"additionalInfo":{"latestTransactionStatus":"00"}}}',
        expect: { outcome: 'success', transaction: 'paid', code: '2002600', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2002600","additionalInfo":{"latestTransactionStatus":"00"},"virtualAccountData":{"additionalInfo":{"latestTransactionStatus":""}}}',
        expect: { outcome: 'success', transaction: 'paid', code: '2002600', inquiry: null },
      },
      // The production form: additionalInfo at the root.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"paidAmount":{"value":"25000.00","currency":"IDR"},"trxDateTime":"2026-11-20T10:32:00+07:00","additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"00"}}',
        expect: {
          outcome: 'success',
          transaction: 'paid',
          code: '2002600',
          body: {
            responseCode: '2002600',
            responseMessage: 'Successful',
            virtualAccountData: {
              partnerServiceId: '',
              customerNo: '',
              virtualAccountNo: '999900011030450001',
            },
            paidAmount: { value: '25000.00', currency: 'IDR' },
            trxDateTime: '2026-11-20T10:32:00+07:00',
            additionalInfo: {
              trxId: 'INV-1001',
              tXidVA: 'IONPAYTEST02202611201030450001',
              bankCd: 'BRIN',
              goodsNm: 'Coffee beans',
              virtualAccountName: 'Sari Déwi',
              vacctValidDt: '20261122',
              vacctValidTm: '103045',
              latestTransactionStatus: '00',
            },
          },
          inquiry: null,
        },
      },
      // The other form: inside virtualAccountData.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001","additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"00"}}}',
        expect: {
          outcome: 'success',
          transaction: 'paid',
          code: '2002600',
          body: {
            responseCode: '2002600',
            responseMessage: 'Successful',
            virtualAccountData: {
              partnerServiceId: '',
              customerNo: '',
              virtualAccountNo: '999900011030450001',
              additionalInfo: {
                trxId: 'INV-1001',
                tXidVA: 'IONPAYTEST02202611201030450001',
                bankCd: 'BRIN',
                goodsNm: 'Coffee beans',
                virtualAccountName: 'Sari Déwi',
                vacctValidDt: '20261122',
                vacctValidTm: '103045',
                latestTransactionStatus: '00',
              },
            },
          },
          inquiry: null,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"03"}}',
        expect: { outcome: 'success', transaction: 'pending', code: '2002600', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001","additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"03"}}}',
        expect: { outcome: 'success', transaction: 'pending', code: '2002600', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"05"}}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2002600', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"06"}}',
        expect: { outcome: 'success', transaction: 'failed', code: '2002600', inquiry: null },
      },
      // Refunded in the newer table, cancelled or expired in the older: neither can be told.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"04"}}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2002600', inquiry: null },
      },
      // Reversal in the older table alone.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"01"}}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2002600', inquiry: null },
      },
      // A shop plug-in guards against these two.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":"-"}}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2002600', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001"},"additionalInfo":{"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001","bankCd":"BRIN","goodsNm":"Coffee beans","virtualAccountName":"Sari Déwi","vacctValidDt":"20261122","vacctValidTm":"103045","latestTransactionStatus":""}}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2002600', inquiry: null },
      },
      // An empty root hides nothing.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"additionalInfo":{"latestTransactionStatus":"03"}},"additionalInfo":{}}',
        expect: { outcome: 'success', transaction: 'pending', code: '2002600', inquiry: null },
      },
      // Two places that disagree.
      {
        status: 200,
        body: '{"responseCode":"2002600","responseMessage":"Successful","virtualAccountData":{"additionalInfo":{"latestTransactionStatus":"03"}},"additionalInfo":{"latestTransactionStatus":"00"}}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2002600', inquiry: null },
      },
      // Not in the table of NICEPAY; the standard has it.
      {
        status: 404,
        body: '{"responseCode":"4042601","responseMessage":"Transaction Not Found"}',
        expect: { outcome: 'rejected', transaction: 'not-found', code: '4042601', inquiry: null },
      },
      ...refusalsOfRead('26'),
    ],
  },
  'va-delete': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-cancel-virtual-account (read 2026-11-21); refusals: general response codes',
    code: '31',
    kind: 'other',
    at,
    accessToken,
    externalId: '10000000000000000000000000000003',
    call: {
      body: {
        partnerServiceId: '',
        customerNo: '',
        virtualAccountNo: '999900011030450001',
        trxId: 'INV-1001',
        additionalInfo: {
          totalAmount: { value: '25000.00', currency: 'IDR' },
          tXidVA: 'IONPAYTEST02202611201030450001',
          cancelMessage: 'Order withdrawn',
        },
      },
    },
    request: signed('DELETE', '/api/v1.0/transfer-va/delete-va', {
      body: '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001","trxId":"INV-1001","additionalInfo":{"totalAmount":{"value":"25000.00","currency":"IDR"},"tXidVA":"IONPAYTEST02202611201030450001","cancelMessage":"Order withdrawn"}}',
      externalId: '10000000000000000000000000000003',
      signature: 'GZ3B6jfC+o6dpelT9cVN49z2GtBnkQRr5Zg8U8V9nG4Z5t65li+kO2dcJtpRl+AXTrUPbpenIRKaUXeWH3E91A==',
    }),
    withoutAnswer: askAboutDeleted,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2003100","responseMessage":"Successful","virtualAccountData":{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001","trxId":"INV-1001"}}',
        expect: {
          outcome: 'success',
          transaction: 'cancelled',
          code: '2003100',
          body: {
            responseCode: '2003100',
            responseMessage: 'Successful',
            virtualAccountData: {
              partnerServiceId: '',
              customerNo: '',
              virtualAccountNo: '999900011030450001',
              trxId: 'INV-1001',
            },
          },
          inquiry: askAboutDeleted,
        },
      },
      ...refusals('31', askAboutDeleted, { starts: false }),
    ],
  },
}
