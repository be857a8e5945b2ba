<?php
// Reads one request a line (JSON), and answers with its own signature and with what it thinks of the one in the request.
while (($line = fgets(STDIN)) !== false) {
  $r = json_decode($line, true, 16, JSON_THROW_ON_ERROR);
  $hash = hash('sha256', preg_replace('/"(?:[^"\\\\]|\\\\.)*+"(*SKIP)(*FAIL)|[ \t\r\n]+/s', '', $r['body']));
  $text = match ($r['kind']) {
    'token' => "$r[clientId]|$r[timestamp]",
    'symmetric' => "$r[method]:$r[path]:$r[accessToken]:$hash:$r[timestamp]",
    'asymmetric' => "$r[method]:$r[path]:$hash:$r[timestamp]",
  };
  $theirs = $r['encoding'] === 'hex' ? hex2bin($r['signature']) : base64_decode($r['signature'], true);
  if ($r['kind'] === 'symmetric') {
    $mine = hash_hmac('sha512', $text, $r['secret'], true);
    $accepted = hash_equals($mine, $theirs);
  } else {
    openssl_sign($text, $mine, $argv[1], OPENSSL_ALGO_SHA256);
    $accepted = openssl_verify($text, $theirs, $argv[2], OPENSSL_ALGO_SHA256) === 1;
  }
  $signature = $r['encoding'] === 'hex' ? bin2hex($mine) : base64_encode($mine);
  echo json_encode(['signature' => $signature, 'accepted' => $accepted, 'stringToSign' => $text]), "\n";
}
