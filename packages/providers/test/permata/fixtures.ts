import type { ProfileFixtures } from '../../src/testing/profile-fixtures.js'

// Static key, API key and the token call's signature are the sample of the bank's own page. Each other signature, with
// $BODY of the request below it:
//   printf %s "test-token-of-the-fixtures:2026-11-22T10:00:00.123+07:00:$BODY" |
//     openssl dgst -sha256 -hmac WD62811305f7f796a480bb2c53d76099 -binary | base64
const at = '2026-11-22T10:00:00.123+07:00'
const headers = {
  'content-type': 'application/json',
  authorization: 'Bearer test-token-of-the-fixtures',
  'permata-timestamp': at,
  organizationname: 'Toko Satu',
}
const clients =
  'third party: independent clients without a named repository that agree (path, signature, HTTP 403 with ErrorCode 403)'

export const fixtures: ProfileFixtures = {
  identity: {
    id: 'permata',
    name: 'Permata',
    environments: { test: { baseUrl: 'https://api.pbdevtest.com' }, production: {} },
    flows: { token: 'OAuth 2.0 Basic + HMAC-SHA256', sign: 'HMAC-SHA256' },
    evidence: [
      {
        source: 'https://api.permatabank.com (API documentation: signature of the token call, with a sample)',
        checked: '2026-11-21',
        grade: 'documentation',
      },
      {
        source:
          'independent clients without a named repository that agree on paths, the signature of calls and HTTP 403',
        checked: '2026-11-22',
        grade: 'third-party',
      },
    ],
  },
  credentials: {
    clientId: 'test-client',
    clientSecret: 'test secret',
    apiKey: 'cd86fe4b-bc4f-4200-8ad4-d04971c65ac6',
    staticKey: 'WD62811305f7f796a480bb2c53d76099',
    organizationName: 'Toko Satu',
  },
  environment: 'test',
  token: {
    at: '2017-12-09T03:52:01.000+07:00',
    request: {
      method: 'POST',
      url: 'https://api.pbdevtest.com/apiservice/oauth/token',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        // printf %s 'test-client:test secret' | base64
        authorization: 'Basic dGVzdC1jbGllbnQ6dGVzdCBzZWNyZXQ=',
        'api-key': 'cd86fe4b-bc4f-4200-8ad4-d04971c65ac6',
        'oauth-timestamp': '2017-12-09T03:52:01.000+07:00',
        'oauth-signature': 'YcKit0AOOJns0z/DWS+VJDHPJr/MWGiqZzqzFHIkBgo=',
      },
      body: 'grant_type=client_credentials',
    },
    answers: [
      {
        status: 200,
        body: '{"access_token":"a-token","token_type":"Bearer","expires_in":3600}',
        expect: { accessToken: 'a-token', expiresIn: 3600 },
      },
      { status: 200, body: '{"access_token":"a-token","token_type":"Bearer"}', expect: 'unreadable' },
      { status: 200, body: '<html>maintenance</html>', expect: 'unreadable' },
      {
        status: 200,
        body: '{"access_token":"","token_type":"Bearer","expires_in":3600}',
        expect: 'unreadable',
      },
      { status: 403, body: '{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}', expect: 'refused' },
      { status: 401, body: '{"error":"invalid_client"}', expect: 'refused' },
    ],
  },
  services: {
    'balance-inquiry': {
      source: `${clients}, read 2026-11-22; ours: the other answers`,
      kind: 'read',
      at,
      accessToken: 'test-token-of-the-fixtures',
      call: {
        body: {
          BalInqRq: {
            MsgRqHdr: { RequestTimestamp: '2026-11-22T10:00:00.123+07:00', CustRefID: '0878987654321' },
            InqInfo: { AccountNumber: '701075323' },
          },
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.pbdevtest.com/apiservice/InquiryServices/BalanceInfo_V2/inq',
        headers: { ...headers, 'permata-signature': 'ahZUiQXueR+rFQ2uaXavnPQGXBASff6aMwj+VqTrpNs=' },
        body: '{"BalInqRq":{"MsgRqHdr":{"RequestTimestamp":"2026-11-22T10:00:00.123+07:00","CustRefID":"0878987654321"},"InqInfo":{"AccountNumber":"701075323"}}}',
      },
      answers: [
        {
          status: 200,
          body: '{"BalInqRs":{"MsgRsHdr":{"ResponseTimestamp":"2026-11-22T10:00:01.000+07:00","CustRefID":"1","StatusCode":"00","StatusDesc":"Success"}}}',
          expect: {
            outcome: 'success',
            code: '00',
            inquiry: null,
            english: 'Successful.',
            indonesian: 'Berhasil.',
          },
        },
        {
          status: 200,
          body: '{"BalInqRs":{"MsgRsHdr":{"StatusCode":"14","StatusDesc":"Invalid account"}}}',
          expect: { outcome: 'rejected', code: '14', inquiry: null },
        },
        {
          status: 403,
          body: '{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}',
          expect: {
            outcome: 'rejected',
            code: '403',
            inquiry: null,
            english: 'The signature was refused. Check the static key, the organization name and the clock.',
            indonesian: 'Tanda tangan ditolak. Periksa static key, nama organisasi dan jam server.',
          },
        },
        {
          status: 401,
          body: '{"ErrorCode":"401","ErrorDescription":"Unauthorized"}',
          expect: { outcome: 'rejected', code: '401', tokenRejected: true, inquiry: null },
        },
        {
          status: 500,
          body: '{"ErrorCode":"500"}',
          expect: { outcome: 'unknown', code: '500', inquiry: null },
        },
        { status: 200, body: '<html></html>', expect: { outcome: 'unknown', inquiry: null } },
      ],
      withoutAnswer: null,
    },
    'online-transfer-inquiry': {
      source: `${clients}, read 2026-11-22; ours: the other answers`,
      kind: 'read',
      at,
      accessToken: 'test-token-of-the-fixtures',
      call: {
        body: {
          OlXferInqRq: {
            MsgRqHdr: { RequestTimestamp: '2026-11-22T10:00:00.123+07:00', CustRefID: '0878987654322' },
            XferInfo: { ToAccount: '701075331', BankId: '014', BankName: 'Bank / Satu' },
          },
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.pbdevtest.com/apiservice/InquiryServices/OnlineXferInfo/inq',
        headers: { ...headers, 'permata-signature': 'u8xVVX8BdBPjtIUdbAEW4cdyqvsJPemGO2AYGad/LBs=' },
        body: '{"OlXferInqRq":{"MsgRqHdr":{"RequestTimestamp":"2026-11-22T10:00:00.123+07:00","CustRefID":"0878987654322"},"XferInfo":{"ToAccount":"701075331","BankId":"014","BankName":"Bank / Satu"}}}',
      },
      answers: [
        {
          status: 200,
          body: '{"OlXferInqRs":{"MsgRsHdr":{"ResponseTimestamp":"2026-11-22T10:00:01.000+07:00","CustRefID":"1","StatusCode":"00","StatusDesc":"Success"}}}',
          expect: {
            outcome: 'success',
            code: '00',
            inquiry: null,
            english: 'Successful.',
            indonesian: 'Berhasil.',
          },
        },
        {
          status: 200,
          body: '{"OlXferInqRs":{"MsgRsHdr":{"StatusCode":"14","StatusDesc":"Invalid account"}}}',
          expect: { outcome: 'rejected', code: '14', inquiry: null },
        },
        {
          status: 403,
          body: '{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}',
          expect: {
            outcome: 'rejected',
            code: '403',
            inquiry: null,
            english: 'The signature was refused. Check the static key, the organization name and the clock.',
            indonesian: 'Tanda tangan ditolak. Periksa static key, nama organisasi dan jam server.',
          },
        },
        {
          status: 401,
          body: '{"ErrorCode":"401","ErrorDescription":"Unauthorized"}',
          expect: { outcome: 'rejected', code: '401', tokenRejected: true, inquiry: null },
        },
        {
          status: 500,
          body: '{"ErrorCode":"500"}',
          expect: { outcome: 'unknown', code: '500', inquiry: null },
        },
        { status: 200, body: '<html></html>', expect: { outcome: 'unknown', inquiry: null } },
      ],
      withoutAnswer: null,
    },
    transfer: {
      source: `${clients}, read 2026-11-22; ours: the other answers`,
      kind: 'money',
      at,
      accessToken: 'test-token-of-the-fixtures',
      call: {
        body: {
          XferAddRq: {
            MsgRqHdr: { RequestTimestamp: '2026-11-22T10:00:00.123+07:00', CustRefID: '0878987654323' },
            XferInfo: {
              FromAccount: '701075323',
              ToAccount: '701075331',
              Amount: '10000',
              CurrencyCode: 'IDR',
              TrxDesc: 'Invoice 1/2026',
            },
          },
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.pbdevtest.com/apiservice/BankingServices/FundsTransfer/add',
        headers: { ...headers, 'permata-signature': 'l/xHJXQkBoXH28ZJOB7Xu5LkxmL4hd8b8JvYT3QCK1s=' },
        body: '{"XferAddRq":{"MsgRqHdr":{"RequestTimestamp":"2026-11-22T10:00:00.123+07:00","CustRefID":"0878987654323"},"XferInfo":{"FromAccount":"701075323","ToAccount":"701075331","Amount":"10000","CurrencyCode":"IDR","TrxDesc":"Invoice 1/2026"}}}',
      },
      answers: [
        {
          status: 403,
          body: '{"ErrorCode":"9999","ErrorDescription":"Transaction in process"}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '9999', inquiry: null },
        },
        {
          status: 200,
          body: '{"XferAddRs":{"MsgRsHdr":{"StatusCode":"00","StatusDesc":"Success"},"TrxReffNo":"123"}}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '00', inquiry: null },
        },
        {
          status: 200,
          body: '{"XferAddRs":{"MsgRsHdr":{"StatusCode":"68","StatusDesc":"Timeout"}}}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '68', inquiry: null },
        },
        {
          status: 403,
          body: '{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '403',
            inquiry: null,
            english: 'The signature was refused. Check the static key, the organization name and the clock.',
            indonesian: 'Tanda tangan ditolak. Periksa static key, nama organisasi dan jam server.',
          },
        },
        {
          status: 401,
          body: '{"ErrorCode":"401","ErrorDescription":"Unauthorized"}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '401', inquiry: null },
        },
        { status: 403, body: '{}', expect: { outcome: 'unknown', transaction: 'unknown', inquiry: null } },
        { status: 200, body: '[]', expect: { outcome: 'unknown', transaction: 'unknown', inquiry: null } },
      ],
      withoutAnswer: null,
    },
    'interbank-transfer': {
      source: `${clients}, read 2026-11-22; ours: the other answers`,
      kind: 'money',
      at,
      accessToken: 'test-token-of-the-fixtures',
      call: {
        body: {
          OlXferAddRq: {
            MsgRqHdr: { RequestTimestamp: '2026-11-22T10:00:00.123+07:00', CustRefID: '0878987654324' },
            XferInfo: { FromAccount: '701075323', ToAccount: '701075331', ToBankId: '014', Amount: '10000' },
          },
        },
      },
      request: {
        method: 'POST',
        url: 'https://api.pbdevtest.com/apiservice/BankingServices/InterBankTransfer/add',
        headers: { ...headers, 'permata-signature': 'c3GqRnGR8vU3tFLTpgzuGJHOfFrp7uW4z1OoggLLRb0=' },
        body: '{"OlXferAddRq":{"MsgRqHdr":{"RequestTimestamp":"2026-11-22T10:00:00.123+07:00","CustRefID":"0878987654324"},"XferInfo":{"FromAccount":"701075323","ToAccount":"701075331","ToBankId":"014","Amount":"10000"}}}',
      },
      answers: [
        {
          status: 403,
          body: '{"ErrorCode":"9999","ErrorDescription":"Transaction in process"}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '9999', inquiry: null },
        },
        {
          status: 200,
          body: '{"OlXferAddRs":{"MsgRsHdr":{"StatusCode":"00","StatusDesc":"Success"},"TrxReffNo":"123"}}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '00', inquiry: null },
        },
        {
          status: 200,
          body: '{"OlXferAddRs":{"MsgRsHdr":{"StatusCode":"68","StatusDesc":"Timeout"}}}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '68', inquiry: null },
        },
        {
          status: 403,
          body: '{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '403',
            inquiry: null,
            english: 'The signature was refused. Check the static key, the organization name and the clock.',
            indonesian: 'Tanda tangan ditolak. Periksa static key, nama organisasi dan jam server.',
          },
        },
        {
          status: 401,
          body: '{"ErrorCode":"401","ErrorDescription":"Unauthorized"}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '401', inquiry: null },
        },
        { status: 403, body: '{}', expect: { outcome: 'unknown', transaction: 'unknown', inquiry: null } },
        { status: 200, body: '[]', expect: { outcome: 'unknown', transaction: 'unknown', inquiry: null } },
      ],
      withoutAnswer: null,
    },
    'transaction-status': {
      source: `${clients}, read 2026-11-22; ours: the other answers`,
      kind: 'read',
      at,
      accessToken: 'test-token-of-the-fixtures',
      call: { body: { StatusTransactionRq: { CorpID: 'Toko Satu', CustRefID: '0878987654323' } } },
      request: {
        method: 'POST',
        url: 'https://api.pbdevtest.com/apiservice/InquiryServices/StatusTransaction/Service/inq',
        headers: { ...headers, 'permata-signature': 'yTVV6gjbSEEBIsYrw+4DyfTOl/c0RfDtpXQEGgONhWo=' },
        body: '{"StatusTransactionRq":{"CorpID":"Toko Satu","CustRefID":"0878987654323"}}',
      },
      answers: [
        {
          status: 200,
          body: '{"StatusTransactionRs":{"MsgRsHdr":{"ResponseTimestamp":"2026-11-22T10:00:01.000+07:00","CustRefID":"1","StatusCode":"00","StatusDesc":"Success"}}}',
          expect: {
            outcome: 'success',
            code: '00',
            transaction: 'unknown',
            inquiry: null,
            english: 'Successful.',
            indonesian: 'Berhasil.',
          },
        },
        {
          status: 200,
          body: '{"StatusTransactionRs":{"MsgRsHdr":{"StatusCode":"14","StatusDesc":"Invalid account"}}}',
          expect: { outcome: 'rejected', code: '14', transaction: 'unknown', inquiry: null },
        },
        {
          status: 403,
          body: '{"ErrorCode":"403","ErrorDescription":"Invalid Signature"}',
          expect: {
            outcome: 'rejected',
            code: '403',
            transaction: 'unknown',
            inquiry: null,
            english: 'The signature was refused. Check the static key, the organization name and the clock.',
            indonesian: 'Tanda tangan ditolak. Periksa static key, nama organisasi dan jam server.',
          },
        },
        {
          status: 401,
          body: '{"ErrorCode":"401","ErrorDescription":"Unauthorized"}',
          expect: {
            outcome: 'rejected',
            code: '401',
            transaction: 'unknown',
            tokenRejected: true,
            inquiry: null,
          },
        },
        {
          status: 500,
          body: '{"ErrorCode":"500"}',
          expect: { outcome: 'unknown', code: '500', transaction: 'unknown', inquiry: null },
        },
        {
          status: 200,
          body: '<html></html>',
          expect: { outcome: 'unknown', transaction: 'unknown', inquiry: null },
        },
      ],
      withoutAnswer: null,
    },
  },
}
