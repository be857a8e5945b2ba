<?php
// One call signed as PHP programs sign it: json_encode escapes slashes and letters, and those bytes are signed and sent.
[, $url, $token, $secret] = $argv;
$path = '/api/v1.0/qr/qr-mpm-generate';
$body = json_encode([
    'partnerReferenceNo' => 'HAND-PHP-1',
    'amount' => ['value' => '15000.00', 'currency' => 'IDR'],
    'merchantId' => 'IONPAYTEST',
    'storeId' => 'NICEPAY',
    'additionalInfo' => [
        'goodsNm' => 'Café / Teh',
        'billingNm' => 'Budi',
        'billingPhone' => '0812000111',
        'billingEmail' => 'budi@shop.example',
        'billingCity' => 'Jakarta',
        'billingState' => 'DKI Jakarta',
        'billingPostCd' => '10110',
        'billingCountry' => 'Indonesia',
        'callBackUrl' => 'https://shop.example/done',
        'dbProcessUrl' => 'https://shop.example/notify/qris',
        'userIP' => '192.0.2.10',
        'cartData' => '{}',
        'mitraCd' => 'QSHP',
    ],
]);
$timestamp = (new DateTime('now', new DateTimeZone('Asia/Jakarta')))->format('Y-m-d\TH:i:sP');
$text = "POST:$path:$token:" . strtolower(hash('sha256', $body)) . ":$timestamp";
$signature = base64_encode(hash_hmac('sha512', $text, $secret, true));
echo file_get_contents($url . $path, false, stream_context_create(['http' => [
    'method' => 'POST',
    'ignore_errors' => true,
    'header' => "Content-Type: application/json\r\nAuthorization: Bearer $token\r\nX-TIMESTAMP: $timestamp\r\n" .
        "X-SIGNATURE: $signature\r\nX-PARTNER-ID: IONPAYTEST\r\nX-EXTERNAL-ID: 30001\r\nCHANNEL-ID: IONPAYTEST01\r\n",
    'content' => $body,
]]));
