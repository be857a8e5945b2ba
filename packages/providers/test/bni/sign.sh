#!/bin/sh
# The expected signatures of BNI's classic API, by openssl: a compact JWS with HS256 over a text as it is.
#
#   sh sign.sh rahasia-contoh '{"clientId":"IDBNIQ29udG9oIEFwcA==","accountNo":"1234567890"}'
set -eu
base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
text="$(printf '%s' '{"alg":"HS256","typ":"JWT"}' | base64url).$(printf '%s' "$2" | base64url)"
printf '%s.%s\n' "$text" "$(printf '%s' "$text" | openssl dgst -sha256 -hmac "$1" -binary | base64url)"
