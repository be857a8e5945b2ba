<?php
// Token and balance as PHP programs ask for them: JSON with slashes unescaped, HMAC-SHA256 in base64.
[, $url, $clientId, $clientSecret, $apiKey, $staticKey, $organization] = $argv;
$now = function () {
    $time = new DateTime('now', new DateTimeZone('Asia/Jakarta'));
    return $time->format('Y-m-d\TH:i:s.vP');
};
$post = fn ($path, $headers, $body) => json_decode(file_get_contents($url . $path, false, stream_context_create(['http' => [
    'method' => 'POST',
    'ignore_errors' => true,
    'header' => implode("\r\n", $headers),
    'content' => $body,
]])), true);
$sign = fn ($text) => base64_encode(hash_hmac('sha256', $text, $staticKey, true));

$time = $now();
$form = http_build_query(['grant_type' => 'client_credentials']);
$token = $post('/apiservice/oauth/token', [
    'Content-Type: application/x-www-form-urlencoded',
    'Authorization: Basic ' . base64_encode("$clientId:$clientSecret"),
    "API-Key: $apiKey",
    "OAUTH-Timestamp: $time",
    'OAUTH-Signature: ' . $sign("$apiKey:$time:$form"),
], $form)['access_token'];

$time = $now();
$body = json_encode(['BalInqRq' => [
    'MsgRqHdr' => ['RequestTimestamp' => $time, 'CustRefID' => 'A/1'],
    'InqInfo' => ['AccountNumber' => '701075323'],
]], JSON_UNESCAPED_SLASHES);
echo json_encode($post('/apiservice/InquiryServices/BalanceInfo_V2/inq', [
    'Content-Type: application/json',
    "Authorization: Bearer $token",
    'permata-signature: ' . $sign("$token:$time:$body"),
    "organizationname: $organization",
    "permata-timestamp: $time",
], $body), JSON_UNESCAPED_SLASHES);
