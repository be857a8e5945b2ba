#!/bin/sh
# One good call of BNI's classic API, and copies of it that differ in one place. Prints "name: status code" for each.
# Needs BANK_URL, CONTROL_URL and SANDBOX_TOKEN.
set -eu

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
mac() { printf '%s' "$1" | openssl dgst -sha256 -hmac "$2" -binary | base64url; }

curl -sS -o /dev/null "$CONTROL_URL/_sandbox/bni/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d '{"clientId":"hand-2","clientSecret":"hand-secret","apiKey":"hand-api-key","apiSecret":"hand-api-secret","partnerId":"Contoh App"}'
GOOD_TOKEN="$(curl -sS "$BANK_URL/api/oauth/token" -u hand-2:hand-secret -d grant_type=client_credentials |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')"

HEADER="$(printf '%s' '{"alg":"HS256","typ":"JWT"}' | base64url)"
MEMBERS='"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"0115476117"'
PAYLOAD="$(printf '{%s}' "$MEMBERS" | base64url)"
JWS="$HEADER.$PAYLOAD.$(mac "$HEADER.$PAYLOAD" hand-api-secret)"

send() {
  name="$1"
  shift
  printf '%s: ' "$name"
  curl -sS -w ' %{http_code}\n' "$@" | sed -E 's/.*"(responseCode|error)":"([^"]*)".* ([0-9]{3})$/\3 \2/'
}

URL="$BANK_URL/H2H/v2/getbalance"
TYPE='Content-Type: application/json'
KEY='X-API-Key: hand-api-key'
BODY="{$MEMBERS,\"signature\":\"$JWS\"}"
signed() { printf '{%s,"signature":"%s"}' "$MEMBERS" "$1"; }

send 'as it is' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'no query' "$URL" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'another token' "$URL?access_token=.${GOOD_TOKEN#?}" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'token twice' "$URL?access_token=$GOOD_TOKEN&access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'another parameter too' "$URL?access_token=$GOOD_TOKEN&a=1" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'token in Authorization' "$URL" -H "Authorization: Bearer $GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'no X-API-Key' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -d "$BODY"
send 'another X-API-Key' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H 'X-API-Key: hand-api-kez' -d "$BODY"
send 'no Content-Type' "$URL?access_token=$GOOD_TOKEN" -H 'Content-Type:' -H "$KEY" -d "$BODY"
send 'another Content-Type' "$URL?access_token=$GOOD_TOKEN" -H 'Content-Type: application/jsom' -H "$KEY" -d "$BODY"
send 'another method' "$URL?access_token=$GOOD_TOKEN" -X PUT -H "$TYPE" -H "$KEY" -d "$BODY"
send 'another path' "$BANK_URL/H2H/v2/getbalancf?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'path of another service' "$BANK_URL/H2H/v2/getpaymentstatus?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$BODY"
send 'another account' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$(printf '%s' "$BODY" | sed 's/0115476117/0115476118/')"
send 'one member more' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "{\"a\":1,${BODY#?}"
send 'a member twice' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "{\"accountNo\":\"1\",${BODY#?}"
send 'other order' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" \
  -d "{\"accountNo\":\"0115476117\",\"clientId\":\"IDBNIQ29udG9oIEFwcA==\",\"signature\":\"$JWS\"}"
send 'white space' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "{ ${BODY#?}"
send 'no JSON' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "${BODY%?}"
send 'no signature' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "{$MEMBERS}"
send 'another secret' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" \
  -d "$(signed "$HEADER.$PAYLOAD.$(mac "$HEADER.$PAYLOAD" hand-api-secres)")"
send 'third part alone' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$(signed "${JWS##*.}")"
send 'third part padded' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$(signed "$JWS=")"
send 'payload of another body' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$(
  other="$HEADER.$(printf '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"115471119"}' | base64url)"
  signed "$other.$(mac "$other" hand-api-secret)"
)"
send 'alg none' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" \
  -d "$(signed "$(printf '%s' '{"alg":"none","typ":"JWT"}' | base64url).$PAYLOAD.")"
send 'typ before alg' "$URL?access_token=$GOOD_TOKEN" -H "$TYPE" -H "$KEY" -d "$(
  other="$(printf '%s' '{"typ":"JWT","alg":"HS256"}' | base64url).$PAYLOAD"
  signed "$other.$(mac "$other" hand-api-secret)"
)"
