#!/usr/bin/env bash
# Writes snap-vectors.json: literal inputs (source/), hashes by PHP, signatures by openssl. Nothing of this package runs.
# "make.sh --check" writes nothing, and fails if the file would change.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
php="${PHP:-php}" work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

"$php" source/make.php write "$work" >"$work/jobs"
while read -r job name key; do
  text="$work/$name.text" signature="$work/$name.signature"
  case "$job" in
    hmac) openssl dgst -sha512 -mac HMAC -macopt "hexkey:$key" -binary -out "$signature" "$text" ;;
    sign)
      openssl dgst -sha256 -sign "$work/$key.private" -out "$signature" "$text"
      openssl dgst -sha256 -verify "$work/$key.public" -signature "$signature" "$text" >/dev/null
      ;;
    verify)
      # Only its owner can sign: what was published is taken over once openssl has verified it.
      openssl dgst -sha256 -verify "$work/$key.public" -signature "$work/$name.printed" "$text" >/dev/null
      cp "$work/$name.printed" "$signature"
      ;;
  esac
done <"$work/jobs"
"$php" source/make.php read "$work" >"$work/snap-vectors.json"

if [ "${1:-}" = --check ]; then
  cmp "$work/snap-vectors.json" snap-vectors.json
else
  cp "$work/snap-vectors.json" snap-vectors.json
fi
