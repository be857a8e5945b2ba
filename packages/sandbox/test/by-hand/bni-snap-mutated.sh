#!/bin/sh
# One good call of BNI SNAP, and copies of it that differ in one place. Prints "name: status code" for each.
# Needs BANK_URL, CONTROL_URL, SANDBOX_TOKEN and a folder to work in.
set -eu

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out hand.key 2>/dev/null
PUBLIC_KEY="$(openssl pkey -in hand.key -pubout | awk '{printf "%s\\n", $0}')"
curl -sS -o /dev/null "$CONTROL_URL/_sandbox/bni-snap/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d "{\"clientId\":\"hand-2\",\"clientSecret\":\"hand-secret\",\"apiKey\":\"hand-api-key\",\"apiSecret\":\"hand-api-secret\",\"publicKey\":\"$PUBLIC_KEY\"}"

NOW="$(TZ=WIB-7 date +%Y-%m-%dT%H:%M:%S)+07:00"
show() { sed -E 's/.*"responseCode":"([^"]*)".* ([0-9]{3})$/\2 \1/'; }

# A token call. The copy changes one of the variables, after or before the signature is made.
token() {
  printf 'token, %s: ' "$1"
  (
    STAMP="$NOW"
    CLIENT='hand-2'
    eval "${2-}"
    MADE="$(printf '%s' "$CLIENT|$STAMP" | openssl dgst -sha256 -sign hand.key | openssl base64 -A)"
    STAMP_HEADER="X-TIMESTAMP: $STAMP"
    CLIENT_HEADER="X-CLIENT-KEY: $CLIENT"
    TYPE_HEADER='Content-Type: application/json'
    SIGNATURE_HEADER="X-SIGNATURE: $MADE"
    BODY='{"grantType":"client_credentials","additionalInfo":{}}'
    eval "${3-}"
    curl -sS "$BANK_URL/snap/v1/access-token/b2b" -w ' %{http_code}\n' -H "$TYPE_HEADER" -H "$STAMP_HEADER" \
      -H "$CLIENT_HEADER" -H "$SIGNATURE_HEADER" -d "$BODY" | tee reply | show
  )
}

token 'as it is'
GOOD_TOKEN="$(sed 's/.*"accessToken":"\([^"]*\)".*/\1/' reply)"
token 'no Content-Type' '' 'TYPE_HEADER="Content-Type:"'
token 'no X-TIMESTAMP' '' 'STAMP_HEADER="X-TIMESTAMP:"'
token 'no X-CLIENT-KEY' '' 'CLIENT_HEADER="X-CLIENT-KEY:"'
token 'no X-SIGNATURE' '' 'SIGNATURE_HEADER="X-SIGNATURE:"'
token 'another Content-Type' '' 'TYPE_HEADER="Content-Type: application/jsom"'
token 'another X-TIMESTAMP' '' 'STAMP_HEADER="X-TIMESTAMP: 2026-01-02T03:04:05+07:00"'
token 'X-TIMESTAMP in UTC' 'STAMP="$(date -u +%Y-%m-%dT%H:%M:%SZ)"'
token 'X-TIMESTAMP of another day' 'STAMP=2026-01-02T03:04:05+07:00'
token 'another X-CLIENT-KEY' '' 'CLIENT_HEADER="X-CLIENT-KEY: hand-3"'
token 'another X-SIGNATURE' '' 'SIGNATURE_HEADER="X-SIGNATURE: $(printf "%s" "$MADE" | tr "A-Za-z" "B-ZAb-za")"'
token 'X-SIGNATURE that is no base64' '' 'SIGNATURE_HEADER="X-SIGNATURE: .${MADE#?}"'
token 'another grantType' '' 'BODY="{\"grantType\":\"client_credentialt\",\"additionalInfo\":{}}"'
token 'no grantType' '' 'BODY="{\"additionalInfo\":{}}"'

# A transfer. The copy changes what is signed (second argument) or what is sent (third).
EXTERNAL_ID=200000000
transfer() {
  EXTERNAL_ID=$((EXTERNAL_ID + 1))
  printf '%s: ' "$1"
  (
    METHOD=POST
    SIGNED_PATH=/snap-service/v1/transfer-intrabank
    TOKEN="$GOOD_TOKEN"
    STAMP="$NOW"
    SECRET=hand-api-secret
    BODY='{"partnerReferenceNo":"'"$EXTERNAL_ID"'","amount":{"value":"100.00","currency":"IDR"},"beneficiaryAccountNo":"0115476151","sourceAccountNo":"0115476117","transactionDate":"2026-01-02T03:04:05+07:00"}'
    eval "${2-}"
    HASH="$(printf '%s' "$BODY" | openssl dgst -sha256 -r | cut -c 1-64)"
    MADE="$(printf '%s' "$METHOD:$SIGNED_PATH:$TOKEN:$HASH:$STAMP" | openssl dgst -sha512 -hmac "$SECRET" -binary | openssl base64 -A)"
    SENT_METHOD=POST
    SENT_PATH=/snap-service/v1/transfer-intrabank
    TYPE_HEADER='Content-Type: application/json'
    TOKEN_HEADER="Authorization: Bearer $TOKEN"
    STAMP_HEADER="X-TIMESTAMP: $STAMP"
    SIGNATURE_HEADER="X-SIGNATURE: $MADE"
    PARTNER_HEADER='X-PARTNER-ID: hand-api-key'
    EXTERNAL_HEADER="X-EXTERNAL-ID: $EXTERNAL_ID"
    CHANNEL_HEADER='CHANNEL-ID: 95221'
    eval "${3-}"
    curl -sS "$BANK_URL$SENT_PATH" -X "$SENT_METHOD" -w ' %{http_code}\n' -H "$TYPE_HEADER" -H "$TOKEN_HEADER" \
      -H "$STAMP_HEADER" -H "$SIGNATURE_HEADER" -H "$PARTNER_HEADER" -H "$EXTERNAL_HEADER" -H "$CHANNEL_HEADER" \
      -d "$BODY" | show
  )
}

transfer 'as it is'
transfer 'no Content-Type' '' 'TYPE_HEADER="Content-Type:"'
transfer 'no Authorization' '' 'TOKEN_HEADER="Authorization:"'
transfer 'no X-TIMESTAMP' '' 'STAMP_HEADER="X-TIMESTAMP:"'
transfer 'no X-SIGNATURE' '' 'SIGNATURE_HEADER="X-SIGNATURE:"'
transfer 'no X-PARTNER-ID' '' 'PARTNER_HEADER="X-PARTNER-ID:"'
transfer 'no X-EXTERNAL-ID' '' 'EXTERNAL_HEADER="X-EXTERNAL-ID:"'
transfer 'no CHANNEL-ID' '' 'CHANNEL_HEADER="CHANNEL-ID:"'
transfer 'another Content-Type' '' 'TYPE_HEADER="Content-Type: application/jsom"'
transfer 'another scheme' '' 'TOKEN_HEADER="Authorization: Bearez $TOKEN"'
transfer 'another token' '' 'TOKEN_HEADER="Authorization: Bearer .${TOKEN#?}"'
transfer 'another token, signed' 'TOKEN=".${TOKEN#?}"'
transfer 'another X-TIMESTAMP' '' 'STAMP_HEADER="X-TIMESTAMP: 2026-01-02T03:04:05+07:00"'
transfer 'X-TIMESTAMP in UTC, signed' 'STAMP="$(date -u +%Y-%m-%dT%H:%M:%SZ)"'
transfer 'X-TIMESTAMP with milliseconds, signed' 'STAMP="${NOW%+*}.000+07:00"'
transfer 'X-TIMESTAMP of another day, signed' 'STAMP=2026-01-02T03:04:05+07:00'
transfer 'another X-SIGNATURE' '' 'SIGNATURE_HEADER="X-SIGNATURE: $(printf "%s" "$MADE" | tr "A-Za-z" "B-ZAb-za")"'
transfer 'X-SIGNATURE in hex' '' 'SIGNATURE_HEADER="X-SIGNATURE: $(printf "%s" "$MADE" | openssl base64 -d -A | od -An -v -tx1 | tr -d " \n")"'
transfer 'X-SIGNATURE that is no base64' '' 'SIGNATURE_HEADER="X-SIGNATURE: .${MADE#?}"'
transfer 'another secret' 'SECRET=hand-api-secres'
transfer 'the client secret' 'SECRET=hand-secret'
transfer 'another X-PARTNER-ID' '' 'PARTNER_HEADER="X-PARTNER-ID: hand-api-kez"'
transfer 'X-PARTNER-ID that is the client id' '' 'PARTNER_HEADER="X-PARTNER-ID: hand-2"'
transfer 'X-EXTERNAL-ID with a letter' '' 'EXTERNAL_HEADER="X-EXTERNAL-ID: a1"'
transfer 'X-EXTERNAL-ID of 37 digits' '' 'EXTERNAL_HEADER="X-EXTERNAL-ID: 1234567890123456789012345678901234567"'
transfer 'X-EXTERNAL-ID used before' '' 'EXTERNAL_HEADER="X-EXTERNAL-ID: 200000001"'
transfer 'CHANNEL-ID of six' '' 'CHANNEL_HEADER="CHANNEL-ID: 952211"'
transfer 'another byte of the body' '' 'BODY="$(printf "%s" "$BODY" | sed s/100.00/900.00/)"'
transfer 'white space in the body' '' 'BODY="$(printf "%s" "$BODY" | sed "s/,/, /g")"'
transfer 'no JSON, signed' 'BODY="{"'
transfer 'a member twice, signed' 'BODY="{\"partnerReferenceNo\":\"1\",${BODY#?}"'
transfer 'the path without its first part, signed' 'SIGNED_PATH=/v1/transfer-intrabank'
transfer 'another path' '' 'SENT_PATH=/snap-service/v1/transfer-intrabanc'
transfer 'path of another service' '' 'SENT_PATH=/snap-service/v1/transfer-interbank'
transfer 'a query' '' 'SENT_PATH="$SENT_PATH?a=1"'
transfer 'another method' '' 'SENT_METHOD=PUT'
transfer 'another method, signed' 'METHOD=PUT'
