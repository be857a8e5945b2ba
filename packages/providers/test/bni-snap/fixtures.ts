import type { ExpectedInquiry, ProfileFixtures } from '../../src/testing/profile-fixtures.js'

// openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048; made for this file, and used nowhere else.
const privateKey = `-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQDCjQtIpAytQmKQ
g3gHoRNY2M6WzpkB63he0+FbTVFuLu+t8bXs+Ecsr7cVjPaPAH/Utw/Xr1xwBQ4r
9ZFnHIpNjumT0/U5v1QV1oux9/aofbFk5bn9WhYsm3x7UjIvBU/GVpaq5ZIMxNZ6
0yIAPRkeFqJBD98vypdrZzqC9TBJpp0IHliLobDd0cMOZpG2Qa0FfNmHJoAUqK9Q
9hgJUCWatcwn5wkzHmvSjR4ZfUij8fkPjEOnzT0mTfroX1o6JGK10YMzotrk0o+G
gfoP1UlqZBexjMlTYzMiNADVmRkudzjZY+WfnYBCuWZb9Lqdd+9ceDWUq4w52+OP
giGMqthJAgMBAAECggEAPbQBI6lQEfVvkFj6DSVjnvaoUwE0Wv0FIMI/g7cagAEn
6Dm0kvNNk5kpTo72NfWZFWx3/Fa0URzxWTTZyGOvY5jTcRy09ns9nm18wdWcp+Sx
iggoPHfBd6VazjwMCYi8O/IDeDE2aJFXWv4ylvPJzxaroEn55czxyFElqBo+leTQ
3vSZlJm3QkBAcecO29tddAUkJ5/341txazYa689TREvGUF9aLcWjb2QCMqFbC+wu
C30qWV3FVoJufNRUnJMohfD8EBwc44PM5ZvBBKwQPq+aQhjwG47jUm+RvpLdfbcT
kWAeYEMF6DS3frKwYg4C5AsuYnjkF1pizOoGQFm8nwKBgQD8bE0dGeT80tb/D6Fe
4UycF3jwjVzstnK8dV2ZpI14XnSiZ/QQC11K5GipasSIJPoqHT4786oCOVzl3A3y
OF2hPbu1/GO8+VoJ6lnQ75ECqeDi6iDgnIWym5QnBrD63I8elV9ryvGoqYCdm3v4
Pk+aRDgLhuWzAIku4cZmJ+DC/wKBgQDFTs3R9YSEpndd8l+6SY8TzphkmNtV5+DF
pJD177pnxrawl78qCX1Ju9TDIRvEN90DxNlXbTHCyHBqAj1Gqv4ZBKNwU0UjubE1
a3mU/i/CK5xQR13j/bb1sVtpxxDovj73QEiJ6T8xKnQu4SUAXNl7+GsX8m1kadAC
e6hRy6SMtwKBgHlIjDC8XWMA5x58YxvUgtvJB2oFci2maDCW79c/0l2QfNf/vKvs
2fF/F663RyDnK3AKxvlFVV1mNHWZKvZEEPDFWajSURXedV2oRWl3giRWfWBqAEwL
yM2NpTyvIWAXk4itWsDPLRfOAac4qvMW9WZ4+rjHIxzD2CY3gv1Ykcz/AoGAGmsV
xeIQz04Wt36HcML+pFFKOFX7MEJu5yfEvRlPJSwHNBftYayJmQDMWSAqvpgYQLPv
wfP98K2z143bNIYapbDoTVbo8AKiBpwQWHG8ZUw/jsQvfyJuh/EqYzxjODaY6bQy
wjx32JZtngVJVgYYnK/Dbx5npUVBs8No4yLYMnsCgYBAjThTMqL55xZxz+lobecZ
Jcm+ttPP/tGUvlQ6xVuElqmD/Y8LOgRu3bNGdUIt3mORQtEu5lsU9Id/d75fhXgs
VLZm3ZduuGgERwbmgdw1L8ViZRp1c8+YyYJ8ecELEd0R9t017Nf6xo9yYHR3HpQ7
gLJLG5hklBpjfbymOlSaIg==
-----END PRIVATE KEY-----
`

/** How each transfer is asked for later, as BNI's samples print it. */
const asked = (serviceCode: string, reference: string, originalReferenceNo = ''): ExpectedInquiry => ({
  service: 'transfer-status',
  body: {
    originalPartnerReferenceNo: reference,
    originalReferenceNo,
    originalExternalId: '20261122091530000000000000000001',
    serviceCode,
    transactionDate: '',
    amount: { value: '55000.00', currency: 'IDR' },
    additionalInfo: { deviceId: '', channel: '' },
  },
})

/** Signatures: sign.sh, beside this file, with `rahasia-contoh` or the key above. */
export const fixtures: ProfileFixtures = {
  identity: {
    id: 'bni-snap',
    name: 'BNI SNAP',
    environments: {
      production: { baseUrl: 'https://api.bni.co.id' },
      sandbox: { baseUrl: 'https://sandbox.bni.co.id' },
      development: { baseUrl: 'https://newapidev.bni.co.id:8066' },
      testing: { baseUrl: 'https://newapidev.bni.co.id:8065' },
    },
    flows: { token: 'SNAP B2B', sign: 'HMAC-SHA512' },
    evidence: [
      {
        source:
          'https://github.com/bni-api (base URLs, headers, signature, services; SDKs for Node, PHP and Python)',
        checked: '2026-11-21',
        grade: 'sdk',
      },
      {
        source:
          'public clients of 2025 without a named repository, against the sandbox (answers of 73, 11, 15 and 17)',
        checked: '2026-11-21',
        grade: 'third-party',
      },
    ],
  },
  credentials: {
    clientId: 'bni-client-1',
    privateKey,
    apiKey: 'kunci-contoh-1',
    apiSecret: 'rahasia-contoh',
    channelId: '95221',
  },
  environment: 'sandbox',
  externalIds: { alphabet: 'digits', length: 32, maximum: 36 },
  token: {
    at: '2026-11-22T09:15:30+07:00',
    request: {
      method: 'POST',
      url: 'https://sandbox.bni.co.id/snap/v1/access-token/b2b',
      headers: {
        'content-type': 'application/json',
        'x-client-key': 'bni-client-1',
        'x-signature':
          'IpgqEstWcpY1mgJCOwYG91DwDcrGYaz2Ws4qMJ1tAHEmUkkUFj821sWO6GXHT2WVd+7dOgmP2NKnBkXTnA84CRRgtJFxyNtVk0D1yHiLqWl0HH2DkykeXmSPxMaZP5ffDELV0hpkaUKFTG/ULdX/TP7W2PidGczvHlQi/89vlIH9L6BXmNarPeZyaqOW76dV/4FGA6ToSYsGgWV90fIj1sIbPFaA6/gLlhUZDuF+7IAO9JlTnDZiSNovfY9x0PvpKb3lvXzcVrhJzcNZkztSrBcjgfVzPBi1w3tb0jCf0cqus/4UxJn8vUL37/9v83CtP+RvliEi/iv0pTaT4HTORQ==',
        'x-timestamp': '2026-11-22T09:15:30+07:00',
      },
      body: '{"grantType":"client_credentials","additionalInfo":{}}',
    },
    answers: [
      {
        status: 200,
        body: '{"responseCode":"2007300","responseMessage":"Successful","accessToken":"contoh73","tokenType":"Bearer","expiresIn":"900","additionalInfo":{}}',
        expect: { accessToken: 'contoh73', expiresIn: 900 },
      },
      {
        status: 200,
        body: '{"responseCode":"2007300","responseMessage":"Successful","accessToken":"contoh73","tokenType":"Bearer","expiresIn":899,"additionalInfo":{}}',
        expect: { accessToken: 'contoh73', expiresIn: 899 },
      },
      {
        status: 200,
        body: '{"responseCode":"2007300","accessToken":"contoh73","tokenType":"Bearer"}',
        expect: { accessToken: 'contoh73', expiresIn: 900 },
      },
      {
        status: 401,
        body: '{"responseCode":"4017300","responseMessage":"Unauthorized. [Signature]"}',
        expect: 'refused',
      },
      { status: 200, body: '{"responseCode":"2007300","tokenType":"Bearer"}', expect: 'unreadable' },
    ],
  },
  services: {
    'balance-inquiry': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); third party: the answer, by clients of 2025 without a named repository; ours: other codes, statuses and broken answers',
      code: '11',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: { body: { partnerReferenceNo: '202611220001', accountNo: '0115476117' } },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/balance-inquiry',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'pi8v9Gb+XrcJCQqH2mEwfKuY8WCEY1a8IyMNm2zXEpGeZAq5FeVVH02ugXqX7SdawBb5J3eY0Ijwkvp1DZK6+Q==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"partnerReferenceNo":"202611220001","accountNo":"0115476117"}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2001100","responseMessage":"Request has been processed successfully","partnerReferenceNo":"202611220001","accountNo":"0115476117","additionalInfo":{"accountType":"S","accountCurrency":"IDR","accountBalance":"10000.00","customerName":"Bpk JONOMADE","status":"BUKA"}}',
          expect: {
            outcome: 'success',
            code: '2001100',
            body: {
              responseCode: '2001100',
              responseMessage: 'Request has been processed successfully',
              partnerReferenceNo: '202611220001',
              accountNo: '0115476117',
              additionalInfo: {
                accountType: 'S',
                accountCurrency: 'IDR',
                accountBalance: '10000.00',
                customerName: 'Bpk JONOMADE',
                status: 'BUKA',
              },
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2000000","responseMessage":"Success"}',
          expect: { outcome: 'success', code: '2000000' },
        },
        {
          status: 202,
          body: '{"responseCode":"2021100","responseMessage":"Request In Progress"}',
          expect: { outcome: 'pending', code: '2021100' },
        },
        {
          status: 400,
          body: '{"responseCode":"4001102","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            code: '4001102',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4011101","responseMessage":"Invalid Token (B2B)"}',
          expect: { outcome: 'rejected', code: '4011101', tokenRejected: true },
        },
        { status: 401, body: '', expect: { outcome: 'unknown' } },
        {
          status: 409,
          body: '{"responseCode":"4091100","responseMessage":"Conflict"}',
          expect: { outcome: 'rejected', code: '4091100' },
        },
        {
          status: 504,
          body: '{"responseCode":"5041100","responseMessage":"Timeout"}',
          expect: { outcome: 'unknown', code: '5041100' },
        },
        { status: 502, body: '<html>Bad Gateway</html>', expect: { outcome: 'unknown' } },
      ],
    },
    'account-inquiry-internal': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); third party: the answer, by clients of 2025 without a named repository; ours: other codes, statuses and broken answers',
      code: '15',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: { body: { partnerReferenceNo: '202611220002', beneficiaryAccountNo: '0115476151' } },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/account-inquiry-internal',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'bkfdlhUEdq4lkMqxFPIabjl1eJnNs6v/KnFpkVG7T1RHrRXJI9OL9td9wygXKWQTM/YX/lzOAvtMZFJDZ6LovQ==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"partnerReferenceNo":"202611220002","beneficiaryAccountNo":"0115476151"}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2001500","responseMessage":"Request has been processed successfully","referenceNo":"REF2","partnerReferenceNo":"202611220002","beneficiaryAccountName":"Bpk JONOMADE","beneficiaryAccountNo":"0115476151","beneficiaryAccountStatus":"BUKA","beneficiaryAccountType":"S","currency":"IDR"}',
          expect: {
            outcome: 'success',
            code: '2001500',
            body: {
              responseCode: '2001500',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF2',
              partnerReferenceNo: '202611220002',
              beneficiaryAccountName: 'Bpk JONOMADE',
              beneficiaryAccountNo: '0115476151',
              beneficiaryAccountStatus: 'BUKA',
              beneficiaryAccountType: 'S',
              currency: 'IDR',
            },
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2021500","responseMessage":"Request In Progress"}',
          expect: { outcome: 'pending', code: '2021500' },
        },
        {
          status: 400,
          body: '{"responseCode":"4001502","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            code: '4001502',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4011501","responseMessage":"Invalid Token (B2B)"}',
          expect: { outcome: 'rejected', code: '4011501', tokenRejected: true },
        },
        {
          status: 504,
          body: '{"responseCode":"5041500","responseMessage":"Timeout"}',
          expect: { outcome: 'unknown', code: '5041500' },
        },
      ],
    },
    'account-inquiry-external': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); standard: the answer, by the ASPI portal (read June 2025), since BNI’s was not seen; ours: other codes, statuses and broken answers',
      code: '16',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: {
        body: {
          beneficiaryBankCode: 'CENAIDJAXXX',
          beneficiaryAccountNo: '3333333333',
          partnerReferenceNo: '202611220003',
          additionalInfo: { deviceId: '', channel: '' },
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/account-inquiry-external',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'EqQchmeSouNA5f+HyIhcgIHkSw7X6XmdveoOv3qn6owGVNGt8hoiLlRQplL8v0Dw7ETFkLndt7li+m4sB0GbLA==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"beneficiaryBankCode":"CENAIDJAXXX","beneficiaryAccountNo":"3333333333","partnerReferenceNo":"202611220003","additionalInfo":{"deviceId":"","channel":""}}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2001600","responseMessage":"Request has been processed successfully","beneficiaryAccountName":"Siti","beneficiaryAccountNo":"3333333333","currency":"IDR"}',
          expect: {
            outcome: 'success',
            code: '2001600',
            body: {
              responseCode: '2001600',
              responseMessage: 'Request has been processed successfully',
              beneficiaryAccountName: 'Siti',
              beneficiaryAccountNo: '3333333333',
              currency: 'IDR',
            },
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2021600","responseMessage":"Request In Progress"}',
          expect: { outcome: 'pending', code: '2021600' },
        },
        {
          status: 400,
          body: '{"responseCode":"4001602","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            code: '4001602',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4011601","responseMessage":"Invalid Token (B2B)"}',
          expect: { outcome: 'rejected', code: '4011601', tokenRejected: true },
        },
        {
          status: 504,
          body: '{"responseCode":"5041600","responseMessage":"Timeout"}',
          expect: { outcome: 'unknown', code: '5041600' },
        },
      ],
    },
    'transfer-intrabank': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); third party: the answer, by clients of 2025 without a named repository; ours: other codes, statuses and broken answers',
      code: '17',
      kind: 'money',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: {
        body: {
          partnerReferenceNo: '202611220017',
          amount: { value: '55000.00', currency: 'IDR' },
          beneficiaryAccountNo: '0115476151',
          remark: 'Gaji / a',
          sourceAccountNo: '0115476117',
          transactionDate: '2026-11-22T09:15:30+07:00',
          additionalInfo: { deviceId: '', channel: '' },
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/transfer-intrabank',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'Yy5NZZHd2sKsfpYjMmQveAOn+Y2Yel7lLWFDbgAOsI/FdgUCDhXVImraZdT7HDSVPLANTQeX25LMxUO+Cgkbbw==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"partnerReferenceNo":"202611220017","amount":{"value":"55000.00","currency":"IDR"},"beneficiaryAccountNo":"0115476151","remark":"Gaji / a","sourceAccountNo":"0115476117","transactionDate":"2026-11-22T09:15:30+07:00","additionalInfo":{"deviceId":"","channel":""}}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2001700","responseMessage":"Request has been processed successfully","referenceNo":"REF17","partnerReferenceNo":"202611220017","amount":{"value":"55000.00","currency":"IDR"},"sourceAccountNo":"0115476117","transactionDate":"2026-11-22T09:15:30+07:00"}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '2001700',
            body: {
              responseCode: '2001700',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF17',
              partnerReferenceNo: '202611220017',
              amount: { value: '55000.00', currency: 'IDR' },
              sourceAccountNo: '0115476117',
              transactionDate: '2026-11-22T09:15:30+07:00',
            },
            inquiry: asked('17', '202611220017', 'REF17'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2000000","responseMessage":"Success"}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '2000000',
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2021700","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2021700',
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 400,
          body: '{"responseCode":"4001702","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4001702',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4011701","responseMessage":"Invalid Token (B2B)"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4011701',
            tokenRejected: true,
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 401,
          body: '',
          expect: { outcome: 'unknown', transaction: 'unknown', inquiry: asked('17', '202611220017') },
        },
        {
          status: 409,
          body: '{"responseCode":"4091700","responseMessage":"Conflict"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '4091700',
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 504,
          body: '{"responseCode":"5041700","responseMessage":"Timeout"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5041700',
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 502,
          body: '<html>Bad Gateway</html>',
          expect: { outcome: 'unknown', transaction: 'unknown', inquiry: asked('17', '202611220017') },
        },
        {
          status: 404,
          body: '{"responseCode":"4041718","responseMessage":"Inconsistent Request"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '4041718',
            inquiry: asked('17', '202611220017'),
          },
        },
        {
          status: 403,
          body: '{"responseCode":"4031714","responseMessage":"Insufficient Funds"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4031714',
            indonesian: 'Saldo tidak cukup. Hasil ini sudah final.',
            inquiry: asked('17', '202611220017'),
          },
        },
      ],
      withoutAnswer: asked('17', '202611220017'),
    },
    'transfer-interbank': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); standard: the answer, by the ASPI portal (read June 2025), since BNI’s was not seen; ours: other codes, statuses and broken answers',
      code: '18',
      kind: 'money',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: {
        body: {
          partnerReferenceNo: '202611220018',
          amount: { value: '55000.00', currency: 'IDR' },
          beneficiaryAccountName: 'Siti',
          beneficiaryAccountNo: '3333333333',
          beneficiaryBankCode: '014',
          sourceAccountNo: '0115476117',
          transactionDate: '2026-11-22T09:15:30+07:00',
          additionalInfo: { deviceId: '', channel: '' },
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/transfer-interbank',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'Pc4QwAtpeCbLZ0O5jjWqYxleQ5tqDyexnxC2irFoOlgc+PCWBq+3YrdvbtHi1pLLMXFW0EUsMToPcxmkoldRRA==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"partnerReferenceNo":"202611220018","amount":{"value":"55000.00","currency":"IDR"},"beneficiaryAccountName":"Siti","beneficiaryAccountNo":"3333333333","beneficiaryBankCode":"014","sourceAccountNo":"0115476117","transactionDate":"2026-11-22T09:15:30+07:00","additionalInfo":{"deviceId":"","channel":""}}',
      },
      answers: [
        // Ours: the standard demands a referenceNo of what worked.
        {
          status: 200,
          body: '{"responseCode":"2001800","responseMessage":"Success","referenceNo":""}',
          expect: { outcome: 'success', transaction: 'unknown', code: '2001800' },
        },
        {
          status: 200,
          body: '{"responseCode":"2001800","responseMessage":"Request has been processed successfully","referenceNo":"REF18","partnerReferenceNo":"202611220018","amount":{"value":"55000.00","currency":"IDR"}}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '2001800',
            body: {
              responseCode: '2001800',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF18',
              partnerReferenceNo: '202611220018',
              amount: { value: '55000.00', currency: 'IDR' },
            },
            inquiry: asked('18', '202611220018', 'REF18'),
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2021800","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2021800',
            inquiry: asked('18', '202611220018'),
          },
        },
        {
          status: 400,
          body: '{"responseCode":"4001802","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4001802',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            inquiry: asked('18', '202611220018'),
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4011801","responseMessage":"Invalid Token (B2B)"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4011801',
            tokenRejected: true,
            inquiry: asked('18', '202611220018'),
          },
        },
        {
          status: 504,
          body: '{"responseCode":"5041800","responseMessage":"Timeout"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5041800',
            inquiry: asked('18', '202611220018'),
          },
        },
      ],
      withoutAnswer: asked('18', '202611220018'),
    },
    'transfer-rtgs': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); standard: the answer, by the ASPI portal (read June 2025), since BNI’s was not seen; ours: other codes, statuses and broken answers',
      code: '22',
      kind: 'money',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: {
        body: {
          partnerReferenceNo: '202611220022',
          amount: { value: '55000.00', currency: 'IDR' },
          beneficiaryAccountName: 'Siti',
          beneficiaryAccountNo: '3333333333',
          beneficiaryBankCode: 'CENAIDJAXXX',
          beneficiaryCustomerResidence: '1',
          beneficiaryCustomerType: '2',
          customerReference: '202611220022',
          kodePos: '12345',
          recieverPhone: '08123456789',
          sourceAccountNo: '0115476117',
          transactionDate: '2026-11-22T09:15:30+07:00',
          additionalInfo: { deviceId: '', channel: '' },
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/transfer-rtgs',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'YYwdO1LrMxPynM1KD1P2fFVlmzrqH3eIUWugfv+i8pNDnr6ezF20jg1WlgZ8/4jMW4pZXAFHUZUdFFx6kvPvFw==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"partnerReferenceNo":"202611220022","amount":{"value":"55000.00","currency":"IDR"},"beneficiaryAccountName":"Siti","beneficiaryAccountNo":"3333333333","beneficiaryBankCode":"CENAIDJAXXX","beneficiaryCustomerResidence":"1","beneficiaryCustomerType":"2","customerReference":"202611220022","kodePos":"12345","recieverPhone":"08123456789","sourceAccountNo":"0115476117","transactionDate":"2026-11-22T09:15:30+07:00","additionalInfo":{"deviceId":"","channel":""}}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"00"}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '00',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"01"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '01',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"02"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '02',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"03"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '03',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"04"}',
          expect: {
            outcome: 'success',
            transaction: 'refunded',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '04',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"05"}',
          expect: {
            outcome: 'success',
            transaction: 'cancelled',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '05',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"06"}',
          expect: {
            outcome: 'success',
            transaction: 'failed',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '06',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"07"}',
          expect: {
            outcome: 'success',
            transaction: 'not-found',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '07',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002200","responseMessage":"Request has been processed successfully","referenceNo":"REF22","transactionStatus":"08"}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '2002200',
            body: {
              responseCode: '2002200',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF22',
              transactionStatus: '08',
            },
            inquiry: asked('22', '202611220022', 'REF22'),
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2022200","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2022200',
            inquiry: asked('22', '202611220022'),
          },
        },
        {
          status: 400,
          body: '{"responseCode":"4002202","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4002202',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            inquiry: asked('22', '202611220022'),
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4012201","responseMessage":"Invalid Token (B2B)"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4012201',
            tokenRejected: true,
            inquiry: asked('22', '202611220022'),
          },
        },
        {
          status: 504,
          body: '{"responseCode":"5042200","responseMessage":"Timeout"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5042200',
            inquiry: asked('22', '202611220022'),
          },
        },
      ],
      withoutAnswer: asked('22', '202611220022'),
    },
    'transfer-skn': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); standard: the answer, by the ASPI portal (read June 2025), since BNI’s was not seen; ours: other codes, statuses and broken answers',
      code: '23',
      kind: 'money',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: {
        body: {
          partnerReferenceNo: '202611220023',
          amount: { value: '55000.00', currency: 'IDR' },
          beneficiaryAccountName: 'Siti',
          beneficiaryAccountNo: '3333333333',
          beneficiaryBankCode: 'CENAIDJAXXX',
          beneficiaryCustomerResidence: '1',
          beneficiaryCustomerType: '2',
          customerReference: '202611220023',
          kodePos: '12345',
          recieverPhone: '08123456789',
          sourceAccountNo: '0115476117',
          transactionDate: '2026-11-22T09:15:30+07:00',
          additionalInfo: { deviceId: '', channel: '' },
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/transfer-skn',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'gJY3uA2lgPWox/wahNhgcQS72k+oehLK372hLXjs8Ll2gTRl6v31U3rbiEmRhyYXkHk0oJ3GTdrapI7uZVoEPg==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"partnerReferenceNo":"202611220023","amount":{"value":"55000.00","currency":"IDR"},"beneficiaryAccountName":"Siti","beneficiaryAccountNo":"3333333333","beneficiaryBankCode":"CENAIDJAXXX","beneficiaryCustomerResidence":"1","beneficiaryCustomerType":"2","customerReference":"202611220023","kodePos":"12345","recieverPhone":"08123456789","sourceAccountNo":"0115476117","transactionDate":"2026-11-22T09:15:30+07:00","additionalInfo":{"deviceId":"","channel":""}}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"00"}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '00',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"01"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '01',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"02"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '02',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"03"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '03',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"04"}',
          expect: {
            outcome: 'success',
            transaction: 'refunded',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '04',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"05"}',
          expect: {
            outcome: 'success',
            transaction: 'cancelled',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '05',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"06"}',
          expect: {
            outcome: 'success',
            transaction: 'failed',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '06',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"07"}',
          expect: {
            outcome: 'success',
            transaction: 'not-found',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '07',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2002300","responseMessage":"Request has been processed successfully","referenceNo":"REF23","transactionStatus":"08"}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '2002300',
            body: {
              responseCode: '2002300',
              responseMessage: 'Request has been processed successfully',
              referenceNo: 'REF23',
              transactionStatus: '08',
            },
            inquiry: asked('23', '202611220023', 'REF23'),
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2022300","responseMessage":"Request In Progress"}',
          expect: {
            outcome: 'pending',
            transaction: 'pending',
            code: '2022300',
            inquiry: asked('23', '202611220023'),
          },
        },
        {
          status: 400,
          body: '{"responseCode":"4002302","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4002302',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
            inquiry: asked('23', '202611220023'),
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4012301","responseMessage":"Invalid Token (B2B)"}',
          expect: {
            outcome: 'rejected',
            transaction: 'failed',
            code: '4012301',
            tokenRejected: true,
            inquiry: asked('23', '202611220023'),
          },
        },
        {
          status: 504,
          body: '{"responseCode":"5042300","responseMessage":"Timeout"}',
          expect: {
            outcome: 'unknown',
            transaction: 'unknown',
            code: '5042300',
            inquiry: asked('23', '202611220023'),
          },
        },
      ],
      withoutAnswer: asked('23', '202611220023'),
    },
    'transfer-status': {
      source:
        'SDK: https://github.com/bni-api (request, 400xx02 by its negative tests of October 2022; read 2026-11-21); standard: the answer, by the ASPI portal (read June 2025), since BNI’s was not seen; ours: other codes, statuses and broken answers',
      code: '36',
      kind: 'read',
      at: '2026-11-22T09:15:30+07:00',
      accessToken: 'contoh-token-1',
      externalId: '20261122091530000000000000000001',
      call: {
        body: {
          originalPartnerReferenceNo: '202611220017',
          originalReferenceNo: '',
          originalExternalId: '20261122091530000000000000000001',
          serviceCode: '17',
          transactionDate: '',
          amount: { value: '55000.00', currency: 'IDR' },
          additionalInfo: { deviceId: '', channel: '' },
        },
      },
      request: {
        method: 'POST',
        url: 'https://sandbox.bni.co.id/snap-service/v1/transfer/status',
        headers: {
          authorization: 'Bearer contoh-token-1',
          'channel-id': '95221',
          'content-type': 'application/json',
          'x-external-id': '20261122091530000000000000000001',
          'x-partner-id': 'kunci-contoh-1',
          'x-signature':
            'TxHCChEPx5Bg+Y4/SA+EnPgqDXxqwO0tRhahJVV/ve3WiP9VlxxWbP/bzOs7MogK4hE4MB48FozFgR4sJVd0bQ==',
          'x-timestamp': '2026-11-22T09:15:30+07:00',
        },
        body: '{"originalPartnerReferenceNo":"202611220017","originalReferenceNo":"","originalExternalId":"20261122091530000000000000000001","serviceCode":"17","transactionDate":"","amount":{"value":"55000.00","currency":"IDR"},"additionalInfo":{"deviceId":"","channel":""}}',
      },
      answers: [
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"00"}',
          expect: {
            outcome: 'success',
            transaction: 'paid',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '00',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"01"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '01',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"02"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '02',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"03"}',
          expect: {
            outcome: 'success',
            transaction: 'pending',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '03',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"04"}',
          expect: {
            outcome: 'success',
            transaction: 'refunded',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '04',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"05"}',
          expect: {
            outcome: 'success',
            transaction: 'cancelled',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '05',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"06"}',
          expect: {
            outcome: 'success',
            transaction: 'failed',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '06',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"07"}',
          expect: {
            outcome: 'success',
            transaction: 'not-found',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '07',
            },
          },
        },
        {
          status: 200,
          body: '{"responseCode":"2003600","responseMessage":"Request has been processed successfully","serviceCode":"17","latestTransactionStatus":"99"}',
          expect: {
            outcome: 'success',
            transaction: 'unknown',
            code: '2003600',
            body: {
              responseCode: '2003600',
              responseMessage: 'Request has been processed successfully',
              serviceCode: '17',
              latestTransactionStatus: '99',
            },
          },
        },
        {
          status: 202,
          body: '{"responseCode":"2023600","responseMessage":"Request In Progress"}',
          expect: { outcome: 'pending', transaction: 'unknown', code: '2023600' },
        },
        {
          status: 400,
          body: '{"responseCode":"4003602","responseMessage":"Invalid Mandatory Field"}',
          expect: {
            outcome: 'rejected',
            transaction: 'unknown',
            code: '4003602',
            english: 'A field is missing or badly formatted. Correct the request.',
            indonesian: 'Field kosong atau formatnya tidak valid. Perbaiki permintaan.',
          },
        },
        {
          status: 401,
          body: '{"responseCode":"4013601","responseMessage":"Invalid Token (B2B)"}',
          expect: { outcome: 'rejected', transaction: 'unknown', code: '4013601', tokenRejected: true },
        },
        {
          status: 504,
          body: '{"responseCode":"5043600","responseMessage":"Timeout"}',
          expect: { outcome: 'unknown', transaction: 'unknown', code: '5043600' },
        },
        {
          status: 404,
          body: '{"responseCode":"4043601","responseMessage":"Transaction Not Found"}',
          expect: { outcome: 'rejected', transaction: 'not-found', code: '4043601' },
        },
      ],
    },
  },
}
