import type { ProfileFixtures } from '../../src/testing/profile-fixtures.js'

/**
 * Signatures: `sh sign.sh rahasia-contoh '<body without "signature">'`, beside this file. That of `getbalance` is also a
 * vector of its own, made before this package was.
 */
export const fixtures: ProfileFixtures = {
  identity: {
    id: 'bni',
    name: 'BNI',
    environments: {
      production: { baseUrl: 'https://api.bni.co.id' },
      sandbox: { baseUrl: 'https://sandbox.bni.co.id' },
      development: { baseUrl: 'https://newapidev.bni.co.id:8066' },
      testing: { baseUrl: 'https://newapidev.bni.co.id:8065' },
    },
    flows: { token: 'OAuth 2.0 Basic', sign: 'HS256 JWS' },
    evidence: [
      {
        source: 'https://digitalservices.bni.co.id/documentation/public (token, September 2021; ports)',
        checked: '2026-11-21',
        grade: 'documentation',
      },
      {
        source: 'https://digitalservices.bni.co.id/documentation/services/1 (get balance, envelope)',
        checked: '2026-11-21',
        grade: 'documentation',
      },
      {
        source: 'https://github.com/bni-api (base URLs, signatures, services; SDKs for Node, PHP and Python)',
        checked: '2026-11-21',
        grade: 'sdk',
      },
      {
        source:
          'https://github.com/cdw1p/BNI-H2H-Services (answers of the sandbox, October 2021; states of payments)',
        checked: '2026-11-21',
        grade: 'third-party',
      },
    ],
  },
  credentials: {
    clientId: 'bni-client-1',
    clientSecret: 'rahasia-klien',
    apiKey: 'kunci-contoh-1',
    apiSecret: 'rahasia-contoh',
    appName: 'Contoh App',
  },
  environment: 'sandbox',
  token: {
    at: '2026-11-22T09:15:30+07:00',
    request: {
      method: 'POST',
      url: 'https://sandbox.bni.co.id/api/oauth/token',
      headers: {
        accept: 'application/json',
        authorization: 'Basic Ym5pLWNsaWVudC0xOnJhaGFzaWEta2xpZW4=',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'grant_type=client_credentials',
    },
    answers: [
      {
        status: 200,
        body: '{"access_token":"contoh54","token_type":"Bearer","expires_in":3599,"scope":"resource.WRITE resource.READ"}',
        expect: { accessToken: 'contoh54', expiresIn: 3599 },
      },
      {
        status: 200,
        body: '{"access_token":"contoh54","token_type":"Bearer","expires_in":1800}',
        expect: { accessToken: 'contoh54', expiresIn: 1800 },
      },
      {
        status: 200,
        body: '{"access_token":"contoh54","token_type":"Bearer"}',
        expect: { accessToken: 'contoh54', expiresIn: 3599 },
      },
      { status: 401, body: '', expect: 'refused' },
      { status: 401, body: '{"error":"invalid_client"}', expect: 'refused' },
      { status: 200, body: '<html></html>', expect: 'unreadable' },
      {
        status: 200,
        body: '{"access_token":"","token_type":"Bearer","expires_in":3599}',
        expect: 'unreadable',
      },
    ],
  },
  services: {
    getbalance: {
      source:
        'page: https://digitalservices.bni.co.id/documentation/services/1 (read 2026-11-21); SDK: 0007 by its negative tests; third party: 0000; ours: other codes, statuses and broken answers',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh+token/1=',
      call: { body: { accountNo: '1234567890' } },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/H2H/v2/getbalance?access_token=contoh%2Btoken%2F1%3D',
        headers: { 'content-type': 'application/json', 'x-api-key': 'kunci-contoh-1' },
        body: '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"1234567890","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImFjY291bnRObyI6IjEyMzQ1Njc4OTAifQ.apnRWJMT-Mo88G8ttb2fld4MHJ7zuCCj7jZydgc0_Jg"}',
      },
      answers: [
        {
          status: 200,
          body: '{"getBalanceResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","customerName":"Bpk JONOMADE","accountCurrency":"IDR","accountBalance":16732765949981}}}',
          expect: {
            outcome: 'success',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              customerName: 'Bpk JONOMADE',
              accountCurrency: 'IDR',
              accountBalance: 16732765949981,
            },
          },
        },
        {
          status: 400,
          body: '{"getBalanceResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            code: '0007',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
          },
        },
        {
          status: 200,
          body: '{"getBalanceResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: { outcome: 'rejected', code: '0007' },
        },
        {
          status: 400,
          body: '{"Response":{"parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            code: '0007',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
          },
        },
        {
          status: 400,
          body: '{"response":{"parameters":{"responseCode":"0000","responseMessage":"Request failed","responseTimestamp":"2021-10-12T15:47:15.364Z","errorMessage":"Unknown Output"}}}',
          expect: {
            outcome: 'rejected',
            code: '0000',
            english: 'The bank could not process it. Of a payment, first ask what became of it.',
            indonesian: 'Bank tidak dapat memprosesnya. Untuk pembayaran, periksa statusnya terlebih dahulu.',
            body: {
              responseCode: '0000',
              responseMessage: 'Request failed',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              errorMessage: 'Unknown Output',
            },
          },
        },
        {
          status: 200,
          body: '{"getBalanceResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: { outcome: 'rejected', code: '0099' },
        },
        {
          status: 500,
          body: '{"getBalanceResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: { outcome: 'unknown', code: '0007' },
        },
        {
          status: 400,
          body: '{"getBalanceResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: { outcome: 'unknown', code: '0001' },
        },
        { status: 200, body: '{}', expect: { outcome: 'unknown' } },
        { status: 401, body: '', expect: { outcome: 'unknown', tokenRejected: true } },
        {
          status: 401,
          body: '{"error":"invalid_token"}',
          expect: { outcome: 'unknown', tokenRejected: true },
        },
        { status: 502, body: '<html>Bad Gateway</html>', expect: { outcome: 'unknown' } },
        {
          status: 200,
          body: '{"getBalanceResponse":{"parameters":{"responseCode":"0001","accountBalance":"16732765949981"}}}',
          expect: {
            outcome: 'success',
            code: '0001',
            body: { responseCode: '0001', accountBalance: '16732765949981' },
          },
        },
        {
          status: 200,
          body: '{"response":{"responseCode":"0001","responseMessage":"ok"}}',
          expect: { outcome: 'success', code: '0001', body: { responseCode: '0001', responseMessage: 'ok' } },
        },
      ],
    },
    getinhouseinquiry: {
      source:
        'SDK: https://github.com/bni-api (request, wrapper, 0007 by its negative tests of October 2022; read 2026-11-21); third party: answers of the sandbox of October 2021, by https://github.com/cdw1p/BNI-H2H-Services and others without a named repository; ours: other codes, statuses and broken answers',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh+token/1=',
      call: { body: { accountNo: '0115475045' } },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/H2H/v2/getinhouseinquiry?access_token=contoh%2Btoken%2F1%3D',
        headers: { 'content-type': 'application/json', 'x-api-key': 'kunci-contoh-1' },
        body: '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"0115475045","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImFjY291bnRObyI6IjAxMTU0NzUwNDUifQ.yZWdmjRQJhZR6KrXMcaJ1b-lECXkT8mGovigRYJpAHk"}',
      },
      answers: [
        {
          status: 200,
          body: '{"getInHouseInquiryResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","customerName":"Bpk JONOMADE","accountCurrency":"IDR","accountNumber":"0115475045","accountStatus":"BUKA","accountType":"DEP"}}}',
          expect: {
            outcome: 'success',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              customerName: 'Bpk JONOMADE',
              accountCurrency: 'IDR',
              accountNumber: '0115475045',
              accountStatus: 'BUKA',
              accountType: 'DEP',
            },
          },
        },
        {
          status: 400,
          body: '{"getInHouseInquiryResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            code: '0007',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
          },
        },
        {
          status: 200,
          body: '{"getInHouseInquiryResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: { outcome: 'rejected', code: '0099' },
        },
        { status: 401, body: '', expect: { outcome: 'unknown', tokenRejected: true } },
        { status: 502, body: '<html>Bad Gateway</html>', expect: { outcome: 'unknown' } },
      ],
    },
    dopayment: {
      source:
        'SDK: https://github.com/bni-api (request, wrapper, 0007 by its negative tests of October 2022; read 2026-11-21); third party: answers of the sandbox of October 2021, by https://github.com/cdw1p/BNI-H2H-Services and others without a named repository; ours: other codes, statuses and broken answers',
      kind: 'money',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh+token/1=',
      call: {
        body: {
          customerReferenceNumber: '20211012154715364001',
          paymentMethod: '0',
          debitAccountNo: '113183203',
          creditAccountNo: '115471119',
          valueDate: '20170227000000000',
          valueCurrency: 'IDR',
          valueAmount: '100500',
          remark: 'Pembayaran a/b é',
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/H2H/v2/dopayment?access_token=contoh%2Btoken%2F1%3D',
        headers: { 'content-type': 'application/json', 'x-api-key': 'kunci-contoh-1' },
        body: '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20211012154715364001","paymentMethod":"0","debitAccountNo":"113183203","creditAccountNo":"115471119","valueDate":"20170227000000000","valueCurrency":"IDR","valueAmount":"100500","remark":"Pembayaran a/b é","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImN1c3RvbWVyUmVmZXJlbmNlTnVtYmVyIjoiMjAyMTEwMTIxNTQ3MTUzNjQwMDEiLCJwYXltZW50TWV0aG9kIjoiMCIsImRlYml0QWNjb3VudE5vIjoiMTEzMTgzMjAzIiwiY3JlZGl0QWNjb3VudE5vIjoiMTE1NDcxMTE5IiwidmFsdWVEYXRlIjoiMjAxNzAyMjcwMDAwMDAwMDAiLCJ2YWx1ZUN1cnJlbmN5IjoiSURSIiwidmFsdWVBbW91bnQiOiIxMDA1MDAiLCJyZW1hcmsiOiJQZW1iYXlhcmFuIGEvYiDDqSJ9.EtE6sUyZBJLYhWKPgAvEz1jrumLUUXHUdGiVnqQ5HHM"}',
      },
      answers: [
        {
          status: 200,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","debitAccountNo":113183203,"creditAccountNo":115471119,"valueAmount":100500,"valueCurrency":"IDR","bankReference":"953403","customerReference":"20211012154715364001"}}}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              debitAccountNo: 113183203,
              creditAccountNo: 115471119,
              valueAmount: 100500,
              valueCurrency: 'IDR',
              bankReference: '953403',
              customerReference: '20211012154715364001',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 200,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","debitAccountNo":113183203,"creditAccountNo":115471119,"valueAmount":100500,"valueCurrency":"IDR","customerReference":"20211012154715364001"}}}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              debitAccountNo: 113183203,
              creditAccountNo: 115471119,
              valueAmount: 100500,
              valueCurrency: 'IDR',
              customerReference: '20211012154715364001',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 400,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '0007',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 200,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '0007',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 400,
          body: '{"Response":{"parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '0007',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 400,
          body: '{"response":{"parameters":{"responseCode":"0000","responseMessage":"Request failed","responseTimestamp":"2021-10-12T15:47:15.364Z","errorMessage":"Unknown Output"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0000',
            english: 'The bank could not process it. Of a payment, first ask what became of it.',
            indonesian: 'Bank tidak dapat memprosesnya. Untuk pembayaran, periksa statusnya terlebih dahulu.',
            body: {
              responseCode: '0000',
              responseMessage: 'Request failed',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              errorMessage: 'Unknown Output',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 200,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0099',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 500,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0007',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 400,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0001',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 200,
          body: '{}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 401,
          body: '',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 401,
          body: '{"error":"invalid_token"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 502,
          body: '<html>Bad Gateway</html>',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 200,
          body: '{"doPaymentResponse":{"parameters":{"responseCode":"0001","bankReference":953403,"customerReference":20211012154715364001}}}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '0001',
            body: { responseCode: '0001', bankReference: 953403, customerReference: '20211012154715364001' },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 200,
          body: '{"doPaymentResponse":{"parameters":{"responseCode":"0001","bankReference":"null"}}}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '0001',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 504,
          body: '',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 409,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0099',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
        {
          status: 408,
          body: '{"doPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0007',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364001' },
            },
          },
        },
      ],
      withoutAnswer: {
        service: 'getpaymentstatus',
        body: { customerReferenceNumber: '20211012154715364001' },
      },
    },
    getpaymentstatus: {
      source:
        'SDK: https://github.com/bni-api (request, wrapper, 0007 by its negative tests of October 2022; read 2026-11-21); third party: answers of the sandbox of October 2021, by https://github.com/cdw1p/BNI-H2H-Services and others without a named repository; ours: other codes, statuses and broken answers',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh+token/1=',
      call: { body: { customerReferenceNumber: '20211012154715364001' } },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/H2H/v2/getpaymentstatus?access_token=contoh%2Btoken%2F1%3D',
        headers: { 'content-type': 'application/json', 'x-api-key': 'kunci-contoh-1' },
        body: '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20211012154715364001","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImN1c3RvbWVyUmVmZXJlbmNlTnVtYmVyIjoiMjAyMTEwMTIxNTQ3MTUzNjQwMDEifQ.ow0pcr9eIzrJ1-kVqnYdjiMf1ZBcE2T0N4V3-NTufRs"}',
      },
      answers: [
        // Ours: no reply of a failed payment is known.
        {
          status: 200,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","previousResponse":{"transactionStatus":"Y","previousResponseCode":"0000","previousResponseMessage":"Request failed"},"bankReference":"953403"}}}',
          expect: { outcome: 'success', transaction: 'unknown', code: '0001' },
        },
        {
          status: 200,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","previousResponse":{"transactionStatus":"Y","previousResponseCode":"null"}}}}',
          expect: { outcome: 'success', transaction: 'unknown', code: '0001' },
        },
        {
          status: 200,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","previousResponse":{"transactionStatus":"Y","previousResponseCode":"null","previousResponseMessage":"null","debitAccountNo":113183203,"creditAccountNo":115471119,"valueAmount":100500,"valueCurrency":"IDR"},"bankReference":"953403","customerReference":"20211012154715364001"}}}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              previousResponse: {
                transactionStatus: 'Y',
                previousResponseCode: 'null',
                previousResponseMessage: 'null',
                debitAccountNo: 113183203,
                creditAccountNo: 115471119,
                valueAmount: 100500,
                valueCurrency: 'IDR',
              },
              bankReference: '953403',
              customerReference: '20211012154715364001',
            },
          },
        },
        {
          status: 200,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","previousResponse":{"transactionStatus":"N","previousResponseCode":"null","previousResponseMessage":"null","debitAccountNo":113183203,"creditAccountNo":115471119,"valueAmount":100500,"valueCurrency":"IDR"}}}}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              previousResponse: {
                transactionStatus: 'N',
                previousResponseCode: 'null',
                previousResponseMessage: 'null',
                debitAccountNo: 113183203,
                creditAccountNo: 115471119,
                valueAmount: 100500,
                valueCurrency: 'IDR',
              },
            },
          },
        },
        {
          status: 200,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
          },
        },
        {
          status: 400,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            transaction: 'unknown',
            code: '0007',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
          },
        },
        {
          status: 200,
          body: '{"getPaymentStatusResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: { outcome: 'rejected', transaction: 'unknown', code: '0099' },
        },
        {
          status: 401,
          body: '',
          expect: { outcome: 'unknown', transaction: 'unknown', tokenRejected: true },
        },
        {
          status: 502,
          body: '<html>Bad Gateway</html>',
          expect: { outcome: 'unknown', transaction: 'unknown' },
        },
      ],
    },
    getinterbankinquiry: {
      source:
        'SDK: https://github.com/bni-api (request, wrapper, 0007 by its negative tests of October 2022; read 2026-11-21); third party: answers of the sandbox of October 2021, by https://github.com/cdw1p/BNI-H2H-Services and others without a named repository; ours: other codes, statuses and broken answers',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh+token/1=',
      call: {
        body: {
          customerReferenceNumber: '20211012154715364002',
          accountNum: '115471119',
          destinationBankCode: '014',
          destinationAccountNum: '3333333333',
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/H2H/v2/getinterbankinquiry?access_token=contoh%2Btoken%2F1%3D',
        headers: { 'content-type': 'application/json', 'x-api-key': 'kunci-contoh-1' },
        body: '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20211012154715364002","accountNum":"115471119","destinationBankCode":"014","destinationAccountNum":"3333333333","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImN1c3RvbWVyUmVmZXJlbmNlTnVtYmVyIjoiMjAyMTEwMTIxNTQ3MTUzNjQwMDIiLCJhY2NvdW50TnVtIjoiMTE1NDcxMTE5IiwiZGVzdGluYXRpb25CYW5rQ29kZSI6IjAxNCIsImRlc3RpbmF0aW9uQWNjb3VudE51bSI6IjMzMzMzMzMzMzMifQ.t-crWlALT4G4_xrhtEYSH4-z44I2L10Ov884EqGl08o"}',
      },
      answers: [
        {
          status: 200,
          body: '{"getInterbankInquiryResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","destinationAccountNum":"3333333333","destinationAccountName":"BENEFICIARY NAME","destinationBankName":"BCA","retrievalReffNum":100000000097}}}',
          expect: {
            outcome: 'success',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              destinationAccountNum: '3333333333',
              destinationAccountName: 'BENEFICIARY NAME',
              destinationBankName: 'BCA',
              retrievalReffNum: 100000000097,
            },
          },
        },
        {
          status: 400,
          body: '{"getInterbankInquiryResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            code: '0007',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
          },
        },
        {
          status: 200,
          body: '{"getInterbankInquiryResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: { outcome: 'rejected', code: '0099' },
        },
        { status: 401, body: '', expect: { outcome: 'unknown', tokenRejected: true } },
        { status: 502, body: '<html>Bad Gateway</html>', expect: { outcome: 'unknown' } },
      ],
    },
    getinterbankpayment: {
      source:
        'SDK: https://github.com/bni-api (request, wrapper, 0007 by its negative tests of October 2022; read 2026-11-21); third party: answers of the sandbox of October 2021, by https://github.com/cdw1p/BNI-H2H-Services and others without a named repository; ours: other codes, statuses and broken answers',
      kind: 'money',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh+token/1=',
      call: {
        body: {
          customerReferenceNumber: '20211012154715364003',
          amount: '10000',
          destinationAccountNum: '3333333333',
          destinationAccountName: 'BENEFICIARY NAME',
          destinationBankCode: '014',
          destinationBankName: 'BCA',
          accountNum: '115471119',
          retrievalReffNum: '100000000097',
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/H2H/v2/getinterbankpayment?access_token=contoh%2Btoken%2F1%3D',
        headers: { 'content-type': 'application/json', 'x-api-key': 'kunci-contoh-1' },
        body: '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20211012154715364003","amount":"10000","destinationAccountNum":"3333333333","destinationAccountName":"BENEFICIARY NAME","destinationBankCode":"014","destinationBankName":"BCA","accountNum":"115471119","retrievalReffNum":"100000000097","signature":"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJjbGllbnRJZCI6IklEQk5JUTI5dWRHOW9JRUZ3Y0E9PSIsImN1c3RvbWVyUmVmZXJlbmNlTnVtYmVyIjoiMjAyMTEwMTIxNTQ3MTUzNjQwMDMiLCJhbW91bnQiOiIxMDAwMCIsImRlc3RpbmF0aW9uQWNjb3VudE51bSI6IjMzMzMzMzMzMzMiLCJkZXN0aW5hdGlvbkFjY291bnROYW1lIjoiQkVORUZJQ0lBUlkgTkFNRSIsImRlc3RpbmF0aW9uQmFua0NvZGUiOiIwMTQiLCJkZXN0aW5hdGlvbkJhbmtOYW1lIjoiQkNBIiwiYWNjb3VudE51bSI6IjExNTQ3MTExOSIsInJldHJpZXZhbFJlZmZOdW0iOiIxMDAwMDAwMDAwOTcifQ.CfPm-MVvKmp8RerScyY7iHtJFF6eOwTwUm0rfUZVNic"}',
      },
      answers: [
        // Ours: every known answer that worked has a customerReffNum.
        {
          status: 200,
          body: '{"getInterbankPaymentResponse":{"parameters":{"responseCode":"0001"}}}',
          expect: { outcome: 'success', transaction: 'unknown', code: '0001' },
        },
        {
          status: 200,
          body: '{"getInterbankPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0001","responseMessage":"Request has been processed successfully","responseTimestamp":"2021-10-12T15:47:15.364Z","destinationAccountNum":3333333333,"destinationAccountName":"BENEFICIARY NAME","customerReffNum":"20211012154715364003","accountName":"Bpk JONOMADE"}}}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '0001',
            english: 'Successful.',
            indonesian: 'Berhasil.',
            body: {
              responseCode: '0001',
              responseMessage: 'Request has been processed successfully',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
              destinationAccountNum: 3333333333,
              destinationAccountName: 'BENEFICIARY NAME',
              customerReffNum: '20211012154715364003',
              accountName: 'Bpk JONOMADE',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364003' },
              undecided: ['paid'],
            },
          },
        },
        {
          status: 400,
          body: '{"getInterbankPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '0007',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            body: {
              responseCode: '0007',
              responseMessage: 'Invalid',
              responseTimestamp: '2021-10-12T15:47:15.364Z',
            },
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364003' },
              undecided: ['paid'],
            },
          },
        },
        {
          status: 200,
          body: '{"getInterbankPaymentResponse":{"clientId":"BNISERVICE","parameters":{"responseCode":"0099","responseMessage":"Not in any list"}}}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '0099',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364003' },
              undecided: ['paid'],
            },
          },
        },
        {
          status: 401,
          body: '',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364003' },
              undecided: ['paid'],
            },
          },
        },
        {
          status: 502,
          body: '<html>Bad Gateway</html>',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364003' },
              undecided: ['paid'],
            },
          },
        },
        {
          status: 400,
          body: '{"getInterbankInquiryResponse":{"parameters":{"responseCode":"0007","responseMessage":"Invalid","responseTimestamp":"2021-10-12T15:47:15.364Z"}}}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '0007',
            inquiry: {
              service: 'getpaymentstatus',
              body: { customerReferenceNumber: '20211012154715364003' },
              undecided: ['paid'],
            },
          },
        },
      ],
      withoutAnswer: {
        service: 'getpaymentstatus',
        body: { customerReferenceNumber: '20211012154715364003' },
        undecided: ['paid'],
      },
    },
  },
}
