#!/bin/sh
# DANA's payment gateway with curl and openssl alone: every string is written out. Then copies with one difference.
# Needs BANK_URL (http://127.0.0.1:8704), CONTROL_URL (http://127.0.0.1:8787), SANDBOX_TOKEN and a folder to work in.
set -eu

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out hand.key 2>/dev/null
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out other.key 2>/dev/null
PUBLIC_KEY="$(openssl pkey -in hand.key -pubout | awk '{printf "%s\\n", $0}')"
curl -sS -o /dev/null "$CONTROL_URL/_sandbox/dana/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d "{\"clientId\":\"82150823919040624621823174737537\",\"publicKey\":\"$PUBLIC_KEY\"}"

NOW="$(TZ=WIB-7 date +%Y-%m-%dT%H:%M:%S)+07:00"
TOMORROW="$(TZ=WIB-31 date +%Y-%m-%dT%H:%M:%S)+07:00"

# Path and body are the second and third argument; the fourth changes what is signed, the fifth what is sent.
EXTERNAL_ID=418075533589
call() {
  EXTERNAL_ID=$((EXTERNAL_ID + 1))
  printf '%s: ' "$1"
  (
    METHOD=POST
    TARGET="$2"
    SIGNED_PATH="$2"
    BODY="$3"
    STAMP="$NOW"
    KEY=hand.key
    eval "${4-}"
    HASH="$(printf '%s' "$BODY" | openssl dgst -sha256 -r | cut -c 1-64)"
    MADE="$(printf '%s' "$METHOD:$SIGNED_PATH:$HASH:$STAMP" | openssl dgst -sha256 -sign "$KEY" | openssl base64 -A)"
    TYPE_HEADER='Content-Type: application/json'
    STAMP_HEADER="X-TIMESTAMP: $STAMP"
    SIGNATURE_HEADER="X-SIGNATURE: $MADE"
    PARTNER_HEADER='X-PARTNER-ID: 82150823919040624621823174737537'
    ID_HEADER="X-EXTERNAL-ID: $EXTERNAL_ID"
    CHANNEL_HEADER='CHANNEL-ID: 95221'
    ORIGIN_HEADER='ORIGIN: www.hostname.com'
    eval "${5-}"
    curl -sS -X "$METHOD" "$BANK_URL$TARGET" -D head -w ' %{http_code}' \
      -H "$TYPE_HEADER" -H "$STAMP_HEADER" -H "$SIGNATURE_HEADER" -H "$PARTNER_HEADER" -H "$ID_HEADER" \
      -H "$CHANNEL_HEADER" -H "$ORIGIN_HEADER" -d "$BODY" >reply
    sed -E 's/.*"responseCode":"([^"]*)".* ([0-9]{3})$/\2 \1/' reply | tr -d '\n'
    sed -nE 's/.*"latestTransactionStatus":"([^"]*)".*/ \1/p' reply | tr -d '\n'
    # Every refusal says why, and in whose words.
    grep -qi '^x-sandbox-reason: ' head && REASONED=yes || REASONED=no
    grep -qi '^x-sandbox-source: ' head || printf ' no source'
    case "$(tail -c 3 reply)" in
      2*) [ "$REASONED" = no ] || printf ' a reason' ;;
      *) [ "$REASONED" = yes ] || printf ' no reason' ;;
    esac
    echo
  )
}
act() {
  printf '%s: ' "$1"
  curl -sS "$CONTROL_URL/_sandbox/dana/actions" -o /dev/null -w '%{http_code}\n' \
    -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
    -d "{\"action\":\"$1\",\"reference\":\"2020102900000000000001\"}"
}

G=/payment-gateway/v1.0/debit
ORDER='{"partnerReferenceNo":"2020102900000000000001","merchantId":"23489182303312","amount":{"value":"12345678.00","currency":"IDR"},"externalStoreId":"239840198240795109","validUpTo":"'"$TOMORROW"'","urlParams":[{"url":"https://shop.example/finish","type":"PAY_RETURN","isDeeplink":"Y"},{"url":"https://shop.example/notify","type":"NOTIFICATION","isDeeplink":"N"}]}'
STATUS='{"originalPartnerReferenceNo":"2020102900000000000001","serviceCode":"54","merchantId":"23489182303312"}'
REFUND='{"originalPartnerReferenceNo":"2020102900000000000001","partnerRefundNo":"refund-1","merchantId":"23489182303312","refundAmount":{"value":"45678.00","currency":"IDR"},"reason":"Customer complained"}'
CANCEL='{"originalPartnerReferenceNo":"2020102900000000000001","merchantId":"23489182303312","reason":"Customer complained"}'

call 'methods' /v1.0/payment-gateway/consult-pay.htm '{"merchantId":"23489182303312","amount":{"value":"222000.00","currency":"IDR"},"additionalInfo":{"buyer":{"userId":"","nickname":"","externalUserId":"8392183912832913821","externalUserType":""},"envInfo":{"sourcePlatform":"IPG","terminalType":"SYSTEM"},"merchantTransType":"SPECIAL_MOVIE"}}'
call 'status of none' "$G/status.htm" "$STATUS"
call 'order' "$G/payment-host-to-host.htm" "$ORDER"
call 'the same order' "$G/payment-host-to-host.htm" "$ORDER"
call 'another amount' "$G/payment-host-to-host.htm" "$(printf '%s' "$ORDER" | sed 's/12345678/12345679/')"
call 'status' "$G/status.htm" "$STATUS"
call 'refund of an unpaid one' "$G/refund.htm" "$REFUND"
act start
call 'status' "$G/status.htm" "$STATUS"
act pay
call 'status' "$G/status.htm" "$STATUS"
call 'refund' "$G/refund.htm" "$REFUND"
call 'the same refund' "$G/refund.htm" "$REFUND"
call 'cancel of a refunded one' "$G/cancel.htm" "$CANCEL"
act expire
call 'another order' "$G/payment-host-to-host.htm" "$(printf '%s' "$ORDER" | sed 's/2020102900000000000001/2020102900000000000002/')"
call 'its cancel' "$G/cancel.htm" "$(printf '%s' "$CANCEL" | sed 's/2020102900000000000001/2020102900000000000002/')"
call 'its status' "$G/status.htm" "$(printf '%s' "$STATUS" | sed 's/2020102900000000000001/2020102900000000000002/')"

copy() { call "$1" "$G/status.htm" "$STATUS" "${2-}" "${3-}"; }
copy 'another key' 'KEY=other.key'
copy 'another second' '' 'STAMP_HEADER="X-TIMESTAMP: $TOMORROW"'
copy 'signed a day ahead' 'STAMP="$TOMORROW"'
copy 'signed in UTC' 'STAMP="$(date -u +%Y-%m-%dT%H:%M:%SZ)"'
copy 'signed with milliseconds' 'STAMP="$(printf %s "$NOW" | sed s/+/.000+/)"'
copy 'no X-TIMESTAMP' '' 'STAMP_HEADER="X-TIMESTAMP:"'
copy 'no X-SIGNATURE' '' 'SIGNATURE_HEADER="X-SIGNATURE:"'
copy 'another X-SIGNATURE' '' 'SIGNATURE_HEADER="X-SIGNATURE: $(printf "%s" "$MADE" | tr "A-Za-z" "B-ZAb-za")"'
copy 'X-SIGNATURE cut short' '' 'SIGNATURE_HEADER="X-SIGNATURE: ${MADE%????????}"'
copy 'X-SIGNATURE that is no base64' '' 'SIGNATURE_HEADER="X-SIGNATURE: .${MADE#?}"'
copy 'no X-PARTNER-ID' '' 'PARTNER_HEADER="X-PARTNER-ID:"'
copy 'another X-PARTNER-ID' '' 'PARTNER_HEADER="X-PARTNER-ID: 82150823919040624621823174737538"'
copy 'no X-EXTERNAL-ID' '' 'ID_HEADER="X-EXTERNAL-ID:"'
copy 'X-EXTERNAL-ID of 37' '' 'ID_HEADER="X-EXTERNAL-ID: 1234567890123456789012345678901234567"'
copy 'X-EXTERNAL-ID used' '' 'ID_HEADER="X-EXTERNAL-ID: 418075533590"'
copy 'no CHANNEL-ID' '' 'CHANNEL_HEADER="CHANNEL-ID:"'
copy 'CHANNEL-ID of the SDK' '' 'CHANNEL_HEADER="CHANNEL-ID: 82150823919040624621823174737537-SERVER"'
copy 'no ORIGIN' '' 'ORIGIN_HEADER="ORIGIN:"'
copy 'no Content-Type' '' 'TYPE_HEADER="Content-Type:"'
copy 'another Content-Type' '' 'TYPE_HEADER="Content-Type: text/plain"'
copy 'another body' '' 'BODY="$(printf "%s" "$BODY" | sed s/serviceCode/servicecode/)"'
copy 'white space between members, signed without' '' 'BODY="$(printf "%s" "$BODY" | sed "s/,/, /g")"'
copy 'another path' '' 'TARGET=/payment-gateway/v1.0/debit/refund.htm'
copy 'no .htm' 'TARGET=/payment-gateway/v1.0/debit/status'
copy 'signed without .htm' 'SIGNED_PATH=/payment-gateway/v1.0/debit/status'
copy 'a query' 'TARGET="$TARGET?a=1"'
copy 'another method' 'METHOD=PUT'
copy 'no JSON' 'BODY="{"'
copy 'a member twice' 'BODY="{\"serviceCode\":\"54\",${BODY#?}"'
copy 'no merchantId' 'BODY="{\"originalPartnerReferenceNo\":\"1\",\"serviceCode\":\"54\"}"'
copy 'another serviceCode' 'BODY="$(printf "%s" "$BODY" | sed s/\"54\"/\"55\"/)"'
