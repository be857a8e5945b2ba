#!/bin/sh
# The expected signatures of BNI SNAP, by openssl: a call's, and with two arguments that of the token request.
#
#   sh sign.sh rahasia-contoh POST:/snap-service/v1/balance-inquiry contoh-token 2026-11-22T09:15:30+07:00 '{"accountNo":"1"}'
#   sh sign.sh key.pem 'bni-client-1|2026-11-22T09:15:30+07:00'
set -eu
if [ $# -eq 2 ]; then
  printf '%s' "$2" | openssl dgst -sha256 -sign "$1" | openssl base64 -A
else
  hash=$(printf '%s' "$5" | openssl dgst -sha256 -r | cut -d ' ' -f 1)
  printf '%s' "$2:$3:$hash:$4" | openssl dgst -sha512 -hmac "$1" -binary | openssl base64 -A
fi
echo
