#!/bin/sh
# BNI's classic services with curl and openssl alone: every string is written out.
# Needs BANK_URL (http://127.0.0.1:8702), CONTROL_URL (http://127.0.0.1:8787) and SANDBOX_TOKEN.
set -eu

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

# The compact JWS over a body: HS256 with the API secret.
jws() {
  signed="$(printf '%s' '{"alg":"HS256","typ":"JWT"}' | base64url).$(printf '%s' "$1" | base64url)"
  mac="$(printf '%s' "$signed" | openssl dgst -sha256 -hmac 'hand-api-secret' -binary | base64url)"
  printf '%s' "$signed.$mac"
}

# A body goes out with its signature as the last member.
call() {
  printf '%s ' "$1"
  curl -sS "$BANK_URL/H2H/v2/$1?access_token=$TOKEN" -w ' %{http_code}\n' \
    -H 'Content-Type: application/json' -H 'X-API-Key: hand-api-key' \
    -d "${2%\}},\"signature\":\"$(jws "$2")\"}"
}

curl -sS -o /dev/null "$CONTROL_URL/_sandbox/bni/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d '{"clientId":"hand-1","clientSecret":"hand-secret","apiKey":"hand-api-key","apiSecret":"hand-api-secret","partnerId":"Contoh App"}'

TOKEN="$(curl -sS "$BANK_URL/api/oauth/token" -u hand-1:hand-secret -d grant_type=client_credentials |
  sed 's/.*"access_token":"\([^"]*\)".*/\1/')"

call getbalance '{"accountNo":"115471119","clientId":"IDBNIQ29udG9oIEFwcA=="}'
call getinhouseinquiry '{"accountNo":"0115476117","clientId":"IDBNIQ29udG9oIEFwcA=="}'
call dopayment '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20170227000000000020","paymentMethod":"0","debitAccountNo":"115471119","creditAccountNo":"0115476117","valueDate":"20170227000000000","valueCurrency":"IDR","valueAmount":"100500","remark":"?","beneficiaryEmailAddress":"","beneficiaryName":"","beneficiaryAddress1":"","beneficiaryAddress2":"","destinationBankCode":"","chargingModelId":"OUR"}'
call dopayment '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20170227000000000020","paymentMethod":"0","debitAccountNo":"115471119","creditAccountNo":"0115476117","valueDate":"20170227000000000","valueCurrency":"IDR","valueAmount":"100500","remark":"?","beneficiaryEmailAddress":"","beneficiaryName":"","beneficiaryAddress1":"","beneficiaryAddress2":"","destinationBankCode":"","chargingModelId":"OUR"}'
call getpaymentstatus '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20170227000000000020"}'
call getinterbankinquiry '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20180930112233003","accountNum":"115471119","destinationBankCode":"014","destinationAccountNum":"3333333333"}'
call getinterbankpayment '{"clientId":"IDBNIQ29udG9oIEFwcA==","customerReferenceNumber":"20180930112233003","amount":"10000","destinationAccountNum":"3333333333","destinationAccountName":"BENEFICIARY NAME 1","destinationBankCode":"014","destinationBankName":"BCA","accountNum":"115471119","retrievalReffNum":"100000000001"}'
call getbalance '{"accountNo":"115471119","clientId":"IDBNIQ29udG9oIEFwcA=="}'

# The v2.1 family signs in a header: the third part of the JWS over the body with the timestamp as last member.
TIMESTAMP="$(date -u +%Y-%m-%dT%H:%M:%S.000Z)"
SIGNATURE="$(jws '{"request":{"header":{"companyId":"SANDBOX","parentCompanyId":"STI_CHS","requestUuid":"E8C6E0027F6E429F"},"accountNumber":"0115476117"},"timestamp":"'"$TIMESTAMP"'"}')"
printf 'account-info '
curl -sS "$BANK_URL/p2pl/v2.1/inquiry/account/info?access_token=$TOKEN" -w ' %{http_code}\n' \
  -H 'Content-Type: application/json' -H 'X-API-Key: hand-api-key' \
  -H "X-Timestamp: $TIMESTAMP" -H "X-Signature: ${SIGNATURE##*.}" \
  -d '{"request":{"header":{"companyId":"SANDBOX","parentCompanyId":"STI_CHS","requestUuid":"E8C6E0027F6E429F"},"accountNumber":"0115476117"}}'
