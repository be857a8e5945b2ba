<?php
// Called by make.sh. "write" puts down what openssl has to sign and verify, "read" takes its answers into the artefact.
require __DIR__ . '/ours.php';
$published = require __DIR__ . '/published.php';
[, $step, $folder] = $argv;
$vectors = array_map('withParts', [...$published['vectors'], ...ours()]);
$step === 'write' ? writeJobs($vectors, $published['keys'], $folder) : print(artefact($vectors, $published, $folder));

/** Everything but the signature: PHP makes the hash, and the rest is put together from literal values. */
function withParts(array $vector): array
{
  ['name' => $name, 'kind' => $kind, 'input' => $input] = $vector;
  if ($kind === 'sorted-query') {
    check($name, 'sorted query', $vector['minified'], sortedQuery($input['path']));
    return [...$vector, 'parts' => ['sortedQuery' => $vector['minified']]];
  }
  $parts = [];
  if (isset($input['body'])) {
    $parts['minifiedBody'] = minify($input['body']);
    if (isset($vector['minified'])) check($name, 'minified body', $vector['minified'], $parts['minifiedBody']);
    $parts['bodyHash'] = hash('sha256', $parts['minifiedBody']);
  }
  $hash = $input['bodyHash'] ?? $parts['bodyHash'] ?? '';
  $strings = [
    'token' => fn () => "$input[clientId]|$input[timestamp]",
    'symmetric' => fn () => "$input[method]:$input[path]:$input[accessToken]:$hash:$input[timestamp]",
    'asymmetric' => fn () => "$input[method]:$input[path]:$hash:$input[timestamp]",
  ];
  if (isset($strings[$kind])) $parts['stringToSign'] = $strings[$kind]();
  foreach (['bodyHash', 'stringToSign'] as $part) {
    if (isset($vector['printed'][$part])) check($name, $part, $vector['printed'][$part], $parts[$part]);
  }
  return [...$vector, 'parts' => $parts];
}

/** Strings are skipped whole; of the rest, the whitespace of JSON goes. */
function minify(string $body): string
{
  return preg_replace('/"(?:[^"\\\\]|\\\\.)*+"(*SKIP)(*FAIL)|[ \t\r\n]+/s', '', $body);
}

function sortedQuery(string $path): string
{
  $parts = explode('?', $path, 2);
  if (!isset($parts[1])) return $path;
  $encode = fn (string $text): string => preg_replace_callback(
    '~%[0-9a-f]{2}|[^A-Za-z0-9\-._\~/]~i',
    fn (array $found): string => strlen($found[0]) === 3 ? strtoupper($found[0]) : rawurlencode($found[0]),
    $text,
  );
  $pairs = array_map(fn (string $pair): array => array_map($encode, explode('=', $pair, 2)), explode('&', $parts[1]));
  usort($pairs, fn (array $a, array $b): int => strcmp($a[0], $b[0]) ?: strcmp($a[1], $b[1]));
  return $parts[0] . '?' . implode('&', array_map(fn (array $pair): string => implode('=', $pair), $pairs));
}

function writeJobs(array $vectors, array $keys, string $folder): void
{
  foreach ($keys as $name => $key) {
    file_put_contents("$folder/$name.public", $key['publicKey']);
    if (isset($key['privateKey'])) file_put_contents("$folder/$name.private", $key['privateKey']);
  }
  foreach ($vectors as ['name' => $name, 'input' => $input, 'parts' => $parts]) {
    $text = $parts['stringToSign'] ?? $input['stringToSign'] ?? null;
    if ($text === null) continue;
    file_put_contents("$folder/$name.text", $text);
    if (isset($input['secret'])) echo "hmac $name ", bin2hex($input['secret']), "\n";
    elseif (isset($keys[$input['key']]['privateKey'])) echo "sign $name $input[key]\n";
    else echo "verify $name $input[key]\n";
  }
  foreach ($vectors as $vector) {
    if (!isset($vector['printed']['signature'])) continue;
    file_put_contents("$folder/$vector[name].printed", decode($vector['printed']['signature'], $vector['input']['encoding']));
  }
}

function artefact(array $vectors, array $published, string $folder): string
{
  $made = array_map(function (array $vector) use ($folder): array {
    ['name' => $name, 'kind' => $kind, 'input' => $input, 'parts' => $expected] = $vector;
    if (is_file("$folder/$name.signature")) {
      $signature = file_get_contents("$folder/$name.signature");
      $expected['signature'] = $input['encoding'] === 'hex' ? bin2hex($signature) : base64_encode($signature);
      if (isset($vector['printed']['signature'])) check($name, 'signature', $vector['printed']['signature'], $expected['signature']);
    }
    $source = $vector['source'] ?? 'ours';
    return ['name' => $name, 'kind' => $kind, 'source' => $source, 'note' => $vector['note'], 'input' => $input, 'expected' => $expected];
  }, $vectors);
  $refused = array_map(
    fn (array $vector): array => [...$vector, 'input' => (object) $vector['input']],
    $published['refused'],
  );
  $all = [
    'format' => 1,
    'about' => 'SNAP BI signature vectors. The schema is in README.md; made by make.sh. All keys and secrets are samples: never use them for anything real.',
    'keys' => $published['keys'],
    'vectors' => $made,
    'refused' => $refused,
  ];
  // Two spaces, and ASCII only: no editor and no locale can change what a body is.
  $json = json_encode($all, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR);
  return preg_replace_callback('/^ +/m', fn (array $found): string => str_repeat(' ', intdiv(strlen($found[0]), 2)), $json) . "\n";
}

function decode(string $signature, string $encoding): string
{
  return $encoding === 'hex' ? hex2bin($signature) : base64_decode($signature, true);
}

function check(string $name, string $part, string $expected, string $actual): void
{
  if ($expected === $actual) return;
  fwrite(STDERR, "$name: the $part is\n$actual\nand not\n$expected\n");
  exit(1);
}
