#!/bin/sh
# Permata with curl and openssl alone: every string is written out. Then copies with one difference.
# Needs BANK_URL (http://127.0.0.1:8705), CONTROL_URL (http://127.0.0.1:8787), SANDBOX_TOKEN and a folder to work in.
set -eu

curl -sS -o /dev/null "$CONTROL_URL/_sandbox/permata/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d '{"clientId":"hand-1","clientSecret":"hand-secret","apiKey":"cd86fe4b-bc4f-4200-8ad4-d04971c65ac6","staticKey":"WD62811305f7f796a480bb2c53d76099","organizationName":"Toko Satu"}'

show() {
  sed -E 's/.*"(ErrorCode|StatusCode)":"([^"]*)".* ([0-9]{3})$/\3 \2/; s/^\{"access_token".* ([0-9]{3})$/\1 token/' reply | tr -d '\n'
  # Every refusal says why, and in whose words.
  grep -qi '^x-sandbox-source: ' head || printf ' no source'
  case "$(tail -c 3 reply)" in
    2*) ;;
    *) grep -qi '^x-sandbox-reason: ' head || printf ' no reason' ;;
  esac
  echo
}
hmac() { printf '%s' "$1" | openssl dgst -sha256 -hmac "$KEY" -binary | openssl base64 -A; }
NOW="$(TZ=WIB-7 date +%Y-%m-%dT%H:%M:%S).000+07:00"

# A token call. The copy changes what is signed (second argument) or what is sent (third).
token() {
  printf 'token, %s: ' "$1"
  (
    KEY=WD62811305f7f796a480bb2c53d76099
    API_KEY=cd86fe4b-bc4f-4200-8ad4-d04971c65ac6
    STAMP="$NOW"
    BODY='grant_type=client_credentials'
    METHOD=POST
    TARGET=/apiservice/oauth/token
    eval "${2-}"
    MADE="$(hmac "$API_KEY:$STAMP:$BODY")"
    # hand-1:hand-secret
    BASIC_HEADER='Authorization: Basic aGFuZC0xOmhhbmQtc2VjcmV0'
    KEY_HEADER="API-Key: $API_KEY"
    STAMP_HEADER="OAUTH-Timestamp: $STAMP"
    SIGNATURE_HEADER="OAUTH-Signature: $MADE"
    TYPE_HEADER='Content-Type: application/x-www-form-urlencoded'
    eval "${3-}"
    curl -sS -X "$METHOD" "$BANK_URL$TARGET" -D head -w ' %{http_code}' -H "$BASIC_HEADER" -H "$KEY_HEADER" \
      -H "$STAMP_HEADER" -H "$SIGNATURE_HEADER" -H "$TYPE_HEADER" -d "$BODY" >reply
    show
  )
}
token 'as it is'
GOOD_TOKEN="$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' reply)"
# The page's own sample: key, time and signature as printed. It verifies, and the time is long past.
token 'the sample of the page' 'STAMP=2017-12-09T03:52:01.000+07:00' 'SIGNATURE_HEADER="OAUTH-Signature: YcKit0AOOJns0z/DWS+VJDHPJr/MWGiqZzqzFHIkBgo="'
sed -nE 's/^x-sandbox-reason: (OAUTH-Timestamp is) [0-9]+ (s behind).*/\1 \2/pi' head | tr -d '\r'
token 'another static key' 'KEY=WD62811305f7f796a480bb2c53d76098'
token 'another API key' 'API_KEY=cd86fe4b-bc4f-4200-8ad4-d04971c65ac7'
token 'another secret' '' 'BASIC_HEADER="Authorization: Basic aGFuZC0xOmhhbmQtc2VjcmV1"'
token 'another client' '' 'BASIC_HEADER="Authorization: Basic aGFuZC0yOmhhbmQtc2VjcmV0"'
token 'no Authorization' '' 'BASIC_HEADER="Authorization:"'
token 'another scheme' '' 'BASIC_HEADER="Authorization: Bearer aGFuZC0xOmhhbmQtc2VjcmV0"'
token 'no API-Key' '' 'KEY_HEADER="API-Key:"'
token 'no OAUTH-Timestamp' '' 'STAMP_HEADER="OAUTH-Timestamp:"'
token 'no OAUTH-Signature' '' 'SIGNATURE_HEADER="OAUTH-Signature:"'
token 'signature in hex' '' 'SIGNATURE_HEADER="OAUTH-Signature: 61c2a2b7400e3899ecd33fc3592f952431cf26bfcc5868aa673ab3147224060a"'
token 'signature without padding' '' 'SIGNATURE_HEADER="OAUTH-Signature: ${MADE%=}"'
token 'signed in whole seconds' 'STAMP="$(printf %s "$NOW" | sed s/.000+/+/)"'
token 'signed in UTC' 'STAMP="$(date -u +%Y-%m-%dT%H:%M:%S.000Z)"'
token 'another Content-Type' '' 'TYPE_HEADER="Content-Type: application/json"'
token 'another grant' 'BODY=grant_type=password'
token 'a scope' 'BODY="grant_type=client_credentials&scope=a"'
token 'a query' 'TARGET="$TARGET?a=1"'
token 'another method' 'METHOD=PUT'

# A balance by default. The copy changes what is signed (second argument) or what is sent (third).
BALANCE='{"BalInqRq":{"MsgRqHdr":{"RequestTimestamp":"2026-11-22T10:00:00.123+07:00","CustRefID":"0878987654321"},"InqInfo":{"AccountNumber":"701075323"}}}'
call() {
  printf '%s: ' "$1"
  (
    KEY=WD62811305f7f796a480bb2c53d76099
    TOKEN="$GOOD_TOKEN"
    STAMP="$NOW"
    METHOD=POST
    TARGET=/apiservice/InquiryServices/BalanceInfo_V2/inq
    BODY="$BALANCE"
    eval "${2-}"
    MADE="$(hmac "$TOKEN:$STAMP:$BODY")"
    BEARER_HEADER="Authorization: Bearer $TOKEN"
    NAME_HEADER='organizationname: Toko Satu'
    STAMP_HEADER="permata-timestamp: $STAMP"
    SIGNATURE_HEADER="permata-signature: $MADE"
    TYPE_HEADER='Content-Type: application/json'
    eval "${3-}"
    curl -sS -X "$METHOD" "$BANK_URL$TARGET" -D head -w ' %{http_code}' -H "$BEARER_HEADER" -H "$NAME_HEADER" \
      -H "$STAMP_HEADER" -H "$SIGNATURE_HEADER" -H "$TYPE_HEADER" -d "$BODY" >reply
    show
  )
}
S=/apiservice/BankingServices
call 'balance'
sed -nE 's/.*"AccountBalanceAmount":"([^"]*)".*/\1/p' reply | tr -d '\n'
echo
call 'name at another bank' 'TARGET=/apiservice/InquiryServices/OnlineXferInfo/inq BODY="{\"OlXferInqRq\":{\"MsgRqHdr\":{\"RequestTimestamp\":\"2026-11-22T10:00:00.123+07:00\",\"CustRefID\":\"0878987654322\"},\"XferInfo\":{\"ToAccount\":\"701075331\",\"BankId\":\"014\",\"BankName\":\"Bank / Satu\"}}}"'
PAY='TARGET=$S/FundsTransfer/add BODY="{\"XferAddRq\":{\"MsgRqHdr\":{\"RequestTimestamp\":\"2026-11-22T10:00:00.123+07:00\",\"CustRefID\":\"0878987654323\"},\"XferInfo\":{\"FromAccount\":\"701075323\",\"ToAccount\":\"701075331\",\"Amount\":\"10000\",\"CurrencyCode\":\"IDR\",\"TrxDesc\":\"Invoice 1/2026\"}}}"'
call 'transfer' "$PAY"
call 'the same transfer' "$PAY"
call 'interbank transfer' 'TARGET=$S/InterBankTransfer/add BODY="{\"OlXferAddRq\":{\"MsgRqHdr\":{\"RequestTimestamp\":\"2026-11-22T10:00:00.123+07:00\",\"CustRefID\":\"0878987654324\"},\"XferInfo\":{\"FromAccount\":\"701075323\",\"ToAccount\":\"701075331\",\"ToBankId\":\"014\",\"Amount\":\"10000\"}}}"'
call 'status' 'TARGET=/apiservice/InquiryServices/StatusTransaction/Service/inq BODY="{\"StatusTransactionRq\":{\"CorpID\":\"Toko Satu\",\"CustRefID\":\"0878987654323\"}}"'
call 'status of none' 'TARGET=/apiservice/InquiryServices/StatusTransaction/Service/inq BODY="{\"StatusTransactionRq\":{\"CorpID\":\"Toko Satu\",\"CustRefID\":\"1\"}}"'
call 'balance'
sed -nE 's/.*"AccountBalanceAmount":"([^"]*)".*/\1/p' reply | tr -d '\n'
echo

call 'no Authorization' '' 'BEARER_HEADER="Authorization:"'
call 'another token' 'TOKEN=another'
call 'no organizationname' '' 'NAME_HEADER="organizationname:"'
call 'another organizationname' '' 'NAME_HEADER="organizationname: Toko Dua"'
call 'no permata-timestamp' '' 'STAMP_HEADER="permata-timestamp:"'
call 'another permata-timestamp' '' 'STAMP_HEADER="permata-timestamp: 2026-01-02T03:04:05.000+07:00"'
call 'signed long ago' 'STAMP=2026-01-02T03:04:05.000+07:00'
call 'no permata-signature' '' 'SIGNATURE_HEADER="permata-signature:"'
call 'another static key' 'KEY=WD62811305f7f796a480bb2c53d76098'
call 'another body' '' 'BODY="$(printf %s "$BODY" | sed s/701075323/701075331/)"'
call 'white space between members, signed without' '' 'BODY="$(printf %s "$BODY" | sed "s/,/, /g")"'
call 'another Content-Type' '' 'TYPE_HEADER="Content-Type: text/plain"'
call 'no JSON' 'BODY="{"'
call 'a member twice' 'BODY="{\"BalInqRq\":{},${BODY#?}"'
call 'another member' 'BODY="{\"XferAddRq\":{}}"'
call 'another path, which is not signed' 'TARGET=$S/FundsTransfer/add'
call 'no such path' 'TARGET=/apiservice/none'
call 'a query' 'TARGET="$TARGET?a=1"'
call 'another method' 'METHOD=PUT'
