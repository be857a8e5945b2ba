<?php
// An order signed as PHP programs sign it: json_encode escapes slashes and letters, and those bytes are signed and sent.
[, $url, $clientId, $key] = $argv;
$path = '/payment-gateway/v1.0/debit/payment-host-to-host.htm';
$now = new DateTime('now', new DateTimeZone('Asia/Jakarta'));
$body = json_encode([
    'partnerReferenceNo' => 'HAND/PHP-1',
    'merchantId' => '23489182303312',
    'amount' => ['value' => '15000.00', 'currency' => 'IDR'],
    'validUpTo' => (clone $now)->modify('+1 hour')->format('Y-m-d\TH:i:sP'),
    'urlParams' => [['url' => 'https://shop.example/selesai', 'type' => 'PAY_RETURN', 'isDeeplink' => 'N']],
    'additionalInfo' => ['order' => ['orderTitle' => 'Café / Teh']],
]);
$timestamp = $now->format('Y-m-d\TH:i:sP');
openssl_sign("POST:$path:" . strtolower(hash('sha256', $body)) . ":$timestamp", $signature, $key, OPENSSL_ALGO_SHA256);
echo file_get_contents($url . $path, false, stream_context_create(['http' => [
    'method' => 'POST',
    'ignore_errors' => true,
    'header' => "Content-Type: application/json\r\nX-TIMESTAMP: $timestamp\r\n" .
        'X-SIGNATURE: ' . base64_encode($signature) . "\r\nX-PARTNER-ID: $clientId\r\n" .
        "X-EXTERNAL-ID: 30001\r\nCHANNEL-ID: 95221\r\nORIGIN: shop.example\r\n",
    'content' => $body,
]]));
