#!/usr/bin/env bash
# Makes the signatures of fixtures.ts with openssl alone, from literal text. Run it by hand, from any folder.
#
# String to sign of a call: METHOD:path without /nicepay:token:lower-case hex SHA-256 of the body:X-TIMESTAMP, HMAC-SHA512
# with the client secret, base64. Of the token request: client id|X-TIMESTAMP, SHA256withRSA, base64.
set -euo pipefail
cd "$(dirname "$0")"

secret='Rahasia+toko/1=uji'
token='eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJJT05QQVlURVNUIn0.dWppLWNvYmE'
at='2026-11-20T10:40:00+07:00'

sign() {
  local name=$1 method=$2 path=$3 body=$4 hash
  hash=$(printf '%s' "$body" | openssl dgst -sha256 -r | cut -c1-64)
  printf '%s %s\n' "$name" "$(printf '%s' "$method:$path:$token:$hash:$at" |
    openssl dgst -sha512 -hmac "$secret" -binary | openssl base64 -A)"
}

key=$(mktemp)
trap 'rm -f "$key"' EXIT
sed -n '/BEGIN PRIVATE KEY/,/END PRIVATE KEY/p' credentials.ts >"$key"
printf 'token %s\n' "$(printf '%s' "IONPAYTEST|$at" | openssl dgst -sha256 -sign "$key" -binary | openssl base64 -A)"

sign va-create POST /api/v1.0/transfer-va/create-va \
  '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"","virtualAccountName":"Sari Déwi","trxId":"INV-1001","totalAmount":{"value":"25000.00","currency":"IDR"},"additionalInfo":{"bankCd":"BRIN","goodsNm":"Coffee beans","dbProcessUrl":"https://shop.example/notify/va","vacctValidDt":"","vacctValidTm":""}}'
sign va-status POST /api/v1.0/transfer-va/status \
  '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"","inquiryRequestId":"10000000000000000026","additionalInfo":{"totalAmount":{"value":"25000.00","currency":"IDR"},"trxId":"INV-1001","tXidVA":"IONPAYTEST02202611201030450001"}}'
sign va-delete DELETE /api/v1.0/transfer-va/delete-va \
  '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"999900011030450001","trxId":"INV-1001","additionalInfo":{"totalAmount":{"value":"25000.00","currency":"IDR"},"tXidVA":"IONPAYTEST02202611201030450001","cancelMessage":"Order withdrawn"}}'
sign qr-mpm-generate POST /api/v1.0/qr/qr-mpm-generate \
  '{"partnerReferenceNo":"QR-2001","amount":{"value":"15000.00","currency":"IDR"},"merchantId":"IONPAYTEST","storeId":"NICEPAY","additionalInfo":{"goodsNm":"Noodles","billingNm":"Budi","billingPhone":"0812000111","billingEmail":"budi@shop.example","billingCity":"Jakarta","billingState":"DKI Jakarta","billingPostCd":"10110","billingCountry":"Indonesia","callBackUrl":"https://shop.example/done","dbProcessUrl":"https://shop.example/notify/qris","userIP":"192.0.2.10","cartData":"{}","mitraCd":"QSHP"}}'
sign qr-mpm-query POST /api/v1.0/qr/qr-mpm-query \
  '{"originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","merchantId":"IONPAYTEST","externalStoreId":"NICEPAY","serviceCode":"47"}'
sign qr-mpm-refund POST /api/v1.0/qr/qr-mpm-refund \
  '{"originalReferenceNo":"IONPAYTEST08202611201031100002","originalPartnerReferenceNo":"QR-2001","partnerRefundNo":"RF-2001","merchantId":"IONPAYTEST","externalStoreId":"NICEPAY","refundAmount":{"value":"15000.00","currency":"IDR"},"reason":"Out of stock","additionalInfo":{"cancelType":"1"}}'
sign debit-payment POST /api/v1.0/debit/payment-host-to-host \
  '{"partnerReferenceNo":"EW-3002","merchantId":"IONPAYTEST","subMerchantId":"","externalStoreId":"","validUpTo":"2026-11-20T12:32:20+07:00","pointOfInitiation":"Mobile App","amount":{"value":"12000.00","currency":"IDR"},"urlParam":[{"url":"https://shop.example/notify/wallet","type":"PAY_NOTIFY","isDeeplink":"N"},{"url":"https://shop.example/done","type":"PAY_RETURN","isDeeplink":"Y"}],"additionalInfo":{"mitraCd":"DANA","goodsNm":"Tea","billingNm":"Ayu","billingPhone":"081200022233","callBackUrl":"https://shop.example/done","dbProcessUrl":"https://shop.example/notify/wallet","cartData":"{\"count\":\"1\",\"item\":[{\"img_url\":\"https://shop.example/t.png\",\"goods_name\":\"Tea\",\"goods_detail\":\"Tin\",\"goods_amt\":\"12000.00\",\"goods_quantity\":\"1\"}]}"}}'
sign debit-status POST /api/v1.0/debit/status \
  '{"merchantId":"IONPAYTEST","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","serviceCode":"54","amount":{"value":"12000.00","currency":"IDR"},"additionalInfo":{}}'
sign debit-refund POST /api/v1.0/debit/refund \
  '{"merchantId":"IONPAYTEST","subMerchantId":"","originalReferenceNo":"IONPAYTEST05202611201032200003","originalPartnerReferenceNo":"EW-3002","partnerRefundNo":"RF-3003","refundAmount":{"value":"4000.00","currency":"IDR"},"externalStoreId":"","reason":"One item missing","additionalInfo":{"refundType":"2"}}'
sign balance-inquiry POST /api/v1.0/balance-inquiry \
  '{"accountNo":"IONPAYTEST"}'
sign payout-registration POST /api/v1.0/transfer/registration \
  '{"partnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST","beneficiaryAccountNo":"1234500001","beneficiaryName":"Rina","beneficiaryPhone":"081200033344","beneficiaryCustomerResidence":"1","beneficiaryCustomerType":"1","payoutMethod":"1","beneficiaryBankCode":"BDIN","amount":{"value":"100000.00","currency":"IDR"}}'
sign payout-approve POST /api/v1.0/transfer/approve \
  '{"originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST","beneficiaryAccountNo":"1234500001"}'
sign payout-reject POST /api/v1.0/transfer/reject \
  '{"originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST"}'
sign payout-cancel POST /api/v1.0/transfer/cancel \
  '{"originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","merchantId":"IONPAYTEST"}'
sign payout-inquiry POST /api/v1.0/transfer/inquiry \
  '{"merchantId":"IONPAYTEST","originalReferenceNo":"IONPAYTEST07202611201033300004","originalPartnerReferenceNo":"PO-4001","beneficiaryAccountNo":"1234500001"}'

# NICEPAY's published example, method, path, token, secret and time, with a body that is published too: of the body in
# the first one only the hash is. See published-vectors.test.ts.
secret='1af9014925cab04606b2e77a7536cb0d5c51353924a966e503953e010234108a'
token='eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJJT05QQVlURVNUIiwiaXNzIjoiTklDRVBBWSIsIm5hbWUiOiJCQkJBIiwiZXhwIjoiMjAyMy0wMi0yMlQxMDo0MDowNloifQ==.nlrGKpV0lvwmUDTC94Y5KGnrACV1zdfSx7GrsrNruh8='
at='2023-02-22T17:25:04+07:00'
sign published-registration POST /api/v1.0/transfer/registration \
  '{"merchantId":"IONPAYTEST","originalPartnerReferenceNo":"order1677048512514","originalReferenceNo":"IONPAYTEST07202302221348332909"}'
# The published example itself, to show that this is the rule: i1cr9QK4IbAB4IK1DGmc60Hx…
printf 'published-hash %s\n' "$(printf '%s' "POST:/api/v1.0/transfer/registration:$token:ec055a063eca97d1eb53e1ebc38cb8dfed4ce9f874b47c8214fb30250cfa9d44:$at" |
  openssl dgst -sha512 -hmac "$secret" -binary | openssl base64 -A)"
