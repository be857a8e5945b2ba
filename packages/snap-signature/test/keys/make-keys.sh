#!/bin/sh
# Writes keys.json: every shape that the tests need and that only openssl and node can make. All of it is made from
# the published sample key or from keys made here for these tests. Run it from anywhere; needs OpenSSL 3 and Node 20.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cd "$work"

node -p "require('$here/../vectors/token.json').keys['midtrans-docs-rsa2048'].privateKey.trim()" >key.pem
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ec.pem 2>/dev/null
openssl pkey -in key.pem -pubout -out public.pem
openssl req -x509 -key key.pem -subj /CN=sample -days 36500 -out certificate.pem
openssl pkcs12 -export -inkey key.pem -in certificate.pem -passout pass:sample -out key.p12
cat >partner.cnf <<'EOF'
subjectAltName = DNS:partner.example
keyUsage = digitalSignature
EOF

cat >jwk.cjs <<'EOF'
const { [`create${process.argv[2]}Key`]: create } = require('node:crypto')
console.log(JSON.stringify(create(require('node:fs').readFileSync(0)).export({ format: 'jwk' })))
EOF

section() {
  [ -z "${open:-}" ] || printf '\n  },\n'
  printf '  "%s": {' "$1"
  open=yes
  comma=
}

# name, then the command as it is printed; its output becomes the text.
entry() {
  text=$(eval "$2" 2>/dev/null | awk '{ gsub(/["\\]/, "\\\\&"); printf "%s\\n", $0 }')
  [ -n "$text" ] || { echo "nothing came of: $2" >&2; exit 1; }
  printf '%s\n    "%s": {\n      "command": "%s",\n      "text": "%s"\n    }' "$comma" "$1" "$2" "$text"
  comma=,
}

pbes2() {
  entry "$1" "openssl pkcs8 -topk8 -in key.pem -passout pass:sample $2"
}

{
  printf '{\n  "about": "Made by make-keys.sh; see README.md. The passphrase is sample.",\n'

  section encrypted
  for cipher in aes-128-cbc aes-192-cbc aes-256-cbc; do
    for hash in SHA1 SHA256 SHA384 SHA512; do
      pbes2 "$cipher hmacWith$hash" "-v2 $cipher -v2prf hmacWith$hash"
    done
  done
  pbes2 "100 000 iterations" "-v2 aes-256-cbc -iter 100000"
  entry "openssl pkey -aes256" "openssl pkey -in key.pem -aes256 -passout pass:sample"

  section encryptedForNode
  pbes2 "des-ede3-cbc in PBES2" "-v2 des-ede3-cbc"
  pbes2 "PBE-SHA1-3DES" "-v1 PBE-SHA1-3DES"
  for cipher in aes128 aes192 aes256 des3; do
    entry "traditional $cipher" "openssl rsa -in key.pem -traditional -$cipher -passout pass:sample"
  done

  section refusedCiphers
  pbes2 "unknown-scheme: PBE-MD5-DES" "-v1 PBE-MD5-DES -provider default -provider legacy"
  pbes2 "unknown-scheme: PBE-SHA1-RC2-40" "-v1 PBE-SHA1-RC2-40 -provider default -provider legacy"
  pbes2 "unknown-scheme: PBE-SHA1-2DES" "-v1 PBE-SHA1-2DES"
  pbes2 "unknown-derivation: scrypt" "-scrypt"
  pbes2 "unknown-derivation: hmacWithSHA224" "-v2 aes-128-cbc -v2prf hmacWithSHA224"
  pbes2 "unknown-cipher: camellia" "-v2 camellia-256-cbc"
  entry "unknown-cipher: traditional camellia" "openssl rsa -in key.pem -traditional -camellia128 -passout pass:sample"

  section otherEncrypted
  entry "EC in PBES2" "openssl pkey -in ec.pem -aes256 -passout pass:sample"
  entry "EC traditional" "openssl ec -in ec.pem -aes256 -passout pass:sample"
  entry "1024 bits" "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -aes256 -pass pass:sample"
  entry "an umlaut in the passphrase" "openssl pkey -in key.pem -aes256 -passout pass:Schlüssel"

  section certificates
  entry "self-signed" "openssl req -x509 -key key.pem -subj /CN=sample -days 36500"
  entry "version 1" "openssl req -new -key key.pem -subj /CN=sample | openssl x509 -req -signkey key.pem -days 36500"
  entry "signed by EC" "openssl req -x509 -new -key ec.pem -subj /CN=ca -out ca.pem; openssl req -new -key key.pem -subj /CN=partner | openssl x509 -req -CA ca.pem -CAkey ec.pem -CAcreateserial -days 36500 -extfile partner.cnf"
  entry "expired" "openssl req -new -key key.pem -subj /CN=sample | openssl x509 -req -signkey key.pem -days 0"

  section refusedCertificates
  entry "EC" "openssl req -x509 -key ec.pem -subj /CN=sample -days 36500"
  entry "chain" "cat certificate.pem certificate.pem"
  entry "trusted" "openssl x509 -in certificate.pem -trustout -addtrust serverAuth"

  section containers
  entry "PKCS#12" "openssl base64 -in key.p12"
  entry "PKCS#12 without a MAC" "openssl pkcs12 -export -nomac -inkey key.pem -in certificate.pem -passout pass:sample | openssl base64"

  section jwk
  entry "private" "node jwk.cjs Private <key.pem"
  entry "public" "node jwk.cjs Public <key.pem"
  printf '\n  }\n}\n'
} >keys.json
mv keys.json "$here/keys.json"
