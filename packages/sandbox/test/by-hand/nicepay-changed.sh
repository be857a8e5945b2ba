#!/bin/sh
# One call signed rightly, then copies of it with one thing changed each; the untouched one comes last.
set -eu
. "$(dirname "$0")/nicepay-token.sh"

BODY='{"partnerReferenceNo":"HAND-QR-2","amount":{"value":"15000.00","currency":"IDR"},"merchantId":"IONPAYTEST","storeId":"NICEPAY","additionalInfo":{"goodsNm":"Mie ayam","billingNm":"Budi","billingPhone":"0812000111","billingEmail":"budi@shop.example","billingCity":"Jakarta","billingState":"DKI Jakarta","billingPostCd":"10110","billingCountry":"Indonesia","callBackUrl":"https://shop.example/done","dbProcessUrl":"https://shop.example/notify/qris","userIP":"192.0.2.10","cartData":"{}","mitraCd":"QSHP"}}'
AT="$(timestamp)"
SIGNATURE="$(sign POST /api/v1.0/qr/qr-mpm-generate "$BODY" "$AT")"
GOOD_PATH="$NICEPAY_URL/api/v1.0/qr/qr-mpm-generate"

# Another first character.
other() { case "$1" in A*) printf 'B%s' "${1#?}" ;; *) printf 'A%s' "${1#?}" ;; esac; }

# send NAME METHOD URL BODY CONTENT-TYPE AUTHORIZATION TIMESTAMP SIGNATURE PARTNER EXTERNAL CHANNEL: curl leaves out an empty header
send() {
  ANSWER="$(curl -sS -X "$2" "$3" -d "$4" -H "Content-Type:$5" -H "Authorization:$6" -H "X-TIMESTAMP:$7" \
    -H "X-SIGNATURE:$8" -H "X-PARTNER-ID:$9" -H "X-EXTERNAL-ID:${10}" -H "CHANNEL-ID:${11}")"
  echo "$1: $(code_of "$ANSWER")"
}
J=application/json
T="Bearer $TOKEN"
P=IONPAYTEST
E=70001
C=IONPAYTEST01
LAST="${AT%+07:00}"
DIGIT="${LAST#"${LAST%?}"}"
NEXT_SECOND="${LAST%?}$(((DIGIT + 1) % 10))+07:00"

send 'no Authorization' POST "$GOOD_PATH" "$BODY" "$J" '' "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'another token' POST "$GOOD_PATH" "$BODY" "$J" "Bearer $(other "$TOKEN")" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'another scheme' POST "$GOOD_PATH" "$BODY" "$J" "Basic $TOKEN" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'no X-TIMESTAMP' POST "$GOOD_PATH" "$BODY" "$J" "$T" '' "$SIGNATURE" "$P" "$E" "$C"
send 'another second' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$NEXT_SECOND" "$SIGNATURE" "$P" "$E" "$C"
send 'no X-SIGNATURE' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" '' "$P" "$E" "$C"
send 'another signature' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$(other "$SIGNATURE")" "$P" "$E" "$C"
send 'a signature cut short' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "${SIGNATURE%?}" "$P" "$E" "$C"
send 'no X-PARTNER-ID' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" '' "$E" "$C"
send 'another partner' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" IONPAYTESU "$E" "$C"
send 'no X-EXTERNAL-ID' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" '' "$C"
send 'an X-EXTERNAL-ID of 41' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" 10000000000000000000000000000000000000001 "$C"
send 'a blank in X-EXTERNAL-ID' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" '700 01' "$C"
send 'no CHANNEL-ID' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" ''
send 'another CHANNEL-ID' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" 'IONPAYTEST0!'
send 'no Content-Type' POST "$GOOD_PATH" "$BODY" '' "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'another Content-Type' POST "$GOOD_PATH" "$BODY" application/jsom "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'another amount' POST "$GOOD_PATH" "$(printf '%s' "$BODY" | sed 's/15000.00/15000.01/')" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'a blank in a text' POST "$GOOD_PATH" "$(printf '%s' "$BODY" | sed 's/Mie ayam/Mie  ayam/')" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'a letter less' POST "$GOOD_PATH" "${BODY%?}" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'another path' POST "${GOOD_PATH%?}f" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'the path of another service' POST "$NICEPAY_URL/api/v1.0/qr/qr-mpm-query" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'no /nicepay' POST "${NICEPAY_URL%/nicepay}/api/v1.0/qr/qr-mpm-generate" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'a query' POST "$GOOD_PATH?a=1" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'another method' PUT "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'signed with /nicepay' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$(sign POST /nicepay/api/v1.0/qr/qr-mpm-generate "$BODY" "$AT")" "$P" "$E" "$C"
UTC="$(TZ=UTC date +%Y-%m-%dT%H:%M:%S)Z"
send 'signed in UTC' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$UTC" "$(sign POST /api/v1.0/qr/qr-mpm-generate "$BODY" "$UTC")" "$P" "$E" "$C"
LATE=2020-01-01T00:00:00+07:00
send 'signed long ago' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$LATE" "$(sign POST /api/v1.0/qr/qr-mpm-generate "$BODY" "$LATE")" "$P" "$E" "$C"
# What is signed is the minified body: a blank between tokens changes nothing.
send 'a blank between tokens' POST "$GOOD_PATH" "{ ${BODY#?}" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
send 'nothing' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" "$E" "$C"
# X-EXTERNAL-ID is not signed: another one lets the call in, and then its reference is a duplicate.
send 'another X-EXTERNAL-ID' POST "$GOOD_PATH" "$BODY" "$J" "$T" "$AT" "$SIGNATURE" "$P" 70002 "$C"
