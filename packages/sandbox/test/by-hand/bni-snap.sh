#!/bin/sh
# BNI SNAP with curl and openssl alone: every string is written out.
# Needs BANK_URL (http://127.0.0.1:8703), CONTROL_URL (http://127.0.0.1:8787), SANDBOX_TOKEN and a folder to work in.
set -eu

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out hand.key 2>/dev/null
PUBLIC_KEY="$(openssl pkey -in hand.key -pubout | awk '{printf "%s\\n", $0}')"
curl -sS -o /dev/null "$CONTROL_URL/_sandbox/bni-snap/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d "{\"clientId\":\"hand-1\",\"clientSecret\":\"hand-secret\",\"apiKey\":\"hand-api-key\",\"apiSecret\":\"hand-api-secret\",\"publicKey\":\"$PUBLIC_KEY\"}"

now() { printf '%s+07:00' "$(TZ=WIB-7 date +%Y-%m-%dT%H:%M:%S)"; }

TIMESTAMP="$(now)"
SIGNATURE="$(printf '%s' "hand-1|$TIMESTAMP" | openssl dgst -sha256 -sign hand.key | openssl base64 -A)"
TOKEN="$(curl -sS "$BANK_URL/snap/v1/access-token/b2b" \
  -H 'Content-Type: application/json' -H "X-TIMESTAMP: $TIMESTAMP" \
  -H 'X-CLIENT-KEY: hand-1' -H "X-SIGNATURE: $SIGNATURE" \
  -d '{"grantType":"client_credentials","additionalInfo":{}}' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')"

EXTERNAL_ID=100000000
call() {
  EXTERNAL_ID=$((EXTERNAL_ID + 1))
  TIMESTAMP="$(now)"
  HASH="$(printf '%s' "$2" | openssl dgst -sha256 -r | cut -c 1-64)"
  SIGNATURE="$(printf '%s' "POST:/snap-service/v1/$1:$TOKEN:$HASH:$TIMESTAMP" |
    openssl dgst -sha512 -hmac 'hand-api-secret' -binary | openssl base64 -A)"
  printf '%s ' "$1"
  curl -sS "$BANK_URL/snap-service/v1/$1" -w ' %{http_code}\n' \
    -H 'Content-Type: application/json' -H "Authorization: Bearer $TOKEN" \
    -H "X-TIMESTAMP: $TIMESTAMP" -H "X-SIGNATURE: $SIGNATURE" \
    -H 'X-PARTNER-ID: hand-api-key' -H "X-EXTERNAL-ID: $EXTERNAL_ID" -H 'CHANNEL-ID: 95221' \
    -H 'X-DEVICE-ID: bni-hand/1.0' -H 'X-IP-Address;' -H 'X-LATITUDE;' -H 'X-LONGITUDE;' -d "$2"
}

DATE="$(now)"
call balance-inquiry '{"partnerReferenceNo":"2020102900000000000001","accountNo":"0115476117"}'
call account-inquiry-internal '{"partnerReferenceNo":"2020102900000000000002","beneficiaryAccountNo":"0115476151"}'
call account-inquiry-external '{"beneficiaryBankCode":"CENAIDJAXXX","beneficiaryAccountNo":"3333333333","partnerReferenceNo":"2020102900000000000003","additionalInfo":{"deviceId":"09864ADCASA","channel":"API"}}'
call transfer-intrabank '{"partnerReferenceNo":"20220426170737356898","amount":{"value":"55000.00","currency":"IDR"},"beneficiaryAccountNo":"0115476151","beneficiaryEmail":"","currency":"IDR","customerReference":"20220426170737356898","feeType":"OUR","remark":"20220426170737356898","sourceAccountNo":"0115476117","transactionDate":"'"$DATE"'","additionalInfo":{"deviceId":"09864ADCASA","channel":"API"}}'
call transfer-intrabank '{"partnerReferenceNo":"20220426170737356898","amount":{"value":"55000.00","currency":"IDR"},"beneficiaryAccountNo":"0115476151","beneficiaryEmail":"","currency":"IDR","customerReference":"20220426170737356898","feeType":"OUR","remark":"20220426170737356898","sourceAccountNo":"0115476117","transactionDate":"'"$DATE"'","additionalInfo":{"deviceId":"09864ADCASA","channel":"API"}}'
call transfer-interbank '{"partnerReferenceNo":"20220426170737356899","amount":{"value":"20000","currency":"IDR"},"beneficiaryAccountName":"SAN","beneficiaryAccountNo":"3333333333","beneficiaryAddress":"-","beneficiaryBankCode":"014","beneficiaryBankName":"BCA","beneficiaryEmail":"","currency":"IDR","customerReference":"","sourceAccountNo":"0115476117","transactionDate":"'"$DATE"'","feeType":"OUR","additionalInfo":{"deviceId":"","channel":""}}'
call transfer-rtgs '{"partnerReferenceNo":"20220513095840015788","amount":{"value":"990202.00","currency":"IDR"},"beneficiaryAccountName":"PT.BIDAKARTA PRAWATAMA","beneficiaryAccountNo":"3333333333","beneficiaryAddress":"Palembang","beneficiaryBankCode":"CENAIDJA","beneficiaryBankName":"PT. BANK CENTRAL ASIA Tbk.","beneficiaryCustomerResidence":"1","beneficiaryCustomerType":"1","beneficiaryEmail":"","currency":"IDR","customerReference":"20220513095840015788","feeType":"OUR","kodePos":"-","recieverPhone":"-","remark":"DANA20220513095840","senderCustomerResidence":"-","senderCustomerType":"-","senderPhone":"-","sourceAccountNo":"0115476117","transactionDate":"'"$DATE"'","additionalInfo":{"deviceId":"","channel":""}}'
call transfer-rtgs '{"partnerReferenceNo":"20220513095840015788","amount":{"value":"990202.00","currency":"IDR"},"beneficiaryAccountName":"PT.BIDAKARTA PRAWATAMA","beneficiaryAccountNo":"3333333333","beneficiaryAddress":"Palembang","beneficiaryBankCode":"CENAIDJA","beneficiaryBankName":"PT. BANK CENTRAL ASIA Tbk.","beneficiaryCustomerResidence":"1","beneficiaryCustomerType":"1","beneficiaryEmail":"","currency":"IDR","customerReference":"20220513095840015788","feeType":"OUR","kodePos":"-","recieverPhone":"-","remark":"DANA20220513095840","senderCustomerResidence":"","senderCustomerType":"","senderPhone":"-","sourceAccountNo":"0115476117","transactionDate":"'"$DATE"'","additionalInfo":{"deviceId":"","channel":""}}'
call transfer/status '{"originalPartnerReferenceNo":"20220513095840015788","originalReferenceNo":"","originalExternalId":"","serviceCode":"22","transactionDate":"","amount":{"value":"990202.00","currency":"IDR"},"additionalInfo":{"deviceId":"","channel":""}}'
printf 'settle '
curl -sS "$CONTROL_URL/_sandbox/bni-snap/actions" -w ' %{http_code}\n' \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d '{"action":"settle","reference":"20220513095840015788"}'
call transfer/status '{"originalPartnerReferenceNo":"20220513095840015788","originalReferenceNo":"","originalExternalId":"","serviceCode":"22","transactionDate":"","amount":{"value":"990202.00","currency":"IDR"},"additionalInfo":{"deviceId":"","channel":""}}'
call transfer/status '{"originalPartnerReferenceNo":"1","serviceCode":"22"}'
call balance-inquiry '{"partnerReferenceNo":"2020102900000000000001","accountNo":"0115476117"}'
