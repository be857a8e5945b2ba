<?php
// What no published vector covers. Every input is literal, and so is every minified body: nothing here is computed.
// The secrets are made up; the key is a published sample (see published.php).

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJBQ01FIn0.c2FtcGxlLW9ubHk_';
const SECRET = 'sample-client-secret';
const TIMESTAMP = '2020-12-17T10:55:00+07:00';
const KEY = 'midtrans-docs-rsa2048';

/** A body that the three kinds of a transaction share. "minified" is written by hand. */
function bodies(): array
{
  return [
    ['empty', 'A request without a body: the hash of zero bytes.', '', ''],
    ['whitespace-only', 'Nothing is left of it, so it hashes as an empty body does.', " \r\n\t", ''],
    ['empty-object', 'Two characters, which is not an empty body.', '{}', '{}'],
    ['compact', 'Signed as it is.', '{"partnerReferenceNo":"A-1","amount":{"value":"10000.00","currency":"IDR"}}', '{"partnerReferenceNo":"A-1","amount":{"value":"10000.00","currency":"IDR"}}'],
    ['pretty-lf', 'Two spaces and LF.', "{\n  \"partnerReferenceNo\": \"A-1\",\n  \"items\": [\n    1,\n    { \"a\": null }\n  ]\n}\n", '{"partnerReferenceNo":"A-1","items":[1,{"a":null}]}'],
    ['pretty-crlf-tab', 'Tabs and CRLF.', "{\r\n\t\"partnerReferenceNo\" : \"A-1\" ,\r\n\t\"paid\" : true\r\n}\r\n", '{"partnerReferenceNo":"A-1","paid":true}'],
    ['spaces-that-matter', 'Spaces inside names and values stay, a padded number with them.', '{ "partnerServiceId" : "   12345", "virtualAccountName": " Jokul  Doe ", "a b" : "" }', '{"partnerServiceId":"   12345","virtualAccountName":" Jokul  Doe ","a b":""}'],
    ['escaped-whitespace', 'Escapes of line breaks and tabs are letters, not whitespace.', '{ "note" : "one\ntwo\r\n\tthree\u0020\u000a" }', '{"note":"one\ntwo\r\n\tthree\u0020\u000a"}'],
    ['quotes-and-backslashes', 'An escaped quote does not end a string; an escaped backslash before a quote does.', '{ "a" : "\" : \"", "b" : "\\\\" , "c" : "x\\\\\" y" }', '{"a":"\" : \"","b":"\\\\","c":"x\\\\\" y"}'],
    ['json-inside-json', 'JSON as a value keeps its own spaces.', '{ "additionalInfo" : "{ \"a\" : [ 1, 2 ] }" }', '{"additionalInfo":"{ \"a\" : [ 1, 2 ] }"}'],
    ['non-ascii', 'UTF-8 as it is: two, three and four bytes a character.', '{ "name" : "Jalan Café, 東京 🏦" }', '{"name":"Jalan Café, 東京 🏦"}'],
    ['non-ascii-escaped', 'The same text in escapes is another body.', '{ "name" : "Jalan Caf\u00e9, \u6771\u4eac \ud83c\udfe6" }', '{"name":"Jalan Caf\u00e9, \u6771\u4eac \ud83c\udfe6"}'],
    ['escape-case', 'The case of an escape is kept.', '{"a":"\u00E9\u00e9"}', '{"a":"\u00E9\u00e9"}'],
    ['lone-surrogate-escape', 'Half of a pair, as an escape, is ASCII and stays.', '{"a":"\ud83c"}', '{"a":"\ud83c"}'],
    ['decomposed', 'Nothing is normalised: e and a combining accent.', "{\"name\":\"Cafe\u{301}\"}", "{\"name\":\"Cafe\u{301}\"}"],
    ['other-spaces', 'Only space, tab, CR and LF are whitespace of JSON: these stay.', "{\"a\":\"\u{a0}\u{2028}\u{2029}\u{3000}\u{feff}\"}", "{\"a\":\"\u{a0}\u{2028}\u{2029}\u{3000}\u{feff}\"}"],
    ['escaped-slash', 'An escaped slash stays escaped.', '{ "url" : "https:\/\/example.com\/a" }', '{"url":"https:\/\/example.com\/a"}'],
    ['plain-slash', 'A plain slash stays plain.', '{ "url" : "https://example.com/a" }', '{"url":"https://example.com/a"}'],
    ['html', 'Characters that some encoders escape.', '{ "a" : "<b>&amp;\'</b>\u003c" }', '{"a":"<b>&amp;\'</b>\u003c"}'],
    ['numbers', 'No number is read: zeros, exponents and signs stay.', '[ 10000.00, 1e3, 1E+3, -0, 0.10, 1e-07, 100000000000000000000.5 ]', '[10000.00,1e3,1E+3,-0,0.10,1e-07,100000000000000000000.5]'],
    ['big-integers', 'Integers beyond 2^53 and 2^64.', '{ "a" : 9007199254740993, "b" : 18446744073709551617 }', '{"a":9007199254740993,"b":18446744073709551617}'],
    ['duplicate-names', 'Both stay, in their order.', '{ "a" : 1, "b" : 2, "a" : 3 }', '{"a":1,"b":2,"a":3}'],
    ['order-of-names', 'Names that look like integers are not sorted.', '{ "10" : 1, "9" : 2, "b" : 3, "a" : 4 }', '{"10":1,"9":2,"b":3,"a":4}'],
    ['names-of-prototypes', 'Names are only names.', '{ "__proto__" : { "constructor" : 1 }, "toString" : 2 }', '{"__proto__":{"constructor":1},"toString":2}'],
    ['nulls-and-empties', 'Nothing is dropped.', '{ "a" : null, "b" : "", "c" : [ ], "d" : { } }', '{"a":null,"b":"","c":[],"d":{}}'],
    ['array', 'A body need not be an object.', '[ { "a" : 1 } , { "a" : 2 } ]', '[{"a":1},{"a":2}]'],
    ['string', 'A body that is one string.', '  " a "  ', '" a "'],
    ['number', 'A body that is one number.', "10.0\n", '10.0'],
  ];
}

/** Paths are signed as they are sent: nothing is sorted, encoded or dropped. */
function paths(): array
{
  return [
    ['query', '/v1.0/qr/qr-mpm-query?b=2&a=1'],
    ['query-encoded', '/v1.0/registration?name=Jokul%20Doe&list=1%2C2&name=caf%C3%A9'],
    ['query-encoded-lower-case', '/v1.0/registration?list=1%2c2'],
    ['query-with-colons', '/v1.0/get-auth-code?redirectUrl=https://example.com:8443/back&at=10:55'],
    ['query-empty', '/v1.0/balance-inquiry?'],
    ['trailing-slash', '/v1.0/balance-inquiry/'],
    ['root', '/'],
  ];
}

function secrets(): array
{
  return [
    ['looks-like-hex', 'Used as text, never decoded.', '00112233445566778899aabbccddeeff'],
    ['looks-like-base64', 'Used as text, never decoded.', 'c2FtcGxlLWNsaWVudC1zZWNyZXQ='],
    ['one-character', 'Shorter than a digest.', 's'],
    ['one-block', '128 bytes: used as they are.', str_repeat('0123456789abcdef', 8)],
    ['over-one-block', '129 bytes: hashed first (RFC 2104).', str_repeat('0123456789abcdef', 8) . '!'],
    ['non-ascii', 'The UTF-8 bytes of the text.', 'rahasia-é-東-🏦'],
    ['non-ascii-one-block', '64 characters and 128 bytes.', str_repeat('é', 64)],
  ];
}

function ours(): array
{
  $vectors = [];
  $add = static function (string $name, string $kind, string $note, array $input, ?string $minified = null) use (&$vectors): void {
    $vectors[] = ['name' => "ours-$name", 'kind' => $kind, 'note' => $note, 'input' => $input, 'minified' => $minified];
  };
  $transaction = ['method' => 'POST', 'path' => '/v1.0/transfer-va/create-va'];
  $symmetric = fn (array $more): array => ['secret' => SECRET, ...$transaction, 'accessToken' => TOKEN, 'body' => '{"a":1}', 'timestamp' => TIMESTAMP, 'encoding' => 'base64', ...$more];
  $asymmetric = fn (array $more): array => ['key' => KEY, ...$transaction, 'body' => '{"a":1}', 'timestamp' => TIMESTAMP, 'encoding' => 'base64', ...$more];
  $token = fn (array $more): array => ['key' => KEY, 'clientId' => 'ACME-1', 'timestamp' => TIMESTAMP, 'encoding' => 'base64', ...$more];

  foreach (bodies() as [$name, $note, $body, $minified]) {
    $add("symmetric-body-$name", 'symmetric', $note, $symmetric(['body' => $body]), $minified);
  }
  foreach (bodies() as [$name, $note, $body, $minified]) {
    if (in_array($name, ['empty', 'pretty-lf', 'spaces-that-matter', 'non-ascii', 'escaped-slash', 'numbers'], true)) {
      $add("asymmetric-body-$name", 'asymmetric', $note, $asymmetric(['body' => $body]), $minified);
    }
  }
  foreach (paths() as [$name, $path]) {
    $add("symmetric-path-$name", 'symmetric', 'The path is signed as it is sent.', $symmetric(['method' => 'GET', 'path' => $path, 'body' => '']), '');
  }
  $add('asymmetric-path-query', 'asymmetric', 'The path is signed as it is sent.', $asymmetric(['method' => 'GET', 'path' => '/v1.0/qr/qr-mpm-query?b=2&a=1', 'body' => '']), '');
  foreach (['PUT', 'PATCH', 'DELETE'] as $method) {
    $name = strtolower($method);
    $add("symmetric-$name-with-body", 'symmetric', "$method with a body.", $symmetric(['method' => $method, 'body' => '{ "a" : 1 }']), '{"a":1}');
  }
  $add('symmetric-delete-without-body', 'symmetric', 'DELETE without a body.', $symmetric(['method' => 'DELETE', 'body' => '']), '');
  $add('asymmetric-put-with-body', 'asymmetric', 'PUT with a body.', $asymmetric(['method' => 'PUT', 'body' => '{ "a" : 1 }']), '{"a":1}');
  $add('asymmetric-delete-with-body', 'asymmetric', 'DELETE with a body.', $asymmetric(['method' => 'DELETE', 'body' => '{ "a" : 1 }']), '{"a":1}');
  foreach (secrets() as [$name, $note, $secret]) {
    $add("symmetric-secret-$name", 'symmetric', $note, $symmetric(['secret' => $secret]), '{"a":1}');
  }
  $add('symmetric-hex', 'symmetric', 'Lower-case hex.', $symmetric(['encoding' => 'hex']), '{"a":1}');
  $add('asymmetric-hex', 'asymmetric', 'Lower-case hex.', $asymmetric(['encoding' => 'hex']), '{"a":1}');
  $add('token-hex', 'token', 'Lower-case hex.', $token(['encoding' => 'hex']));
  $add('token-client-id', 'token', 'A client identifier with punctuation and a space inside.', $token(['clientId' => 'ACME Shop.id:01/a@b']));
  foreach (['milliseconds' => '2020-12-17T10:55:00.123+07:00', 'utc' => '2020-12-17T03:55:00Z', 'negative-offset' => '2020-12-17T00:25:00-03:30'] as $name => $timestamp) {
    $add("symmetric-timestamp-$name", 'symmetric', 'The timestamp is signed as it is sent.', $symmetric(['timestamp' => $timestamp]), '{"a":1}');
  }
  $add('asymmetric-timestamp-milliseconds', 'asymmetric', 'The timestamp is signed as it is sent.', $asymmetric(['timestamp' => '2020-12-17T10:55:00.123+07:00']), '{"a":1}');
  $add('token-timestamp-milliseconds', 'token', 'The timestamp is signed as it is sent.', $token(['timestamp' => '2020-12-17T10:55:00.123+07:00']));
  $add('symmetric-access-token-with-padding', 'symmetric', 'The token is signed as it was given out.', $symmetric(['accessToken' => 'abc+/def==']), '{"a":1}');

  foreach ([
    ['base64', 'A dialect: the hash in base64.', 'AVq9f1zFei3ZS3WQ8ErYCEJzkF7jPsXOvq5iJ2qX+GI='],
    ['upper-case', 'A dialect: the hash in upper-case hex.', '015ABD7F5CC57A2DD94B7590F04AD8084273905EE33EC5CEBEAE62276A97F862'],
  ] as [$name, $note, $hash]) {
    $input = $symmetric(['bodyHash' => $hash]);
    unset($input['body']);
    $add("symmetric-finished-hash-$name", 'symmetric', "$note A finished slot is signed as it is.", $input);
  }
  foreach ([
    ['by-name', '/v1/x?b=2&a=1', '/v1/x?a=1&b=2'],
    ['by-value', '/v1/x?a=2&a=10&a=1', '/v1/x?a=1&a=10&a=2'],
    ['upper-case-first', '/v1/x?a=1&B=2', '/v1/x?B=2&a=1'],
    ['dates', '/v1/x?StartDate=2016-09-01&EndDate=2016-09-01', '/v1/x?EndDate=2016-09-01&StartDate=2016-09-01'],
    ['space-and-comma', '/v1/x?b=1,2&a=c d', '/v1/x?a=c%20d&b=1%2C2'],
    ['plus-and-colon', '/v1/x?at=2020-12-17T10:55:00+07:00', '/v1/x?at=2020-12-17T10%3A55%3A00%2B07%3A00'],
    ['encoded-already', '/v1/x?b=%2c&a=%C3%a9', '/v1/x?a=%C3%A9&b=%2C'],
    ['non-ascii', '/v1/x?a=é東🏦', '/v1/x?a=%C3%A9%E6%9D%B1%F0%9F%8F%A6'],
    ['unreserved', '/v1/x?a=A-z_0.9~', '/v1/x?a=A-z_0.9~'],
    ['reserved', '/v1/x?a=!*\'();@$[]', '/v1/x?a=%21%2A%27%28%29%3B%40%24%5B%5D'],
    ['empty-value', '/v1/x?b=&a=', '/v1/x?a=&b='],
    ['none', '/v1/x', '/v1/x'],
  ] as [$name, $path, $sorted]) {
    $add("query-$name", 'sorted-query', 'RFC 3986 percent-encoding, parameters sorted by name and then by value.', ['path' => $path], $sorted);
  }
  return $vectors;
}
