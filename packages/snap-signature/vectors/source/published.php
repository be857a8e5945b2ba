<?php
// What others have published, copied to the letter, under our names for the fields. All keys and secrets are their samples.
return [
  'keys' => [
    'midtrans-docs-rsa2048' => [
      'source' => 'docs.midtrans.com/reference/signature-generation and Midtrans/SNAP-BI-Signature-Demo (the page labels it a sample that is meant to be public)',
      'bits' => 2048,
      'publicKey' => "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAlWbtlh3eM+bW3n5AFj42\nwddC4L7tQqbLiCFbTv8K67yng9iwK5mEn+UMXiRhvB2JVWFafCPPxFamsiVG3Mjn\neGjC0BYgmpmw4qXnAnyO3nCdCuPtmZ3ljhKvSTPdWZxrcLi1Xa9V/+Pzb8hrjb5i\nwMn6SZFNeMmZYgFKiSeueo6TPln2PoTqXCzs1HtsM8eUVe8GAsjJe/3dYl992nyX\nOpG21GgNu8o5T3WOptPg6GdDTWkTWUu483yRbVVy04Pz4L8DDZTDv+WcsAViDn1r\nA/jB1Auj/UGKx2ovGcBH/a/hor5TbABbODU6cPTHT54K3sSZtvZNV4eFDB1f/4wd\nfwIDAQAB\n-----END PUBLIC KEY-----\n",
      'privateKey' => "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCVZu2WHd4z5tbe\nfkAWPjbB10Lgvu1CpsuIIVtO/wrrvKeD2LArmYSf5QxeJGG8HYlVYVp8I8/EVqay\nJUbcyOd4aMLQFiCambDipecCfI7ecJ0K4+2ZneWOEq9JM91ZnGtwuLVdr1X/4/Nv\nyGuNvmLAyfpJkU14yZliAUqJJ656jpM+WfY+hOpcLOzUe2wzx5RV7wYCyMl7/d1i\nX33afJc6kbbUaA27yjlPdY6m0+DoZ0NNaRNZS7jzfJFtVXLTg/PgvwMNlMO/5Zyw\nBWIOfWsD+MHUC6P9QYrHai8ZwEf9r+GivlNsAFs4NTpw9MdPngrexJm29k1Xh4UM\nHV//jB1/AgMBAAECggEADcXGyitns/4oOauGyeYjUxw+eIxxP88zfRGiIralMZUb\nFi7wEpzc2oaZbMZK0jYg1mOanU4J1a4tQMfp7+l/WRzDNL6Nc+MOKN6lXJfR7dSQ\nzZO0cBBbvIyhZwymb5/ZUbNdWM0UjvnbE6d0rsTpwp77+TMxYpynDJ9U2S70ySxe\nfGi7x4rK02/8xmj1fY/Ls+uoYhF4IbGJIkFvrlAdWyFvv6sCGBYxl5sPuitgQxPv\nYc7dS7HE+6nZ+wWgoIXjC4CfxHBa9u3dfu3XAnPY3xpnVsbxCAH9OOIrZPY0C/Pq\ngj+EElCBChUzDiedV3XipKUweDA+64sNm5NjqlqU8QKBgQDFf5a9vHVf9r2CTOgm\nz5wTrK7aTwKwCNC4zpZUxDR8k7AV2gTelabpPWqUMZyRMUPs2hyBvhEWVNKxx3qs\n7BAVpmcttuS5/dLNVdhNPUC2IgZqf3jWH2aS3lkci8DATQCphrEXZ3jrNaIRtrSC\nkflE+yY8YP8b7ObktgvHz39JMQKBgQDBqCsMmOsQAveIQk5FGAMxsFU9G7OIBFHo\nxpwkKUCjoqGxM+YQqDvcVeXNd/HdLnmR05//eoONemuDyYy8XRoud4tpaRKU/FK7\n06WdljztB5rn2+cdUbmcU0fZiRQk+WuXsopZn3GUNvA/fQOW9qs7B5Rm5W71FeGk\nZgsvlAUlrwKBgQCUgFFaLWCcXa01UpqkxCp5aLi5EfvVXWuD6mKDLlzA51PZums6\n6o/shO+kqoEtczu91mrk64NxpSof3vxRFdcqUEr4xrLJXx+oocnYmhwUVxU38s1r\nQ4UfHe0nV7YBYmUDE3IJRRZY1aUdaKHmI9iok6e2csCfwMwEYRYOkekFoQKBgCyy\nOa1gpfA+Hw+N7i64ShRv1FyURi2Agb8uB9+4vbiG0rbpeZIioh5KnQ19P4+DKH/l\nzinTBwXiWWpDXH4lJuPOp5ierbFBQ38ibDkg8dLrTG9zK7ZypFpWRmEI6GNYReLv\nTEs/J6HDxFOC8Q8ow4COUUwmbCOY90lQXAiRK1b1AoGAScK1db9X5Ct+JtnjYyzi\nGYLwyPhHCQIVmEDfuvbMs74woQsrBm3dBB3b2vf9pqcSZB4WAbTQ3wCdxCJKg6MN\n6eXBO1M1lcIpZjCDyiXXi7PozNmkasRDUyDFwxlnyDLdRHL3FD+dh6do32FwGLBQ\nu256RIyMB13qIuqrc91Z0hM=\n-----END PRIVATE KEY-----\n",
    ],
    'nicepay-ionpaytest-rsa1024' => [
      'source' => 'nicepay-dev/nodejs-nicepay README.md (sandbox IONPAYTEST); below the 2048-bit floor',
      'bits' => 1024,
      'publicKey' => "-----BEGIN PUBLIC KEY-----\nMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQCJyXtRttkdnzHISBOgY7WEasjI\n+pbqz/86ur8u/VmohirdBcbOKtwG+In5jl3fe8p0uX9CUXyKmpFw3Ff3tq8fWxXb\nEthzkWO6OQLew+RN7ZMjTPbJiP+3ZPHdztH8nmcq5jzMkoIc4JEd6DBA1tUwg+au\ntx4f6KtCymf+CY3G/QIDAQAB\n-----END PUBLIC KEY-----\n",
      'privateKey' => "-----BEGIN PRIVATE KEY-----\nMIICdgIBADANBgkqhkiG9w0BAQEFAASCAmAwggJcAgEAAoGBAInJe1G22R2fMchI\nE6BjtYRqyMj6lurP/zq6vy79WaiGKt0Fxs4q3Ab4ifmOXd97ynS5f0JRfIqakXDc\nV/e2rx9bFdsS2HORY7o5At7D5E3tkyNM9smI/7dk8d3O0fyeZyrmPMySghzgkR3o\nMEDW1TCD5q63Hh/oq0LKZ/4Jjcb9AgMBAAECgYA4Boz2NPsjaE+9uFECrohoR2NN\nFVe4Msr8/mIuoSWLuMJFDMxBmHvO+dBggNr6vEMeIy7zsF6LnT32PiImv0mFRY5f\nRD5iLAAlIdh8ux9NXDIHgyera/PW4nyMaz2uC67MRm7uhCTKfDAJK7LXqrNVDlIB\nFdweH5uzmrPBn77foQJBAMPCnCzR9vIfqbk7gQaA0hVnXL3qBQPMmHaeIk0BMAfX\nTVq37PUfryo+80XXgEP1mN/e7f10GDUPFiVw6Wfwz38CQQC0L+xoxraftGnwFcVN\n1cK/MwqGS+DYNXnddo7Hu3+RShUjCz5E5NzVWH5yHu0E0Zt3sdYD2t7u7HSr9wn9\n6OeDAkEApzB6eb0JD1kDd3PeilNTGXyhtIE9rzT5sbT0zpeJEelL44LaGa/pxkbl\nNm0K2v/ShMC8uY6Bbi9oVqnMbj04uQJAJDIgTmfkla5bPZRR/zG6nkf1jEa/0w7i\n/R7szaiXlqsIFfMTPimvRtgxBmG6ASbOETxTHpEgCWTMhyLoCe54WwJATmPDSXk4\nAPUQNvX5rr5OSfGWEOo67cKBvp5Wst+tpvc6AbIJeiRFlKF4fXYTb6HtiuulgwQN\nePuvlzlt2Q8hqQ==\n-----END PRIVATE KEY-----\n",
    ],
    'nicepay-notify-rsa2048' => [
      'source' => 'nicepay-dev/CSharp-nicepay test/test snap/VerifySignature.cs',
      'bits' => 2048,
      'publicKey' => "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEApizrKJl/1Legp3Zj8f0o\nTIjKnUWe2HJCBSoRsVLxtpf0Dr1MI+23y+AMNKKxVXxbvReZq/sD91uN4GFYMUr1\n6LY9oX7nJXh9C1JlI4/Xb/Q9MF30o1XYvogHLATtvTR/KQ8hxrf6Nlj/yuzeqrT+\nPiQMZt1CaKiE6UMn36kq11DmDq4ocwcNhChKDudNZSZ4YYIFn5IgH05K+VsRjehp\na0szbO8qHmvnprXVVcqvk7ZSS+6fYwDynOq0f552aL0LWX0glNhh9F0oJqmTreW4\nlM0mdhNDq4GhlJZl5IpaUiaGRM2Rz/t6spgwR7nqUhI9aE2kjzaorgP4ZWUGm3wl\nTwIDAQAB\n-----END PUBLIC KEY-----\n",
    ],
  ],
  'vectors' => [
    [
      'name' => 'midtrans-docs-token-base64',
      'kind' => 'token',
      'source' => 'docs.midtrans.com/reference/signature-generation (copy dated 2026-04-22)',
      'note' => 'The page prints the hex form of the same bytes too.',
      'input' => [
        'key' => 'midtrans-docs-rsa2048',
        'clientId' => 'G1234325-SNAP',
        'timestamp' => '2023-07-31T07:10:00+07:00',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'G1234325-SNAP|2023-07-31T07:10:00+07:00',
        'signature' => 'iv5YorKVVFOFS59l0HChDvPe+HeoE/jY5CfVgCg5i16nj5/DVnKg49ilkv8PyeU7y38apHhgO+cUrvkfUs5BhDD69yLn7xp8hzN9RcR0UDy5+nCrQ3GGCVSzZJvlEXN+TB0j4Q6pMsjrq4+YRoyDa4mTlsjJTU9aGjLRFBYgY4MyMQ5x11JyLnoFwbS8TJ5e/q4mUozrp49VyHe7OQSFnJNwvMSFrDyAIxoOK0IZQIlY29PaDIFcWoR+RJAY42H2FryjJcPpNfeercbkj9jsBLV3wmEKiNoN6lgFFLk5QicDnAAQzL45s92EYeCqDNuTTJOydaJbUqEo1d/ZPVNBtQ==',
      ],
    ],
    [
      'name' => 'midtrans-docs-token-hex',
      'kind' => 'token',
      'source' => 'docs.midtrans.com/reference/signature-generation (copy dated 2026-04-22)',
      'note' => 'The same bytes in hex.',
      'input' => [
        'key' => 'midtrans-docs-rsa2048',
        'clientId' => 'G1234325-SNAP',
        'timestamp' => '2023-07-31T07:10:00+07:00',
        'encoding' => 'hex',
      ],
      'printed' => [
        'stringToSign' => 'G1234325-SNAP|2023-07-31T07:10:00+07:00',
        'signature' => '8afe58a2b2955453854b9f65d070a10ef3def877a813f8d8e427d58028398b5ea78f9fc35672a0e3d8a592ff0fc9e53bcb7f1aa478603be714aef91f52ce418430faf722e7ef1a7c87337d45c474503cb9fa70ab4371860954b3649be511737e4c1d23e10ea932c8ebab8f98468c836b899396c8c94d4f5a1a32d1141620638332310e71d752722e7a05c1b4bc4c9e5efeae26528ceba78f55c877bb3904859c9370bcc485ac3c80231a0e2b4219408958dbd3da0c815c5a847e449018e361f616bca325c3e935f79eadc6e48fd8ec04b577c2610a88da0dea580514b9394227039c0010ccbe39b3dd8461e0aa0cdb934c93b275a25b52a128d5dfd93d5341b5',
      ],
    ],
    [
      'name' => 'midtrans-docs-transaction-base64',
      'kind' => 'symmetric',
      'source' => 'docs.midtrans.com/reference/signature-generation (copy dated 2026-04-22)',
      'note' => 'The page gives the hash of the body and not the body.',
      'input' => [
        'secret' => 'fdppqbF5wq7vVegyvsV1CROMv646nJ7A',
        'method' => 'POST',
        'path' => '/v1.0/debit/payment-host-to-host',
        'accessToken' => 'gp9HjjEj813Y9JGoqwOeOPWbnt4CupvIJbU1Mmu4a11MNDZ7Sg5u9a',
        'bodyHash' => '56fa5f4999ad8014de49d7898c1d1d53472569db8999de3c1b752a0dd181e98c',
        'timestamp' => '2020-01-01T00:00:00+07:00',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'POST:/v1.0/debit/payment-host-to-host:gp9HjjEj813Y9JGoqwOeOPWbnt4CupvIJbU1Mmu4a11MNDZ7Sg5u9a:56fa5f4999ad8014de49d7898c1d1d53472569db8999de3c1b752a0dd181e98c:2020-01-01T00:00:00+07:00',
        'signature' => 'FSlidRHe4ow9qppNifGVQNcdv67lBjgCiP0BHylh+IKXo4fs2rHaGsFNUY0N8t0rPlZs4iAHAOCDklnCccwuJw==',
      ],
    ],
    [
      'name' => 'midtrans-docs-transaction-hex',
      'kind' => 'symmetric',
      'source' => 'docs.midtrans.com/reference/signature-generation (copy dated 2026-04-22); same text on docs.qoinhub.id/reference/signature-service-1',
      'note' => 'The same bytes in hex.',
      'input' => [
        'secret' => 'fdppqbF5wq7vVegyvsV1CROMv646nJ7A',
        'method' => 'POST',
        'path' => '/v1.0/debit/payment-host-to-host',
        'accessToken' => 'gp9HjjEj813Y9JGoqwOeOPWbnt4CupvIJbU1Mmu4a11MNDZ7Sg5u9a',
        'bodyHash' => '56fa5f4999ad8014de49d7898c1d1d53472569db8999de3c1b752a0dd181e98c',
        'timestamp' => '2020-01-01T00:00:00+07:00',
        'encoding' => 'hex',
      ],
      'printed' => [
        'stringToSign' => 'POST:/v1.0/debit/payment-host-to-host:gp9HjjEj813Y9JGoqwOeOPWbnt4CupvIJbU1Mmu4a11MNDZ7Sg5u9a:56fa5f4999ad8014de49d7898c1d1d53472569db8999de3c1b752a0dd181e98c:2020-01-01T00:00:00+07:00',
        'signature' => '1529627511dee28c3daa9a4d89f19540d71dbfaee506380288fd011f2961f88297a387ecdab1da1ac14d518d0df2dd2b3e566ce2200700e0839259c271cc2e27',
      ],
    ],
    [
      'name' => 'midtrans-demo-token-utc-millis',
      'kind' => 'token',
      'source' => 'Midtrans/SNAP-BI-Signature-Demo sample-code/asymmetricSignature',
      'note' => 'The timestamp is UTC with milliseconds: it is signed as it is sent.',
      'input' => [
        'key' => 'midtrans-docs-rsa2048',
        'clientId' => 'G1234325-SNAP',
        'timestamp' => '2024-03-01T08:27:49.024Z',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'G1234325-SNAP|2024-03-01T08:27:49.024Z',
        'signature' => 'WzW49tYIgKIBmBi/gVBHGLAkhEaZlXM11zcZxAiyHji6TLPjPbwLu3Z45it25AIeG0XDItcdTSkds47zFEMh6IP0PXPIP1+Ey4RmX/o2fuYRF/xBHvfvKnMmANMTS1axsXBSW3EHqYpbVrkCcqNnB3u+wu63us9WIhRZaWgxgQ2PJLaiVHIwgu9u7jxkWX7Bg4rerZH3RKdQfIJAAJsSN13efR7VdSAyzU7QaKjgislxrLqmesYNJkbD03XLjHdo6YWuzAVV7xdZRpLiGkIAkW7luXTBZYBO+4oENZAPQYzrLeN1qRY1Sr7BgLONCA2QA26BB6SYW4R7qofS9+RyOQ==',
      ],
    ],
    [
      'name' => 'midtrans-demo-notify-generate',
      'kind' => 'asymmetric',
      'source' => 'Midtrans/SNAP-BI-Signature-Demo sample-code/asymmetricSignatureNotificationGeneration',
      'note' => 'The body is pretty-printed: only its minified form is signed.',
      'input' => [
        'key' => 'midtrans-docs-rsa2048',
        'method' => 'POST',
        'path' => '/v1.0/debit/notify',
        'body' => "{\n    \"createdTime\": \"2020-01-01T00:00:00+07:00\",\n    \"latestTransactionStatus\": \"00\",\n    \"originalReferenceNo\": \"gopayOrderId\",\n    \"finishedTime\": \"2020-01-02T00:00:00+07:00\",\n    \"originalPartnerReferenceNo\": \"merchant-order-id\",\n    \"transactionStatusDesc\": \"desc\",\n    \"originalExternalId\": \"merchant-order-id\",\n    \"additionalInfo\": {\n        \"payOptionDetails\": [{\n            \"payMethod\": \"GOPAY\",\n            \"payOption\": \"GOPAY_WALLET\"\n        }],\n        \"fraudStatus\": \"accept\",\n        \"refundHistory\": [{\n            \"refundNo\": \"96194816941239812\",\n            \"partnerReferenceNo\": \"239850918204981205970\",\n            \"refundAmount\": {\n                \"value\": \"12345678.00\",\n                \"currency\": \"IDR\"\n            },\n            \"refundStatus\": \"00\",\n            \"refundDate\": \"2020-12-23T07:44:16+07:00\",\n            \"reason\": \"Customer Complain\"\n        }],\n        \"validUpTo\": \"2021-01-01T00:00:00+07:00\"\n    }\n}",
        'timestamp' => '2024-03-05T10:37:16.196Z',
        'encoding' => 'base64',
      ],
      'printed' => [
        'bodyHash' => '2ea1a3719499a0c45630f774b241a26a03d954fd8ab4a4d35cce05b5e37e4293',
        'stringToSign' => 'POST:/v1.0/debit/notify:2ea1a3719499a0c45630f774b241a26a03d954fd8ab4a4d35cce05b5e37e4293:2024-03-05T10:37:16.196Z',
        'signature' => 'eUGsomFLNsjWzehgGsa317MqcVOgscay/Hml8yNmOsFhmoBM7pso+UPDgSe34anXvecSQkf5NOr0fbr8k9qdyyoWiYX7DTq/Wnz8XC0cRCCbNZfyLIyF33HO9cnvxOcRQq9DuWlQtld+uEluuivVdN2TiaWLpUTmfB/H7noZnXWWDj6FYa4n5kSo4o3aTeFYAF9EmLp0Tcsl8CiHSQCrQnIbB8M2+puLwyJ1l2OocvZ5qgjf5f2DqlCbemsSMzYzjN+YMrb0kiDx0TiW5UTk+WZass43xIfb3vdrlX+U2JSk5YsJ8lFpp9F+7FId4cyncElNFEbt3zWuP4iDzXteCg==',
      ],
    ],
    [
      'name' => 'midtrans-demo-notify-verify',
      'kind' => 'asymmetric',
      'source' => 'Midtrans/SNAP-BI-Signature-Demo sample-code/asymmetricSignatureNotificationVerification',
      'note' => 'The body is compact already.',
      'input' => [
        'key' => 'midtrans-docs-rsa2048',
        'method' => 'POST',
        'path' => '/v1.0/debit/notify',
        'body' => '{"originalPartnerReferenceNo":"GP24043015193402809","originalReferenceNo":"A120240430081940S9vu8gSjaRID","merchantId":"G099333790","amount":{"value":"102800.00","currency":"IDR"},"latestTransactionStatus":"00","transactionStatusDesc":"SUCCESS","additionalInfo":{"refundHistory":[]}}',
        'timestamp' => '2024-05-02T14:43:08+07:00',
        'encoding' => 'base64',
      ],
      'printed' => [
        'bodyHash' => '79ebbe6a6b695262dd686d0dedafc57c94e3b3dededf8d63971f8a95699ace85',
        'stringToSign' => 'POST:/v1.0/debit/notify:79ebbe6a6b695262dd686d0dedafc57c94e3b3dededf8d63971f8a95699ace85:2024-05-02T14:43:08+07:00',
        'signature' => 'RoJnP2tH/YiOhHM/lMVBMSAuzRmS8VrWdIy04Qqyb56daV7oWFMFoMMzqnjQ+q0MIUalYgU094GWQnCx2c29xb1kkqHhv2+iJ9xl6NjGmFGYqyvcKvUDAV83Y1Mw9JnsEcjcupdGw9/MRv/mm2GMrQ+BCZGfc4a46JDyPZbcY294vDGqs5rFBN6iYer5ro4cAQGo9hET2G82Y+j50vCyO/79GFE4vB1rvtu6PK2Bxi+vTYV8k7P7PS8tOPWM2O+kjiVWjwvLR99Botou+a8sxlQqZaihfWMKcByzV+Lgkr9cptpjys+1NIRWT1ad/sJBSLHyldzC3q2oRn5z5oZmyg==',
      ],
    ],
    [
      'name' => 'nicepay-token-rsa1024',
      'kind' => 'token',
      'source' => 'nicepay-dev/nodejs-nicepay test/helper.test.js; key in README.md',
      'note' => 'A key of 1024 bits, below the usual floor.',
      'input' => [
        'key' => 'nicepay-ionpaytest-rsa1024',
        'clientId' => 'IONPAYTEST',
        'timestamp' => '2023-02-22T14:43:27+07:00',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'IONPAYTEST|2023-02-22T14:43:27+07:00',
        'signature' => 'H0SI/1ArKnqoNdKeeO0KD+3RVuhoE7/xvQ6uBWksAqf033vAIQIrXIjVRfCEqSHzSWjRkUYeaYhJ12YEQvG3zjaF6jQZEYEdTeFSw/RTEdwXCnjfZMN+MyTEPoB3UE51dVAMRFUSwhVEHirn/ucND2OKiPCj7qy7CQa8DWNq3/M=',
      ],
    ],
    [
      'name' => 'nicepay-transaction-given-hash',
      'kind' => 'symmetric',
      'source' => 'nicepay-dev/nodejs-nicepay test/helper.test.js',
      'note' => 'The secret looks like hex and is used as text. The signed path is shorter than the path of the URL.',
      'input' => [
        'secret' => '1af9014925cab04606b2e77a7536cb0d5c51353924a966e503953e010234108a',
        'method' => 'POST',
        'path' => '/api/v1.0/transfer/registration',
        'accessToken' => 'eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJJT05QQVlURVNUIiwiaXNzIjoiTklDRVBBWSIsIm5hbWUiOiJCQkJBIiwiZXhwIjoiMjAyMy0wMi0yMlQxMDo0MDowNloifQ==.nlrGKpV0lvwmUDTC94Y5KGnrACV1zdfSx7GrsrNruh8=',
        'bodyHash' => 'ec055a063eca97d1eb53e1ebc38cb8dfed4ce9f874b47c8214fb30250cfa9d44',
        'timestamp' => '2023-02-22T17:25:04+07:00',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'POST:/api/v1.0/transfer/registration:eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJJT05QQVlURVNUIiwiaXNzIjoiTklDRVBBWSIsIm5hbWUiOiJCQkJBIiwiZXhwIjoiMjAyMy0wMi0yMlQxMDo0MDowNloifQ==.nlrGKpV0lvwmUDTC94Y5KGnrACV1zdfSx7GrsrNruh8=:ec055a063eca97d1eb53e1ebc38cb8dfed4ce9f874b47c8214fb30250cfa9d44:2023-02-22T17:25:04+07:00',
        'signature' => 'i1cr9QK4IbAB4IK1DGmc60HxVqQMPNCQEDMeWIsJgXPOKP5VFjNDSTxWc7C72Yx7lD2+nCdO1dHChiVcIXcYIQ==',
      ],
    ],
    [
      'name' => 'nicepay-body-hash',
      'kind' => 'body-hash',
      'source' => 'nicepay-dev/nodejs-nicepay test/helper.test.js',
      'note' => 'A compact body.',
      'input' => [
        'body' => '{"merchantId":"IONPAYTEST","originalPartnerReferenceNo":"order1677048512514","originalReferenceNo":"IONPAYTEST07202302221348332909"}',
      ],
      'printed' => [
        'bodyHash' => '14cfc0aa062edc5154e97839b97840208a20c4d25a1fc2d3dc5e4053c39d091a',
      ],
    ],
    [
      'name' => 'nicepay-notification-clientid-only',
      'kind' => 'token',
      'source' => 'nicepay-dev/CSharp-nicepay test/test snap/VerifySignature.cs (also java, golang, nodejs, php READMEs)',
      'note' => 'A notification that is signed as a token request is. Only the public key is published.',
      'input' => [
        'key' => 'nicepay-notify-rsa2048',
        'clientId' => 'TNICEVA023',
        'timestamp' => '2024-08-19T17:12:40+07:00',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'TNICEVA023|2024-08-19T17:12:40+07:00',
        'signature' => 'VoxMPjbcV9pro4YyHGQgoRj4rDVJgYk2Ecxn+95B90w47Wnabtco35BfhGpR7a5RukUNnAdeOEBNczSFk4B9uYyu3jc+ceX+Dvz5OYSgSnw5CiMHtGiVnTAqCM/yHZ2MRpIEqekBc4BWMLVtexSWp0YEJjLyo9dZPrSkSbyLVuD7jkUbvmEpVdvK0uK15xb8jueCcDA6LYVXHkq/OMggS1/5mrLNriBhCGLuR7M7hBUJbhpOXSJJEy7XyfItTBA+3MRC2FLcvUpMDrn/wz1uH1+b9A6FP7mG0bRSBOm2BTLyf+xJR5+cdd88RhF70tNQdQxhqr4okVo3IFqlCz2FFg==',
      ],
    ],
    [
      'name' => 'go-snap-bi-hmac-known-answer-hex',
      'kind' => 'hmac',
      'source' => 'koriebruh/go-snap-bi signing_test.go',
      'note' => 'HMAC-SHA512 alone: the string is no string to sign of the standard.',
      'input' => [
        'secret' => 's3cr3t',
        'stringToSign' => 'POST:/v1.0/access-token/b2b:2026-09-10T10:00:00.000+07:00',
        'encoding' => 'hex',
      ],
      'printed' => [
        'signature' => '40092593b7c6e6e5bf4a09ef346d831089fe3bb46efcdff1a91545e0f01eb064c5b2745b93b157389c39c64a8436c2e8bc07b0d9de723fb76c39c4b8c6c436ff',
      ],
    ],
    [
      'name' => 'sha256-of-empty-body',
      'kind' => 'body-hash',
      'source' => 'several (BCA docs, go-snap-bi, Midtrans demo)',
      'note' => 'The hash of a request without a body.',
      'input' => [
        'body' => '',
      ],
      'printed' => [
        'bodyHash' => 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      ],
    ],
    [
      'name' => 'bca-legacy-body-without-spaces',
      'kind' => 'body-hash',
      'source' => 'BCA developer portal, non-SNAP HMAC section (capture in mseptiaan/snap-aspi-go bca/bca.md)',
      'note' => 'An older dialect takes the spaces out of values before it hashes: a finished slot, made by the caller.',
      'input' => [
        'body' => '{"CorporateID":"BCAAPI2016","SourceAccountNumber":"0201245680","TransactionID":"00000001","TransactionDate":"2016-01-30","ReferenceID":"12345/PO/2016","CurrencyCode":"IDR","Amount":"100000.00","BeneficiaryAccountNumber":"0201245681","Remark1":"TransferTest","Remark2":"OnlineTransfer"}',
      ],
      'printed' => [
        'bodyHash' => 'e3cf5797ac4ac02f7dad89ed2c5f5615c9884b2d802a504e4aebb76f45b8bdfb',
      ],
    ],
  ],
  'refused' => [
    [
      'name' => 'aspi-portal-signature-service',
      'kind' => 'symmetric',
      'source' => 'apidevportal.aspi-indonesia.or.id/api-services/keamanan (Code Snippets)',
      'input' => [
        'secret' => 'xS3vNQQgJRemFF0SZfXkZOq3r7kQ9n5YJgK4Wg0tVCQ=',
        'method' => 'POST',
        'path' => '/api/v1/balance-inquiry',
        'accessToken' => 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJqdGkiOiJhOGQ2YmVkNS05MzdkLTQzZTUtYTlkMi1hYWY0ODFlZjc2YTIiLCJjbGllbnRJZCI6IjZhZTk1N2M0LTI4NjMtNDcxMy1hY2NlLWJhMTJkZTYzNmNmYyIsIm5iZiI6MTYxMTM4NjM4NywiZXhwIjoxNjExMzg3Mjg3LCJpYXQiOjE2MTEzODYzODd9.nUillb6567_zkM6Ys35OOG-YWGoo7Ik1odPJn1tR-ao',
        'body' => "{\n    \"accountNo\" : \"2000200202\",\n    \"clientId\"  : \"962489e9-de5d-4eb7-92a4-b07d44d64bf4\",\n    \"reqMsgId\"  : \"a\"\n}",
        'timestamp' => '2020-01-01T00:00:00+07:00',
        'encoding' => 'hex',
      ],
      'printed' => [
        'signature' => '06a7c024bd3927ecea861ddb8605f96b382cd09e8f0ed71a4c4e8c810627212dd6973ab495b405a14dbad54f9fe23f8873b33ebcc546e2766912b7de4c225ef5',
      ],
      'reason' => 'The printed signature does not follow from the printed inputs.',
    ],
    [
      'name' => 'aspi-portal-signature-auth',
      'kind' => 'token',
      'source' => 'apidevportal.aspi-indonesia.or.id/api-services/keamanan (Code Snippets)',
      'input' => [
        'privateKey' => 'xoiOeVwrNlstGotvioidyzCdnAj5x6KreeTeqbdWFIA=',
        'clientId' => '962489e9-de5d-4eb7-92a4-b07d44d64bf4',
        'timestamp' => '2020-01-01T00:00:00+07:00',
        'encoding' => 'hex',
      ],
      'printed' => [
        'signature' => '07abc7c30d245c0ecce3ef6c2a9ac76cd9ffaf6d0d090773b429c2b97437dc72047f46d9890abb2d6d8af7594ea19787e79ec80e388e2f6225b449c2e4d82e7df50f37c301424aede785935703c1c70235ba4e59f589f571218ce2dce4c061e598f0f38d1ac57f3feb52cf0c31078e3ceee8d796c53983fe1d38ebd71155aaa613700dc21f5a57941b787f921af7d287e72687d5242eb3063d543d5f5923f76db008cf4f56fb9c618f7f4bc8366ae70d88705617487754563e629119013fa0549e6645b397524b3dd2fa7e7f3fe9faf0fbf77da59f566861a3c510241fd4416ab7d0eba42d998e1178da51d607e0ef866607c458837c762323be53827d86e875',
      ],
      'reason' => 'What is printed as the private key has 32 bytes and is no RSA key.',
    ],
    [
      'name' => 'aspi-portal-header-sample',
      'kind' => 'unknown',
      'source' => 'apidevportal.aspi-indonesia.or.id/api-services (every service page)',
      'input' => [],
      'printed' => [
        'signature' => '85be817c55b2c135157c7e89f52499bf0c25ad6eeebe04a986e8c862561b19a5',
      ],
      'reason' => 'A placeholder: 32 bytes are too short for HMAC-SHA512 and for RSA.',
    ],
    [
      'name' => 'midtrans-docs-header-sample',
      'kind' => 'unknown',
      'source' => 'docs.midtrans.com reference pages',
      'input' => [],
      'printed' => [
        'signature' => 'da1fa417c72d6b91c257e01e54fac824',
      ],
      'reason' => 'A placeholder of 16 bytes.',
    ],
    [
      'name' => 'paycloud-docs-transaction',
      'kind' => 'symmetric',
      'source' => 'paycloud.readme.io/reference/symmetric-in-api-services',
      'input' => [
        'secret' => 'ytMOJPatwtPilfsfykSBGplhxtxVSGpqaJaBRgAvzLXqzRrrUIYvaIujDpHYjxeU',
        'encoding' => 'base64',
      ],
      'printed' => [
        'stringToSign' => 'POST:/ordersnap/api/v1.0/qr/qr-mpm-generate:ytMOJPatwtPilfsfykSBGplhxtxVSGpqaJaBRgAvzLXqzRrrUIYvaIujDpHYjxeU/I4WdeQx53UjiYMbWgPONMUXEDrHT4nfTRpehJ9C1mBhH1oivlF+TCx8xj9k2OlJy6AtCR00DR2kW+PvTE5zzx6zHkXR1BHSF61/0YY5aQDMQP2a09wKFWPUFf4RnGckwtP8rehVqw8A=:12f54e59ed57e9ee27a3811351b0e200dd43d96e27b920e7ae9ce384e5fe2d5f:2024-07-06T14:12:50+07:00',
      ],
      'reason' => 'The printed signature does not follow from the printed inputs, and only its beginning is known.',
    ],
    [
      'name' => 'pakailink-docs-body-hash',
      'kind' => 'body-hash',
      'source' => 'pakaidonk.id/dokumentasi-api/symmetric-signature',
      'input' => [
        'body' => '{"partnerServiceId":"12334","customerNo":"318574181222","virtualAccountName":"SetyaWardana","trxId":"2MkdEnmf434udFGuk1hE9sFL49Myv2q4xTQP","virtualAccountTrxType":"C","totalAmount":{"value":"10000.00","currency":"IDR"},"additionalInfo":{"callbackUrl":"http://127.0.0.1:10007/callback/partner","bankCode":"008"}}',
      ],
      'printed' => [
        'bodyHash' => '080fd80881349db059d87cc2a93af2ec9c00c74dac5e97faca0b544732c8de18',
      ],
      'reason' => 'The printed hash does not follow from the printed body.',
    ],
    [
      'name' => 'midtrans-php-readme-notification',
      'kind' => 'asymmetric',
      'source' => 'Midtrans/midtrans-php README.md 3.9',
      'input' => [
        'method' => 'POST',
        'path' => '/v1.0/debit/notify',
        'timestamp' => '2024-10-07T15:45:22+07:00',
      ],
      'printed' => [
        'signature' => 'CgjmAyC9OZ3pB2JhBRDihL939kS86LjP1VLD1R7LgI4JkvYvskUQrPXgjhrZqU2S',
      ],
      'reason' => 'The public key is not printed, the signature only in part.',
    ],
    [
      'name' => 'nicepay-php-hmac',
      'kind' => 'symmetric',
      'source' => 'nicepay-dev/php-nicepay test/NicepayHelperTest.php',
      'input' => [
        'path' => '/api/v1.0/transfer-va/create-va',
        'timestamp' => '2024-10-02T15:47:31+07:00',
      ],
      'printed' => [
        'signature' => 'Fjc+UBrQH7vOZ2XwMvOOT6V/GarzV6LcIdQOojTTaGQf25NrbJ8vuGr/2BDnPy0JrMykwD/PnfkL0mSFMVaCoQ==',
      ],
      'reason' => 'The secret is not printed.',
    ],
    [
      'name' => 'bri-sdk-readme-hex',
      'kind' => 'symmetric',
      'source' => 'bri-oss/bridex-api-php-sdk README.md',
      'input' => [
        'secret' => 'foobar',
        'accessToken' => 'jwy7GgloLqfqbZ9OnxGxmYOuGu85',
        'encoding' => 'hex',
      ],
      'printed' => [
        'signature' => '5c3caab43f550e0f5680d128aca799150cff35a9255038ff5cf07d853a5198b05605759d8639a38b06a43ad5466da18ae22c08bd62238da1116ff26f71c8eb39',
      ],
      'reason' => 'Path, body and timestamp are not printed.',
    ],
  ],
];
