import { createSandbox } from '@x/sandbox'
import { type ListeningSandbox, listen } from '@x/sandbox/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runByHand } from './run-by-hand.js'

let servers: ListeningSandbox

beforeAll(async () => {
  servers = await listen(createSandbox(), { port: 0, providerPort: 0 })
})
afterAll(() => servers.close())

/** Real processes, some fifty of them, on a machine that does other things too. */
const timeout = 120_000

// curl and openssl make these requests from literal strings: nothing of ours signs or sends them.
describe('by hand', () => {
  it('BNI: balance, payment once, its status, interbank', { timeout }, async () => {
    const printed = await runByHand('bni.sh', { servers, provider: 'bni' })
    const expected = [
      /^getbalance \{"getBalanceResponse":.*"responseCode":"0001".*"accountBalance":1000000000\}\}\} 200$/,
      /^getinhouseinquiry \{"getInHouseInquiryResponse":.*"0001".*"accountNumber":"0115476117","accountStatus":"BUKA"/,
      /^dopayment \{"doPaymentResponse":.*"responseCode":"0001".*"valueAmount":100500,.*"customerReference":"20170227000000000020","bankReference":"\d{6}"\}\}\} 200$/,
      /^dopayment \{"doPaymentResponse":.*"responseCode":"0000","responseMessage":"Request failed".*\} 400$/,
      /^getpaymentstatus \{"getPaymentStatusResponse":.*"0001".*"previousResponse":\{"transactionStatus":"Y".*"valueAmount":"100500".*\},"bankReference":"\d{6}","customerReference":"20170227000000000020"\}\}\} 200$/,
      /^getinterbankinquiry \{"getInterbankInquiryResponse":.*"0001".*"retrievalReffNum":"100000000001"\}\}\} 200$/,
      /^getinterbankpayment \{"getInterbankPaymentResponse":.*"0001".*"customerReffNum":"20180930112233003"/,
      // 1 000 000 000 - 100 500, once - 10 000.
      /^getbalance .*"accountBalance":999889500\}\}\} 200$/,
      /^account-info \{"response":\{"responseCode":"0001".*"accountNumber":"0115476117".*\}\} 200$/,
    ]
    expect(printed).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(printed[index]).toMatch(pattern)
  })

  it('BNI: a copy with one difference', { timeout }, async () => {
    expect(await runByHand('bni-mutated.sh', { servers, provider: 'bni' })).toEqual([
      'as it is: 200 0001',
      'no query: 401 invalid_token',
      'another token: 401 invalid_token',
      'token twice: 400 invalid_request',
      'another parameter too: 400 invalid_request',
      'token in Authorization: 401 invalid_token',
      'no X-API-Key: 401 invalid_api_key',
      'another X-API-Key: 401 invalid_api_key',
      'no Content-Type: 400 invalid_request',
      'another Content-Type: 400 invalid_request',
      'another method: 405 invalid_request',
      'another path: 404 not_found',
      'path of another service: 400 0007',
      'another account: 401 0000',
      'one member more: 401 0000',
      'a member twice: 400 0007',
      // Members are compared, not bytes.
      'other order: 200 0001',
      'white space: 200 0001',
      'no JSON: 400 0007',
      'no signature: 400 0007',
      'another secret: 401 0000',
      'third part alone: 401 0000',
      'third part padded: 401 0000',
      'payload of another body: 401 0000',
      'alg none: 401 0000',
      'typ before alg: 200 0001',
    ])
  })

  it('BNI SNAP: inquiries, transfers once, pending and settled', { timeout }, async () => {
    const printed = await runByHand('bni-snap.sh', { servers, provider: 'bni-snap' })
    const expected = [
      /^balance-inquiry .*"2001100".*"additionalInfo":\{.*"accountBalance":"1000000000\.00".*\} 200$/,
      /^account-inquiry-internal .*"2001500".*"beneficiaryAccountName":"[^"]+".* 200$/,
      /^account-inquiry-external .*"2001600".*"beneficiaryBankCode":"CENAIDJAXXX".* 200$/,
      /^transfer-intrabank .*"2001700".*"referenceNo":"\d{16}","partnerReferenceNo":"20220426170737356898".* 200$/,
      /^transfer-intrabank \{"responseCode":"4091701","responseMessage":"Duplicate partnerReferenceNo"\} 409$/,
      /^transfer-interbank .*"2001800".*"amount":\{"value":"20000\.00","currency":"IDR"\}.* 200$/,
      /^transfer-rtgs .*"2022200".*"transactionStatus":"03"\} 202$/,
      /^transfer-rtgs .*"4092201".* 409$/,
      /^transfer\/status .*"2003600".*"previousResponseCode":"2022200".*"latestTransactionStatus":"03".* 200$/,
      /^settle \{"kind":"rtgs".*"status":"00","state":"paid","account":"\*{6}3333".* 200$/,
      /^transfer\/status .*"latestTransactionStatus":"00","transactionStatusDesc":"Success"\} 200$/,
      /^transfer\/status \{"responseCode":"4043601","responseMessage":"Transaction Not Found"\} 404$/,
      // 1 000 000 000 - 55 000, once - 20 000 - 990 202.
      /^balance-inquiry .*"accountBalance":"998934798\.00".* 200$/,
    ]
    expect(printed).toHaveLength(expected.length)
    for (const [index, pattern] of expected.entries()) expect(printed[index]).toMatch(pattern)
  })

  it('BNI SNAP: a copy with one difference', { timeout }, async () => {
    expect(await runByHand('bni-snap-mutated.sh', { servers, provider: 'bni-snap' })).toEqual([
      'token, as it is: 200 2007300',
      'token, no Content-Type: 400 4007302',
      'token, no X-TIMESTAMP: 400 4007302',
      'token, no X-CLIENT-KEY: 400 4007302',
      'token, no X-SIGNATURE: 400 4007302',
      'token, another Content-Type: 400 4007301',
      'token, another X-TIMESTAMP: 401 4017300',
      'token, X-TIMESTAMP in UTC: 400 4007301',
      'token, X-TIMESTAMP of another day: 401 4017300',
      'token, another X-CLIENT-KEY: 401 4017300',
      'token, another X-SIGNATURE: 401 4017300',
      'token, X-SIGNATURE that is no base64: 400 4007301',
      'token, another grantType: 400 4007301',
      'token, no grantType: 400 4007302',
      'as it is: 200 2001700',
      'no Content-Type: 400 4001702',
      'no Authorization: 400 4001702',
      'no X-TIMESTAMP: 400 4001702',
      'no X-SIGNATURE: 400 4001702',
      'no X-PARTNER-ID: 400 4001702',
      'no X-EXTERNAL-ID: 400 4001702',
      'no CHANNEL-ID: 400 4001702',
      'another Content-Type: 400 4001701',
      'another scheme: 401 4011701',
      'another token: 401 4011701',
      'another token, signed: 401 4011701',
      'another X-TIMESTAMP: 401 4011700',
      'X-TIMESTAMP in UTC, signed: 400 4001701',
      'X-TIMESTAMP with milliseconds, signed: 400 4001701',
      'X-TIMESTAMP of another day, signed: 401 4011700',
      'another X-SIGNATURE: 401 4011700',
      'X-SIGNATURE in hex: 401 4011700',
      'X-SIGNATURE that is no base64: 400 4001701',
      'another secret: 401 4011700',
      'the client secret: 401 4011700',
      'another X-PARTNER-ID: 401 4011700',
      'X-PARTNER-ID that is the client id: 401 4011700',
      'X-EXTERNAL-ID with a letter: 400 4001701',
      'X-EXTERNAL-ID of 37 digits: 400 4001701',
      'X-EXTERNAL-ID used before: 409 4091700',
      'CHANNEL-ID of six: 400 4001701',
      'another byte of the body: 401 4011700',
      // Minified before it is hashed.
      'white space in the body: 200 2001700',
      'no JSON, signed: 400 4001700',
      'a member twice, signed: 400 4001700',
      'the path without its first part, signed: 401 4011700',
      'another path: 404 4040000',
      'path of another service: 401 4011800',
      'a query: 400 4001700',
      'another method: 405 4051700',
      'another method, signed: 401 4011700',
    ])
  })
})
