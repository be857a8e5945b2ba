#!/bin/sh
# One QRIS and one virtual account, from the token to the end, by curl and openssl alone.
set -eu
. "$(dirname "$0")/nicepay-token.sh"

NUMBER=0
# call METHOD PATH BODY
call() {
  NUMBER=$((NUMBER + 1))
  AT="$(timestamp)"
  SIGNATURE="$(sign "$1" "$2" "$3" "$AT")"
  ANSWER="$(curl -sS -X "$1" "$NICEPAY_URL$2" -H 'Content-Type: application/json' \
    -H "Authorization: Bearer $TOKEN" -H "X-TIMESTAMP: $AT" -H "X-SIGNATURE: $SIGNATURE" \
    -H 'X-PARTNER-ID: IONPAYTEST' -H "X-EXTERNAL-ID: 2000$NUMBER" -H 'CHANNEL-ID: IONPAYTEST01' -d "$3")"
}
act() {
  curl -sS -o /dev/null -w '%{http_code}' "$CONTROL_URL/_sandbox/nicepay/actions" \
    -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' -d "$1"
}

call POST /api/v1.0/qr/qr-mpm-generate '{"partnerReferenceNo":"HAND-QR-1","amount":{"value":"15000.00","currency":"IDR"},"merchantId":"IONPAYTEST","storeId":"NICEPAY","additionalInfo":{"goodsNm":"Mie ayam","billingNm":"Budi","billingPhone":"0812000111","billingEmail":"budi@shop.example","billingCity":"Jakarta","billingState":"DKI Jakarta","billingPostCd":"10110","billingCountry":"Indonesia","callBackUrl":"https://shop.example/done","dbProcessUrl":"https://shop.example/notify/qris","userIP":"192.0.2.10","cartData":"{}","mitraCd":"QSHP"}}'
echo "generate $(code_of "$ANSWER")"
QR="$(field_of "$ANSWER" referenceNo)"

QUERY="{\"originalReferenceNo\":\"$QR\",\"originalPartnerReferenceNo\":\"HAND-QR-1\",\"merchantId\":\"IONPAYTEST\",\"externalStoreId\":\"NICEPAY\",\"serviceCode\":\"47\",\"additionalInfo\":{}}"
call POST /api/v1.0/qr/qr-mpm-query "$QUERY"
echo "query $(code_of "$ANSWER") $(field_of "$ANSWER" latestTransactionStatus)"

REFUND="{\"originalReferenceNo\":\"$QR\",\"originalPartnerReferenceNo\":\"HAND-QR-1\",\"partnerRefundNo\":\"HAND-RF-1\",\"merchantId\":\"IONPAYTEST\",\"externalStoreId\":\"NICEPAY\",\"refundAmount\":{\"value\":\"15000.00\",\"currency\":\"IDR\"},\"reason\":\"Habis\",\"additionalInfo\":{\"cancelType\":\"1\"}}"
call POST /api/v1.0/qr/qr-mpm-refund "$REFUND"
echo "refund before payment $(code_of "$ANSWER")"

echo "pay $(act '{"action":"pay","reference":"HAND-QR-1"}')"
call POST /api/v1.0/qr/qr-mpm-query "$QUERY"
echo "query $(code_of "$ANSWER") $(field_of "$ANSWER" latestTransactionStatus)"
call POST /api/v1.0/qr/qr-mpm-refund "$REFUND"
echo "refund $(code_of "$ANSWER")"
call POST /api/v1.0/qr/qr-mpm-refund "$REFUND"
echo "refund again $(code_of "$ANSWER")"
call POST /api/v1.0/qr/qr-mpm-query "$QUERY"
echo "query $(code_of "$ANSWER") $(field_of "$ANSWER" latestTransactionStatus)"

call POST /api/v1.0/transfer-va/create-va '{"partnerServiceId":"","customerNo":"","virtualAccountNo":"","virtualAccountName":"Sari Dewi","trxId":"HAND-VA-1","totalAmount":{"value":"25000.00","currency":"IDR"},"additionalInfo":{"bankCd":"BRIN","goodsNm":"Kopi","dbProcessUrl":"https://shop.example/notify/va","vacctValidDt":"","vacctValidTm":""}}'
echo "create-va $(code_of "$ANSWER")"
VA="$(field_of "$ANSWER" virtualAccountNo)"
TXID="$(field_of "$ANSWER" tXidVA)"

STATUS="{\"partnerServiceId\":\"\",\"customerNo\":\"\",\"virtualAccountNo\":\"$VA\",\"inquiryRequestId\":\"1\",\"additionalInfo\":{\"totalAmount\":{\"value\":\"25000.00\",\"currency\":\"IDR\"},\"trxId\":\"HAND-VA-1\",\"tXidVA\":\"$TXID\"}}"
call POST /api/v1.0/transfer-va/status "$STATUS"
echo "status $(code_of "$ANSWER") $(field_of "$ANSWER" latestTransactionStatus)"

DELETE="{\"partnerServiceId\":\"\",\"customerNo\":\"\",\"virtualAccountNo\":\"$VA\",\"trxId\":\"HAND-VA-1\",\"additionalInfo\":{\"totalAmount\":{\"value\":\"25000.00\",\"currency\":\"IDR\"},\"tXidVA\":\"$TXID\",\"cancelMessage\":\"Batal\"}}"
call DELETE /api/v1.0/transfer-va/delete-va "$DELETE"
echo "delete-va $(code_of "$ANSWER")"
call POST /api/v1.0/transfer-va/status "$STATUS"
echo "status $(code_of "$ANSWER") $(field_of "$ANSWER" latestTransactionStatus)"
call DELETE /api/v1.0/transfer-va/delete-va "$DELETE"
echo "delete-va again $(code_of "$ANSWER")"
