/**
 * Keys for this site alone, made for it with `openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048`. Everybody
 * knows them: no provider would be right to take them.
 */

/** What the samples are signed with; the page's sandbox knows its public half. */
export const demoPrivateKey: string = `DEMO KEY: everybody knows it, use it nowhere else
-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC2iwpAm7YO7SxZ
LhsWSrswyL8zlXuBmO4Hf0Pa+N9T9t/Lqv7CDgJ/LQITA7diSNCh6R5TN9chVNCg
2aLJ7REVNMGYMJE2NdAhUW1agodfhTlQIWYZcEl0RlJXvOLS/Mo/n3TOWrmN/pAe
cobXOi5a2f9JcRrjB2hVbFfr8ALZ5KWB+7na0oFUOE84QbGcMOt1EpTjeWiDPG1E
5ymUqsu8kF9W9X0VPufnoHkrE5JEig6Ig4nIL2FDVuQAzkl1Os0gJgzNk/M8sYgg
L6kqtSNDHo/vCRfBkh70Bcc49veef/piQ4tI/92WU5zOHnYJfJxFGXQOI9Us4tUm
dnYgVDo/AgMBAAECggEACL8XFysUKUPuTORGJ6ZzW1jgZx7W+PSJwdyJtPYZcU2n
bHv9fUaBknQRdjVxNdQ1AZpeDxu3raEBkWt21C5ik/21TE8Aw4mxjB8kL7gzDKh2
q2MQ9Xq+skO6Ufo6yLmUZpcD2EKwQwr6/yfP/oO1po8XydORt7tqTDQxmZxO7qoO
uJf8IRG+0lU8fBD8N+oJTr7WNFSxs+2o0QKY0bJPx1Jffzf7JVNBVyaOClgh80J9
LEAiWw48gGgoR/ScycNVLctNlKe6wyyQMPXI3XFfJb+zIyswBDmuMKLYIlZtj5fw
QcqY1hV9SwRFFMuk3bHztwTt1z6dLZNCFSSlIWr0BQKBgQDmBLJwTIvdtyebj/Dc
4RvGWaBCkEBbKluYt7++QdhYwlwP2f3+G3uo0SuPuGU2TmVRDtbfOOLKZey1Xlmq
p+lkU0samuQaHTJl9NTJau8vQTbN6nvpUA64WnS0zOvmNXmFebT34m8rqF2l4WSN
XTXXjaVDaUafIl/oiFNsvIFdPQKBgQDLKYfI5HGcgD3eF+lTgmOKKSvxZ/qke7o/
0tZRAgxHcjIfxn1sooawAbCq0X5NxX313uAgajYxUI4QkfEkeKihriY0CETaqpBt
eADfL+QDwk016lQZas/ujoD2Y9hQVOp6lTJVjLgfQM/DLbk3Yly/HvbmBYBVgfMk
rHrsvhrlKwKBgHj8737yRH+S31qME/2ayqlCa3GXvsI1PYjO3iSNLedCFHqiB1+p
xRm/LFKkg1hVVCWW0J8JpQEhK6kav79sIu+KgG62GlVCFkhax7JKdRU+ED2voQ3P
9m4x5kFTqKGmbw0uP2pDyIYGQXwHWoShCrke4FbdATCjPB9r1bXUUZdhAoGBAK5l
AxM2zjO6feElA3xVBB84QmliiWwibXmWAbTeHi5CX7aZC1dymE2D1eR8GoCmE/84
B4qrwcNJU/nzXV2iWZcYR+EIbBqMqZfemFj94iw74U1zzidXYhB0sU1P3gLvMaxy
YBfByNfDKdVwbXqWa+j/qo8/j69W8qG7kXWhprKrAoGAcS5+5JvHjICmPdlP4/j9
HdpMpBGJ16T4DgTVkx9FhZARNLwvD/TY8B9Hu/PXz1cKmaOI7OqR0JsCLYxM/LHu
gmPf2nABOgEVN3y/7SQHWhZrUtIfQHM4p/1d7sNSR6Bl/C6Y9JMSY3vZYbZy0tTd
D14t9zm5L7+UTiKRvFGfos4=
-----END PRIVATE KEY-----
`

/** Another pair: what signs when the wrong key is taken. */
export const otherPrivateKey: string = `DEMO KEY: another one, everybody knows it
-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQCiSR6RSEwSwX9x
HuXWPOOZFLjluGI73gXDtYuNDst3oT8ViphYWS2xOYwTGbrCijBedOOe+ao4GBvz
0hUs8gfTnTu+AZa1embOppld+vb/NJrc5ulW9Lf0uhILT04EBFFTg81QdYk+zo4g
y8yDCJVfQPWC2YmLQ1Lhe/Hyfb/5Nl1ubmcX7ZZLl+3/3LgJjzGM8Byx9PDow6HW
OX7u+EIsTFxAxVi9oS1N8hcPoc85nrDeH8nZkglh8eOZn1spMirIkbYW8MfxSKGd
LCAX8wvUCap+YXF8Wo3slAcx0RZkeB9FbL22Gx7fIZs79IUUnty7FTNNnK1KUUBl
Koei3fR9AgMBAAECggEAMApWLqrIvkqil9GONzfqJjBQtcw55EAK088jwvuMttq4
an+PLqQjlxGSijr1Is62l9ehZDfDMHzOlYRsuVPihj3G6C3fN9TGp0kBIKWAxbaE
W31NuOyTojIM0mVFEoJWstLTDgzlNn796u55mZaKZVq88uHDykKBP/epfV/FWxfI
k20K2WP8NE/JjVuh36VoUuVuW5dGuWchjjAjcCCk34pP2llOx4g6OSawUILhLh66
vZD3jKlnQTPZCPMOFzkpbgbAgt/j05QRHpuedWBzAGqSITJ2qwe8AFxzz+zYiiAb
/AxbMH27mTq0Z8YcghZDacGEwB9JlP1/OBYNNNpdfwKBgQDUi/b/PqRD4p2inTZE
u+CEcZt6krlTsNpu+uBvyc2lLViPEZpPgqHlXU3BDL/U0vUS/yR/V7clooenqAeI
7dITti4E2//BiQw+qfheQEPBxwDtF9olThD2+On8TK1pUnekskMahku6/Gicpc89
s8Z0Hau2k8ihLG3i2+rpzpjMLwKBgQDDdqTmdfju9u92ddPVWWVw/ZCQZm14JKdp
sXnUH+guKgbYFOZ4aVwP4xCcxrpyyK4ho0MxJnuxCS7qxiikRlnH1+XW4czkm3L8
rqsCz5BoHmRUVzhvrUhXnlsO8p3T3ZZVHFNkPv4bmCnyTT8lG1xUvf4kNVg5bTLp
coJPOzHDEwKBgGHD06QKa0JyfXGsAKdTB+3D1/Fkhexx/7dmnE+vMnFUz1RXk3QZ
MWCwLzCqLZ62PlYzl9UfQrYD8YPzrSuVwLiiZr6DdzvNTx2PzxeDVedPIyTrgMMC
CpmfWvlbR7SXY0MVX/pWZYUnzvKm7hGCnLkSYMaFaZaBOjZMU9yh0/SvAoGAUOWl
0gw5fw2Mhka16bMaHO2VC26ZGARzlXbyqSybd5/FPWFJEcTpaVnc4kYNnLwZ9aoQ
gSMgRmE6nchtwa+sMN3WLl0948/Cg3n3JS6q4azScWW34eCh9EGCBmm7kJhBQ/B5
QyAfI2SS18nIvJ7aU+hearX5Uas0SxIthIVHTykCgYAoqqCdZKkAcmOPIL/ATUFj
mxg8EQ4DJefMXn3Z1gyrmS1ex9dy77jBoDoBhm9qpQJiKAr96FpEJxoglu+XjCtW
pgvzJfBw4qEkLMTSv3rcjvOQZjW2Sp2NwqyxstbjGuNrgFaFReQ/VJ3D+OpJJoWH
85rXIqd3ylYmPJoAgnhmXA==
-----END PRIVATE KEY-----
`

/** The public half of the first, as it would be handed to a provider. */
export const demoPublicKey: string = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtosKQJu2Du0sWS4bFkq7
MMi/M5V7gZjuB39D2vjfU/bfy6r+wg4Cfy0CEwO3YkjQoekeUzfXIVTQoNmiye0R
FTTBmDCRNjXQIVFtWoKHX4U5UCFmGXBJdEZSV7zi0vzKP590zlq5jf6QHnKG1zou
Wtn/SXEa4wdoVWxX6/AC2eSlgfu52tKBVDhPOEGxnDDrdRKU43logzxtROcplKrL
vJBfVvV9FT7n56B5KxOSRIoOiIOJyC9hQ1bkAM5JdTrNICYMzZPzPLGIIC+pKrUj
Qx6P7wkXwZIe9AXHOPb3nn/6YkOLSP/dllOczh52CXycRRl0DiPVLOLVJnZ2IFQ6
PwIDAQAB
-----END PUBLIC KEY-----
`

/** What the sandbox of the page knows its client by. */
export const demoClient = {
  clientId: 'DEMO-SHOP',
  clientSecret: 'DEMO-secret-3f1c9a7e5b2d48609c1e',
  apiKey: 'DEMO-key-8d2f6b10',
  apiSecret: 'DEMO-hmac-key-71c04e9ab35f',
  staticKey: 'DEMO-static-key-5b1e77',
  organizationName: 'DEMO Toko Satu',
} as const
