import type { ExpectedInquiry, ServiceFixture } from '../../src/testing/profile-fixtures.js'
import { accessToken, at, refusals, refusalsOfRead, signed } from './wire.js'

const again: ExpectedInquiry = {
  service: 'payout-registration',
  how: 'repeat',
  body: {
    partnerReferenceNo: 'PO-4001',
    merchantId: 'IONPAYTEST',
    beneficiaryAccountNo: '1234500001',
    beneficiaryName: 'Rina',
    beneficiaryPhone: '081200033344',
    beneficiaryCustomerResidence: '1',
    beneficiaryCustomerType: '1',
    payoutMethod: '1',
    beneficiaryBankCode: 'BDIN',
    amount: { value: '100000.00', currency: 'IDR' },
  },
}

const ask: ExpectedInquiry = {
  service: 'payout-inquiry',
  body: {
    merchantId: 'IONPAYTEST',
    originalReferenceNo: 'IONPAYTEST07202611201033300004',
    originalPartnerReferenceNo: 'PO-4001',
    beneficiaryAccountNo: '1234500001',
  },
}

/** Before its time a scheduled payout may be 03 or 00, no page says which; and only such a one can be cancelled. */
const askAboutScheduled: ExpectedInquiry = { ...ask, undecided: ['paid'] }

export const payoutFixtures: Readonly<Record<string, ServiceFixture>> = {
  'balance-inquiry': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-balance-inquiry-payout-disbursement (read 2026-11-21); SDK: the answer; refusals: general response codes',
    code: '11',
    kind: 'read',
    at,
    accessToken,
    externalId: '10000000000000000000000000000010',
    call: { body: { accountNo: 'IONPAYTEST' } },
    request: signed('POST', '/api/v1.0/balance-inquiry', {
      body: '{"accountNo":"IONPAYTEST"}',
      externalId: '10000000000000000000000000000010',
      signature: 'H14VUcEqs+eNP7oMZixyoJnpLwbUvX2ad9CZKbbBjqnufw5Zdmxcz9HowRcvFTS2gNWfxA+c1Q5W+Je0KioUPw==',
    }),
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2001100","responseMessage":"Successful","accountNo":"IONPAYTEST","accountInfos":[{"availableBalance":{"value":"5000000.00","currency":"IDR"}}]}',
        expect: {
          outcome: 'success',
          code: '2001100',
          body: {
            responseCode: '2001100',
            responseMessage: 'Successful',
            accountNo: 'IONPAYTEST',
            accountInfos: [{ availableBalance: { value: '5000000.00', currency: 'IDR' } }],
          },
          inquiry: null,
        },
      },
      ...refusalsOfRead('11', { money: false }),
    ],
  },
  'payout-registration': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-registration-payout-disbursement (read 2026-11-21), up to beneficiaryCustomerResidence; SDK: the other fields and the answer; refusals: general response codes',
    code: '00',
    kind: 'money',
    at,
    accessToken,
    externalId: '10000000000000000000000000000011',
    call: {
      body: {
        partnerReferenceNo: 'PO-4001',
        merchantId: 'IONPAYTEST',
        beneficiaryAccountNo: '1234500001',
        beneficiaryName: 'Rina',
        beneficiaryPhone: '081200033344',
        beneficiaryCustomerResidence: '1',
        beneficiaryCustomerType: '1',
        payoutMethod: '1',
        beneficiaryBankCode: 'BDIN',
        amount: { value: '100000.00', currency: 'IDR' },
      },
    },
    request: signed('POST', '/api/v1.0/transfer/registration', {
      body: '{"partnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST","beneficiaryAccountNo":"1234500001","beneficiaryName":"Rina","beneficiaryPhone":"081200033344","beneficiaryCustomerResidence":"1","beneficiaryCustomerType":"1","payoutMethod":"1","beneficiaryBankCode":"BDIN","amount":{"value":"100000.00","currency":"IDR"}}',
      externalId: '10000000000000000000000000000011',
      signature: 'OnL/J/Ni/Dm8uYBphLtzviDGdaHWzn9gTAPgua3fIWOAYbmSg1k3gyFC/orJfOKJxS1GOxoC5br7vYhDQhy9Uw==',
    }),
    withoutAnswer: again,
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","partnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST","beneficiaryaccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","payoutMethod":"1","amount":{"value":"100000.00","currency":"IDR"}}',
        expect: {
          outcome: 'success',
          transaction: 'pending',
          code: '2000000',
          body: {
            responseCode: '2000000',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST07202611201033300004',
            partnerReferenceNo: 'PO-4001',
            merchantId: 'IONPAYTEST',
            beneficiaryaccountNo: '1234500001',
            beneficiaryName: 'RINA',
            beneficiaryBankCode: 'BDIN',
            payoutMethod: '1',
            amount: { value: '100000.00', currency: 'IDR' },
          },
          inquiry: ask,
        },
      },
      {
        status: 202,
        body: '{"responseCode":"2020000","responseMessage":"Request In Progress"}',
        expect: { outcome: 'pending', transaction: 'pending', code: '2020000', inquiry: again },
      },
      ...refusals('00', again, { starts: true }),
    ],
  },
  'payout-approve': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-approve-transaction-payout-disbursement (read 2026-11-21), three fields; ours: beneficiaryAccountNo, what transactionStatus means; refusals: general response codes',
    code: '00',
    kind: 'money',
    at,
    accessToken,
    externalId: '10000000000000000000000000000012',
    call: {
      body: {
        originalReferenceNo: 'IONPAYTEST07202611201033300004',
        originalPartnerReferenceNo: 'PO-4001',
        merchantId: 'IONPAYTEST',
        beneficiaryAccountNo: '1234500001',
      },
    },
    request: signed('POST', '/api/v1.0/transfer/approve', {
      body: '{"originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST","beneficiaryAccountNo":"1234500001"}',
      externalId: '10000000000000000000000000000012',
      signature: 'RSZDU+jZQ9hOatDJGmfDFlkkKT5GosEffzm8lm1gMQfLHiiCV2gkb4YNihh1V1UvEp0GIyvC+QsrMUL95qMkag==',
    }),
    withoutAnswer: ask,
    answers: [
      // What 00 means in this answer is documented nowhere.
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","amount":{"value":"100000.00","currency":"IDR"},"transactionStatus":"00"}',
        expect: {
          outcome: 'success',
          transaction: 'pending',
          code: '2000000',
          body: {
            responseCode: '2000000',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST07202611201033300004',
            originalPartnerReferenceNo: 'PO-4001',
            beneficiaryAccountNo: '1234500001',
            beneficiaryName: 'RINA',
            beneficiaryBankCode: 'BDIN',
            amount: { value: '100000.00', currency: 'IDR' },
            transactionStatus: '00',
          },
          inquiry: ask,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001"}',
        expect: { outcome: 'success', transaction: 'pending', code: '2000000', inquiry: ask },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","transactionStatus":"08"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2000000', inquiry: ask },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","transactionStatus":"09"}',
        expect: { outcome: 'success', transaction: 'failed', code: '2000000', inquiry: ask },
      },
      {
        status: 202,
        body: '{"responseCode":"2020000","responseMessage":"Request In Progress"}',
        expect: { outcome: 'pending', transaction: 'pending', code: '2020000', inquiry: ask },
      },
      ...refusals('00', ask, { starts: false }),
    ],
  },
  'payout-reject': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-reject-transaction-payout-disbursement (read 2026-11-21), the request; SDK: the answer; refusals: general response codes',
    code: '00',
    kind: 'other',
    at,
    accessToken,
    externalId: '10000000000000000000000000000013',
    call: {
      body: {
        originalReferenceNo: 'IONPAYTEST07202611201033300004',
        originalPartnerReferenceNo: 'PO-4001',
        merchantId: 'IONPAYTEST',
      },
    },
    request: signed('POST', '/api/v1.0/transfer/reject', {
      body: '{"originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST"}',
      externalId: '10000000000000000000000000000013',
      signature: 'RuxDsryR7ibfuDBcv6EiM1DxKH9AA55nwaKAJlpT3YnysU8YzG/lt5ISdGqIVAu2RJuY5k8A9owkxfQKcIlDzA==',
    }),
    withoutAnswer: null,
    answers: [
      // The account is the answer's: the request had none.
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","amount":{"value":"100000.00","currency":"IDR"}}',
        expect: {
          outcome: 'success',
          transaction: 'cancelled',
          code: '2000000',
          body: {
            responseCode: '2000000',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST07202611201033300004',
            originalPartnerReferenceNo: 'PO-4001',
            beneficiaryAccountNo: '1234500001',
            beneficiaryName: 'RINA',
            beneficiaryBankCode: 'BDIN',
            amount: { value: '100000.00', currency: 'IDR' },
          },
          inquiry: ask,
        },
      },
      // payout-inquiry demands an account, and none is known.
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001"}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2000000', inquiry: null },
      },
      ...refusals('00', null, { starts: false }),
    ],
  },
  'payout-cancel': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-payout-disbursement (read 2026-11-21); SDK: request and answer; ours: that 00 decides nothing; refusals: general response codes',
    code: '00',
    kind: 'other',
    at,
    accessToken,
    externalId: '10000000000000000000000000000014',
    call: {
      body: {
        originalReferenceNo: 'IONPAYTEST07202611201033300004',
        originalPartnerReferenceNo: 'PO-4001',
        merchantId: 'IONPAYTEST',
      },
    },
    request: signed('POST', '/api/v1.0/transfer/cancel', {
      body: '{"originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST"}',
      externalId: '10000000000000000000000000000014',
      signature: 'OdstM5Hyue5vIHaZfT01AEnwLWUB3WpIaVbgwLZgP0o13mTwrVRT6bnVld3EPewDay3+W8lrwGphc8sIcyYGew==',
    }),
    withoutAnswer: null,
    answers: [
      // The account is the answer's: the request had none.
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","amount":{"value":"100000.00","currency":"IDR"}}',
        expect: {
          outcome: 'success',
          transaction: 'cancelled',
          code: '2000000',
          body: {
            responseCode: '2000000',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST07202611201033300004',
            originalPartnerReferenceNo: 'PO-4001',
            beneficiaryAccountNo: '1234500001',
            beneficiaryName: 'RINA',
            beneficiaryBankCode: 'BDIN',
            amount: { value: '100000.00', currency: 'IDR' },
          },
          inquiry: askAboutScheduled,
        },
      },
      // payout-inquiry demands an account, and none is known.
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001"}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2000000', inquiry: null },
      },
      ...refusals('00', null, { starts: false }),
    ],
  },
  'payout-inquiry': {
    source:
      'page: https://docs.nicepay.co.id/nicepay-api-snap-inquiry-transaction-payout-disbursement (read 2026-11-21), the request, and transaction status; SDK: the answer; refusals: general response codes',
    code: '00',
    kind: 'read',
    at,
    accessToken,
    externalId: '10000000000000000000000000000015',
    call: {
      body: {
        merchantId: 'IONPAYTEST',
        originalReferenceNo: 'IONPAYTEST07202611201033300004',
        originalPartnerReferenceNo: 'PO-4001',
        beneficiaryAccountNo: '1234500001',
      },
    },
    request: signed('POST', '/api/v1.0/transfer/inquiry', {
      body: '{"merchantId":"IONPAYTEST","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001"}',
      externalId: '10000000000000000000000000000015',
      signature: 'RXx49wsh74WJWGxLYbG6hDrNcfxIMB13vp67gGoG8GvpmCzF+SAX2Arvxdg6mAElWauJsUM8inXf9vJFar1kpQ==',
    }),
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"00","transactionStatusDesc":"Success","amount":{"value":"100000.00","currency":"IDR"},"payoutMethod":"1","transactionDate":"2026-11-20T10:33:30+07:00"}',
        expect: {
          outcome: 'success',
          transaction: 'paid',
          code: '2000000',
          body: {
            responseCode: '2000000',
            responseMessage: 'Successful',
            originalReferenceNo: 'IONPAYTEST07202611201033300004',
            originalPartnerReferenceNo: 'PO-4001',
            beneficiaryAccountNo: '1234500001',
            beneficiaryName: 'RINA',
            beneficiaryBankCode: 'BDIN',
            latestTransactionStatus: '00',
            transactionStatusDesc: 'Success',
            amount: { value: '100000.00', currency: 'IDR' },
            payoutMethod: '1',
            transactionDate: '2026-11-20T10:33:30+07:00',
          },
          inquiry: null,
        },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"03"}',
        expect: { outcome: 'success', transaction: 'pending', code: '2000000', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"04"}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2000000', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"05"}',
        expect: { outcome: 'success', transaction: 'cancelled', code: '2000000', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"08"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2000000', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"09"}',
        expect: { outcome: 'success', transaction: 'failed', code: '2000000', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"06"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2000000', inquiry: null },
      },
      {
        status: 200,
        body: '{"responseCode":"2000000","responseMessage":"Successful","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001","beneficiaryName":"RINA","beneficiaryBankCode":"BDIN","latestTransactionStatus":"01"}',
        expect: { outcome: 'success', transaction: 'unknown', code: '2000000', inquiry: null },
      },
      ...refusalsOfRead('00'),
    ],
  },
}
