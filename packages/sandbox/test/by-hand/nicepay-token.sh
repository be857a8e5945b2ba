# Registers a merchant with a key of openssl's and gets an access token. Read by the other scripts:
# NICEPAY_URL, CONTROL_URL and SANDBOX_TOKEN are set, and the folder is one to write in.
# Everything sent is written out here: nothing is taken from the packages.

openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out hand.key 2>/dev/null
openssl pkey -in hand.key -pubout -out hand.pub
PUBLIC_KEY="$(awk '{printf "%s\\n", $0}' hand.pub)"
curl -sS -o /dev/null "$CONTROL_URL/_sandbox/nicepay/clients" \
  -H "Authorization: Bearer $SANDBOX_TOKEN" -H 'Content-Type: application/json' \
  -d "{\"clientId\":\"IONPAYTEST\",\"clientSecret\":\"by-hand-secret\",\"publicKey\":\"$PUBLIC_KEY\"}"

timestamp() { printf '%s+07:00' "$(TZ=WIB-7 date +%Y-%m-%dT%H:%M:%S)"; }
code_of() { printf '%s' "$1" | sed -n 's/.*"responseCode":"\([0-9]*\)".*/\1/p'; }
field_of() { printf '%s' "$1" | sed -n "s/.*\"$2\":\"\([^\"]*\)\".*/\1/p"; }
# sign METHOD PATH BODY TIMESTAMP
sign() {
  HASH="$(printf '%s' "$3" | openssl dgst -sha256 | sed 's/^.* //')"
  printf '%s' "$1:$2:$TOKEN:$HASH:$4" | openssl dgst -sha512 -hmac 'by-hand-secret' -binary | openssl base64 -A
}

NOW="$(timestamp)"
GRANT="$(curl -sS "$NICEPAY_URL/v1.0/access-token/b2b" \
  -H 'Content-Type: application/json' -H "X-TIMESTAMP: $NOW" -H 'X-CLIENT-KEY: IONPAYTEST' \
  -H "X-SIGNATURE: $(printf '%s' "IONPAYTEST|$NOW" | openssl dgst -sha256 -sign hand.key | openssl base64 -A)" \
  -d '{"grantType":"client_credentials","additionalInfo":{}}')"
echo "token $(code_of "$GRANT")"
TOKEN="$(field_of "$GRANT" accessToken)"
