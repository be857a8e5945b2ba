import type { ProfileFixtures } from '../../src/testing/profile-fixtures.js'

// openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048: made for these fixtures and used nowhere else.
const privateKey = `-----BEGIN PRIVATE KEY-----
MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQDWDbqAb76Qm4nf
9sHNNudmavHCmTZM485mJOGG9a8Rk8Fs7Fa6+FgKKBNjkmiwvj+1cT+5doJl5wDr
XwZJL97/YAWCbAzY+pLWNoPBZjGMfHnuSiUcBKNsEElWxOqe+dMkjPTsla7UX9Vh
oUBiuO2nKo9Ek5yaAurE+0iYv/fGi+sLMsureYu0brJb0GOyttuWtSUDTPAe37zD
meYdYmmNMOUfKgZ3gLxUoI8fJfnEGcL1SDbC7aI17jD9MfKBgMtcPd4BTj6h5NYC
LOv19XX2MKLSuu7TBIMdqN3GkQnNk8KbGIFtQLBf66NwS48uJvwGHc1+sVUr+rsu
giBf/4w5AgMBAAECggEAGq1V1c13bs7PsV+vuhtyXe+Mp1/QZmdK0SyeBeOnOLXV
OLXAvmcWk9d4SSPVU9e2GW8ejcbxC/GtCeiLIEJs1J97OEyukjkyZSugopERskxO
Ju5LLzF9y4lBFqUOh5cjoy3FFZo3EoVKEvOVkmgxSDDz74xFC2W7LCcUHmNoZjBO
BamVZkKinoyLEqEjlaPcqnneiknEpWQkQ+uD2F75XEes77Axf/Q2si9hDYvNV/LC
7dZGcY4e3CSZ3OfKWEbJTr+LinyChMJNdBMQoXpmPD6oZ3RV/ACaUsJZAOhDyfb0
mjUfHWAUHzaKiOQXTiQLZNYv0qIHPvPgO2lhh8LQYQKBgQD1jEvgzu/8Cfx1MfyX
q1llnnKIUzifQHy/nsCmZQG05GBV0E1aSm3PbCGrLmNDzZdY5osCjK/1zpPsQu0r
9HkXb609AnD9rhm8lc795FDTgHNuWETtWEmU7KrGuMNd0+iaZMcyeg7U3Y92BCeN
s47MzJMlxF31FiFxUU0m6gzvkQKBgQDfKj3qS1tDi0lTLyIfrIULhOLmBmVCvGbu
4YwBD85n8KS0WASS6L9wcPu4ooqYUgrwf9VGNTxmHfr6d/FJR5ACi96Ht3S7tKqx
Kle/vjEnPTU4PGkQKSZpCTCPMs+R2Ae10FI5EKKe/CksyjRIPl2+qTCeOJA7LAcf
HoOPen9OKQKBgQCQi1UDcm3dDTfa+WD7G3gVlM9RJsQ3IuwMlPRNPzpg9OssuOFA
HH5F0x6CuVzfxf+o6pW8G3tdlIyJUOBytogt3qS5PF2tR7aIyBtAZA2cY4oP09BH
c2hlTWg+cPc4nYzYjiigsy9V6VMRIuLxzFhsgKTCX7T7mFp5bWWgWbjhsQKBgQDC
NfbQEWiJLYxQcjJWMkNOtQTpfiNdoqxJs8utmN3eItSThg3k89y2s/y8v+exi6St
i/JFOUso62ph00QOq9KuBJ9SqNtUB3SM3fajjZclOOU53YjpYYZl3nN+C5AMsl5z
YapMsydzCKukqQw62tumc4M2Dq+mbzh7YojHsqlbkQKBgQDAvXq+iuFcPcD6fU/W
vZ8F60EQqO7fBFHLSdjmwdih88+PY37eefyTGCJIzlQKwIqNb2GtLvDwl482jaLw
s+uk4quX+rpfY3mnzX2wLQ0i3rRiYj+UiZAIxANAyL3UVTHtlwt0/peqh3W/1dG6
2CLllNnTc4DfckAmJSP295o0lg==
-----END PRIVATE KEY-----`

// Each signature, with $METHOD, $URLPATH and $BODY of the request below it:
//   HASH=$(printf %s "$BODY" | openssl dgst -sha256 -hex | sed 's/.* //')
//   printf %s "$METHOD:$URLPATH:$HASH:2026-11-22T10:00:00+07:00" | openssl dgst -sha256 -sign key.pem | base64 -w0
const at = '2026-11-22T10:00:00+07:00'
const externalId = '41807553358950093184162180797837'
const headers = {
  'content-type': 'application/json',
  'x-timestamp': at,
  'x-partner-id': '82150823919040624621823174737537',
  'x-external-id': externalId,
  'channel-id': '95221',
  origin: 'shop.example',
}
const page = 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway'

export const fixtures: ProfileFixtures = {
  identity: {
    id: 'dana',
    name: 'DANA',
    environments: {
      sandbox: { baseUrl: 'https://api.sandbox.dana.id' },
      production: { baseUrl: 'https://api.saas.dana.id' },
    },
    flows: { sign: 'SHA256withRSA' },
    evidence: [
      {
        source:
          'https://dashboard.dana.id/api-docs-v2 (payment gateway: create, query, cancel and refund order; the code 57 of cancel is inferred)',
        checked: '2026-11-22',
        grade: 'documentation',
      },
      {
        source: 'https://github.com/dana-id/dana-node (hosts, paths, signature, members)',
        checked: '2026-11-22',
        grade: 'sdk',
      },
    ],
  },
  credentials: {
    clientId: '82150823919040624621823174737537',
    channelId: '95221',
    origin: 'shop.example',
    privateKey,
  },
  environment: 'sandbox',
  externalIds: { alphabet: 'visible', length: 32, maximum: 36 },
  services: {
    'consult-pay': {
      source:
        'SDK: https://github.com/dana-id/dana-node, docs/payment_gateway/v1 (ConsultPay), read 2026-11-22',
      kind: 'read',
      at,
      externalId,
      call: {
        body: {
          merchantId: '23489182303312',
          amount: { value: '222000.00', currency: 'IDR' },
          additionalInfo: {
            buyer: { userId: '', nickname: '', externalUserId: '8392183912832913821', externalUserType: '' },
            envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
            merchantTransType: 'SPECIAL_MOVIE',
          },
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.sandbox.dana.id/v1.0/payment-gateway/consult-pay.htm',
        headers: {
          ...headers,
          'x-signature':
            'GvwVIihiWvn5egXfHgISVuqjcXMD3s6/qH6SpHLVPealQt9ktJ8ajFGOIooynqjmxhnee0HS011yaPXT4JljWo/OamDSdkokQjZf+RbQ0WPrACermwys26lzSlMXoSmlVSEYLpIhDGxHKhybMDX9BuD5EPvi8+1PTfdN0Ac9FFLMxDLm+pMB6OdmsqtiqhQIa8dLgObLp0cFVw/u7u0gDVf8l3r7o/LkMS5AOkZYDJMdUlxnko8IFd1Fi5peeQ7UujrDiVP43EnpCJyP80eERtrRjbR0pdq0iT4JJhTsH6klWoosHQJKUNfxK2yNgZ/DMKsHfsjs3v2n4h+IG+3prw==',
        },
        body: '{"merchantId":"23489182303312","amount":{"value":"222000.00","currency":"IDR"},"additionalInfo":{"buyer":{"userId":"","nickname":"","externalUserId":"8392183912832913821","externalUserType":""},"envInfo":{"sourcePlatform":"IPG","terminalType":"SYSTEM"},"merchantTransType":"SPECIAL_MOVIE"}}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2000000","responseMessage":"Successful","paymentInfos":[{"payMethod":"BALANCE"}]}',
          expect: {
            outcome: 'success',
            code: '2000000',
            inquiry: null,
            body: {
              responseCode: '2000000',
              responseMessage: 'Successful',
              paymentInfos: [{ payMethod: 'BALANCE' }],
            },
          },
        },
        {
          status: 400,
          body: '{"responseCode":"4000002","responseMessage":"Invalid Mandatory Field"}',
          expect: { outcome: 'rejected', code: '4000002', inquiry: null },
        },
        {
          status: 500,
          body: '{"responseCode":"5000001","responseMessage":"Internal Server Error"}',
          expect: { outcome: 'unknown', code: '5000001', inquiry: null },
        },
      ],
      withoutAnswer: null,
    },
    'debit-payment': {
      source: `page: ${page}/create-order, read 2026-11-22; ours: broken answers`,
      code: '54',
      kind: 'money',
      at,
      externalId,
      call: {
        body: {
          partnerReferenceNo: '2020102900000000000001',
          merchantId: '23489182303312',
          amount: { value: '12345678.00', currency: 'IDR' },
          externalStoreId: '239840198240795109',
          validUpTo: '2026-11-23T10:00:00+07:00',
          urlParams: [
            { url: 'https://shop.example/finish', type: 'PAY_RETURN', isDeeplink: 'Y' },
            { url: 'https://shop.example/notify', type: 'NOTIFICATION', isDeeplink: 'N' },
          ],
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.sandbox.dana.id/payment-gateway/v1.0/debit/payment-host-to-host.htm',
        headers: {
          ...headers,
          'x-signature':
            'rfPUjsXvQNgAsDW9kOhLnpjr570bIXy7wVxtDd2Fa6qHFNjMyJunBGXpNxMTKcJunl2fJxOnwTYhnPt+SoiOiueO2tXJSmZLJdQ3ZMbrA5j1X03h5vGN7kZLrtIKY6rDfPmRE1qeHh/X0cxsA9s3q3wezKmTXWm5baHtK1GiwwsDNV+w3EdNM6DV2keB9qgwEtyxI/bVdXcy6sycq5tZRp+TKWdGNXzG2CKvSalSSUfPvJkAGfURbq19GfgwF4D31i3l+WICegHVwFmBmQw5ZNimw6gqaTGEPDS2vnxS6ubjXM3BxRWkMPoBK3Ndaq9iLy0nPxCWb+JeHr/s0uA9ow==',
        },
        body: '{"partnerReferenceNo":"2020102900000000000001","merchantId":"23489182303312","amount":{"value":"12345678.00","currency":"IDR"},"externalStoreId":"239840198240795109","validUpTo":"2026-11-23T10:00:00+07:00","urlParams":[{"url":"https://shop.example/finish","type":"PAY_RETURN","isDeeplink":"Y"},{"url":"https://shop.example/notify","type":"NOTIFICATION","isDeeplink":"N"}]}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2005400","responseMessage":"Successful","referenceNo":"2020102977770000000009","partnerReferenceNo":"2020102900000000000001","webRedirectUrl":"https://m.sandbox.dana.id/n/cashier/new/checkout"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2005400',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                externalStoreId: '239840198240795109',
              },
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2025400","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2025400',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                externalStoreId: '239840198240795109',
              },
            },
          },
        },
        {
          status: 400,
          body: '{"responseCode":"4005402","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4005402',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                externalStoreId: '239840198240795109',
              },
            },
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4015400","responseMessage":"Unauthorized. Signature"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4015400',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                externalStoreId: '239840198240795109',
              },
            },
          },
        },
        // The order exists already, with other members: it may be paid yet.
        {
          status: 404,
          body: '{"responseCode":"4045418","responseMessage":"Inconsistent Request"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '4045418',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                externalStoreId: '239840198240795109',
              },
            },
          },
        },
        {
          status: 500,
          body: '{"responseCode":"5005401","responseMessage":"Internal Server Error"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5005401',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                externalStoreId: '239840198240795109',
              },
            },
          },
        },
      ],
      withoutAnswer: {
        service: 'debit-status',
        body: {
          originalPartnerReferenceNo: '2020102900000000000001',
          serviceCode: '54',
          merchantId: '23489182303312',
          externalStoreId: '239840198240795109',
        },
      },
    },
    'debit-status': {
      source: `page: ${page}/query-payment, read 2026-11-22; ours: broken answers`,
      code: '55',
      kind: 'read',
      at,
      externalId,
      call: {
        body: {
          originalPartnerReferenceNo: '2020102900000000000001',
          serviceCode: '54',
          merchantId: '23489182303312',
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.sandbox.dana.id/payment-gateway/v1.0/debit/status.htm',
        headers: {
          ...headers,
          'x-signature':
            'r2evXzAH14HnTc1mSx4QDzeRxA/o6YsuIm0I9A1r+oPNJoEllQCJqrgdsiPgbH5+sbGor125YiJPNy/WXseRLSkQNgXtWE6Ptupj+g8FHvZOSLt5Wh9Mpj8lRudNaFvYz/Ercr66v0BJ2QdcD0163Zhhsf1ml90vlePYq/0txN5CgSjzU9iwp72BKKze2ONiq0rnFw44tXm1lSbBhqCRgj+QBYkS9UT4ah4uiGSBFlxQrGnJZXO/BJSzwpO0nJZ6o5q+ROTnLhTYEsMoouURmaGjoUgWX0fH2DoDot0JPGRU9SAuwg1cSobfUUSj5tAPniiATudseL9agSRt4Ybqkw==',
        },
        body: '{"originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","merchantId":"23489182303312"}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"2020102977770000000009","originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","latestTransactionStatus":"00","transactionStatusDesc":"Success"}',
          expect: { outcome: 'success', transaction: 'paid', code: '2005500', inquiry: null },
        },
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"2020102977770000000009","originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","latestTransactionStatus":"01","transactionStatusDesc":"Initiated"}',
          expect: { outcome: 'success', transaction: 'pending', code: '2005500', inquiry: null },
        },
        // Paid by the payer, but not in a final state: not to be delivered for.
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"2020102977770000000009","originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","latestTransactionStatus":"02","transactionStatusDesc":"Paying"}',
          expect: { outcome: 'success', transaction: 'pending', code: '2005500', inquiry: null },
        },
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"2020102977770000000009","originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","latestTransactionStatus":"05","transactionStatusDesc":"Cancelled"}',
          expect: { outcome: 'success', transaction: 'cancelled', code: '2005500', inquiry: null },
        },
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"2020102977770000000009","originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","latestTransactionStatus":"07","transactionStatusDesc":"Not found"}',
          expect: { outcome: 'success', transaction: 'not-found', code: '2005500', inquiry: null },
        },
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","originalReferenceNo":"2020102977770000000009","originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","latestTransactionStatus":"99","transactionStatusDesc":""}',
          expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
        },
        // Of the standard, and not of DANA’s table.
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","serviceCode":"54","latestTransactionStatus":"03"}',
          expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
        },
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","serviceCode":"54","latestTransactionStatus":"04"}',
          expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
        },
        {
          status: 200,
          body: '{"responseCode":"2005500","responseMessage":"Successful","serviceCode":"54","latestTransactionStatus":"06"}',
          expect: { outcome: 'success', transaction: 'unknown', code: '2005500', inquiry: null },
        },
        {
          status: 404,
          body: '{"responseCode":"4045501","responseMessage":"Transaction Not Found"}',
          expect: { outcome: 'rejected', transaction: 'not-found', code: '4045501', inquiry: null },
        },
        {
          status: 429,
          body: '{"responseCode":"4295500","responseMessage":"Too Many Requests"}',
          expect: { outcome: 'rejected', transaction: 'unknown', code: '4295500', inquiry: null },
        },
        {
          status: 500,
          body: '{"responseCode":"5005500","responseMessage":"General Error"}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '5005500', inquiry: null },
        },
      ],
      withoutAnswer: null,
    },
    'debit-cancel': {
      source: `page: ${page}/cancel-order, read 2026-11-22; ours: the code 57, inferred from the standard, and so the codes of the answers`,
      code: '57',
      kind: 'money',
      at,
      externalId,
      call: {
        body: {
          originalPartnerReferenceNo: '2020102900000000000001',
          merchantId: '23489182303312',
          subMerchantId: '310928924949487',
          reason: 'Customer complained',
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.sandbox.dana.id/payment-gateway/v1.0/debit/cancel.htm',
        headers: {
          ...headers,
          'x-signature':
            'MlojOzOw0j6O4vCLxuNFyTJNCTrSKejhCjee053UJKaL9wWFj5fXYcQKBQGwEW8s1KvFidQ84Ls479oJ13ilDwks4Ekw8pK1iJcnm8WAlbuhQ8J2jawz9GJfF/xTDYUGcMfuYG8Th4iqWvD/L1ZUKF8xwDIwidRCK7keobWSwvxVAuedd3xjmRuyeKoWJbVkr0FKs1mR+aoe3K/GDG3PZHJhHpeC5a9dAIVcjzyJyE5E70U/qj0Bqz24DXqmzk58N/6hPvxa/R66v7Q2x2sOzeR6NJZkHV8Z33a+RvFiaRlb5cCGy5Y8yWV7INoe+92tc1xqRDuXrrKbqUte/PDjDg==',
        },
        body: '{"originalPartnerReferenceNo":"2020102900000000000001","merchantId":"23489182303312","subMerchantId":"310928924949487","reason":"Customer complained"}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2005700","responseMessage":"Successful","originalPartnerReferenceNo":"2020102900000000000001","cancelTime":"2026-11-22T10:00:01+07:00"}',
          expect: {
            outcome: 'success',
            transaction: 'cancelled',
            code: '2005700',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                subMerchantId: '310928924949487',
              },
              undecided: ['paid', 'pending'],
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2025700","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2025700',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                subMerchantId: '310928924949487',
              },
              undecided: ['paid', 'pending'],
            },
          },
        },
        {
          status: 404,
          body: '{"responseCode":"4045701","responseMessage":"Transaction Not Found"}',
          expect: {
            outcome: 'rejected',
            transaction: 'unknown',
            code: '4045701',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                subMerchantId: '310928924949487',
              },
              undecided: ['paid', 'pending'],
            },
          },
        },
        {
          status: 500,
          body: '{"responseCode":"5005701","responseMessage":"Internal Server Error"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5005701',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
                subMerchantId: '310928924949487',
              },
              undecided: ['paid', 'pending'],
            },
          },
        },
      ],
      withoutAnswer: {
        service: 'debit-status',
        body: {
          originalPartnerReferenceNo: '2020102900000000000001',
          serviceCode: '54',
          merchantId: '23489182303312',
          subMerchantId: '310928924949487',
        },
        undecided: ['paid', 'pending'],
      },
    },
    'debit-refund': {
      source: `page: ${page}/refund-order, read 2026-11-22; ours: broken answers`,
      code: '58',
      kind: 'money',
      at,
      externalId,
      call: {
        body: {
          originalPartnerReferenceNo: '2020102900000000000001',
          partnerRefundNo: '239850918204981205970',
          merchantId: '23489182303312',
          refundAmount: { value: '12345678.00', currency: 'IDR' },
          reason: 'Customer complained',
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.sandbox.dana.id/payment-gateway/v1.0/debit/refund.htm',
        headers: {
          ...headers,
          'x-signature':
            'YWsR6NuzfQifpEwwmUTeH8H25C/yv/wTkL4+Ta/eovEquPxSsxOHcIEH08hTjxwWuVouGfmKtoC8yEHzj+Pz2mvo8RWDkzez2AHhor8frz3fvGpaxydczw8y+pMjgC+EmsAnP3F7bTjakEY9lX+cUj+ZF0aBAnQyWiF4rAUaFZevS5oTR+PsL542Jh3CDNsb5yeZpqT9Fg+NFkTIziIVx19RAhS5bM98kgDUiy6uCuXhmWfBGPTQ1GQJA5Hg07io6YH4INpucXiEqotv8fcjq5TJ1dDrYFVitBjyyqpBF20leGG+1rQ9WLbQKXORQm3wrx6nVW5QpFXCyYZIXuhTWA==',
        },
        body: '{"originalPartnerReferenceNo":"2020102900000000000001","partnerRefundNo":"239850918204981205970","merchantId":"23489182303312","refundAmount":{"value":"12345678.00","currency":"IDR"},"reason":"Customer complained"}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2005800","responseMessage":"Successful","originalPartnerReferenceNo":"2020102900000000000001","refundNo":"2020102977770000000010","partnerRefundNo":"239850918204981205970","refundAmount":{"value":"12345678.00","currency":"IDR"},"refundTime":"2026-11-22T10:00:01+07:00"}',
          expect: {
            outcome: 'success',
            transaction: 'refunded',
            code: '2005800',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
              },
              undecided: ['paid', 'pending', 'refunded', 'cancelled'],
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2025800","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2025800',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
              },
              undecided: ['paid', 'pending', 'refunded', 'cancelled'],
            },
          },
        },
        {
          status: 403,
          body: '{"responseCode":"4035815","responseMessage":"Transaction Not Permitted"}',
          expect: {
            outcome: 'rejected',
            transaction: 'unknown',
            code: '4035815',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
              },
              undecided: ['paid', 'pending', 'refunded', 'cancelled'],
            },
          },
        },
        {
          status: 500,
          body: '{"responseCode":"5005801","responseMessage":"Internal Server Error"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5005801',
            inquiry: {
              service: 'debit-status',
              body: {
                originalPartnerReferenceNo: '2020102900000000000001',
                serviceCode: '54',
                merchantId: '23489182303312',
              },
              undecided: ['paid', 'pending', 'refunded', 'cancelled'],
            },
          },
        },
      ],
      withoutAnswer: {
        service: 'debit-status',
        body: {
          originalPartnerReferenceNo: '2020102900000000000001',
          serviceCode: '54',
          merchantId: '23489182303312',
        },
        undecided: ['paid', 'pending', 'refunded', 'cancelled'],
      },
    },
  },
}
