import { demoPrivateKey, demoPublicKey } from '../parts/demo-keys.js'

/** One DEMO key in the shapes in which keys arrive. */
export type SampleName =
  | 'pem'
  | 'escaped'
  | 'one-line'
  | 'quoted'
  | 'pkcs1'
  | 'bare'
  | 'encrypted'
  | 'public'
  | 'cut'
  | 'path'
  | 'short'

const pem = demoPrivateKey.slice(demoPrivateKey.indexOf('-----BEGIN'))
const base64 = pem.replace(/-----[A-Z ]+-----|\s/g, '')

/** PKCS#8 of a 2048-bit key says 26 bytes more than the PKCS#1 inside it (RFC 5958 section 2). */
const pkcs1 = (): string => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).slice(26)
  const lines = btoa(String.fromCharCode(...bytes)).match(/.{1,64}/g) ?? []
  return ['-----BEGIN RSA PRIVATE KEY-----', ...lines, '-----END RSA PRIVATE KEY-----', ''].join('\n')
}

// The encrypted one: openssl pkcs8 -topk8 -v2 aes-256-cbc -iter 10000
export const samples: Readonly<Record<SampleName, string>> = {
  pem,
  escaped: pem.trim().replaceAll('\n', '\\n'),
  'one-line': pem.trim().replaceAll('\n', ' '),
  quoted: `"${pem.trim().replaceAll('\n', '\\\\n')}"`,
  pkcs1: pkcs1(),
  bare: base64,
  encrypted: `-----BEGIN ENCRYPTED PRIVATE KEY-----
MIIFLTBXBgkqhkiG9w0BBQ0wSjApBgkqhkiG9w0BBQwwHAQIeGWB8DXwYjACAicQ
MAwGCCqGSIb3DQIJBQAwHQYJYIZIAWUDBAEqBBA6WbBbRxk6QkAw8QFcPavvBIIE
0LGI1N5c6qXk7jdjSNmj7ARAA+qwuQhvddUT0zzl36yM7hRIoaCWzhqPHx1PpZCm
LyZ4i5T0vWWsXanl4/yt6oB1GzBSHAV0RaNFAZdY4PW79izJvMh7vLJXXY6lOu5p
EvsO+IztkVRoQWlKEXMe2vVh19YGO/DzfhxWCZ8tBuoDz6QVxu4XqcfmbPfH8RhO
IIMyfiAllenXfnRlfO2LgJLWkMQHWM5QS/w/ul+JVL+KhEHcoem9J9kWxcIjWUHL
sY2S892ryKa7Mfwg7DTvMuxuz9a+2IX3g2RplE1py9HO6BMHpEZ2NqhYZ+unQmYB
Ikj+7HEJZ9yxh0C+UxQUcUQ2AiBwDEQfxsj8le3gs7iCP6yicy4fKmGUyAG++nS+
/tRIY/4eVS9IdkvMSINoCAPuI4s7ZyVh3L49KmHRlSV6N4m7qBHPUcwMxsnnIBrz
4GYaBzPi08jF6WsSPng59Rp06cFiVwrF/JPfsFpCFappol4+7NfQYLHS33b7zSdI
Ob1DMstg46ZcwGEDeiXjgXNxAf4Tglxgdsbb+tm8CynYbpERvY6CyUEV8hlPQTig
TJGzKxEuZzP3SIWzBCJMglwk0420qMhfaAoc5aMsfp9cT5O7QfE95wj+6SzzeHSa
u5uQLRzMNRSWcar5khysh36H2HGNfocd84/CMInBcH7wXCeZNz+wwY+fyrWbWIbG
eZohqeqXNfx2IEdj3sIFPuEKt4ktqXAwVJFEu+d0dsdccXnnUJuC0PV8KW/UhsNp
MOxoz2BBF6uzPAn3HAUsq8RmujRs+F1IOOVi+p0+CuR9Qe+VW1y+eYuQRdWuuWNh
yZ3tVlcoE/YB2kJ0TuF7qeur5idYjbgFmXOWBp8WdarYBrRtjLTBpNTw+i7QA0FS
vS4mjrpmHgjkn3A2QFGRf69c/8yYMSNDFMde2xqaOSmVVm8t+tcm/B6YYDGUMeNM
abkkq7817ZkhT4D8IplBiboDXWzA7z/k0pVZeiG1mF57F0FdhezeIjh4bQHtyDrh
G9tIbF4fETUSLfZQRFIj3kXPVyZQVPAx0stabU0I5tQUN3SiXGVkvgkVNQnguKjL
d9dI0UCqR/qWwWQJzx6uZbjZFIs30QPZiGep6jfOoEJ2Z2pwUDQT5BVMouGkRTH6
Jm/GtS3+POa+yZUMkGW676WcN+ZhIAMnkMwhlc7rBwmXJjw0f7IMRzvbX893AwQp
u4G+Rx53+xfnmpDUNAiWm6U9FikR/9Fs6tIrAR3+Os+FuIUteQQXHNICFTidZU6F
dKNIxrgsduW7v0zEq3ilH9RiZ3+dbFNpY+txWrcRrvV402/IGxyesMjV3HdsTJbF
AnOmqgO3KCu6pz9VjvBO7OPJ3HcDN5gh8xhXJbSHe6PkLOxDkIJd/GEM0VdmA5nW
zJljDy+gHa/osUmNiPEgbPHN4fC5JvlyJX2uC5dU7fF1LHGARkeAXyWxqtN0KROp
1qpci8kUQqOvA1rrErewqxiNY2LiS+Dstfb0yBDXmiP2ngCsv40irIAJkV5ZBM72
QU00E/zRj8MT+Lg0rj6xhWVKnXSTZ9cZ0Nd07uZKUratmdP2TDSeK/bTd6yDcJmB
Krf2tfTSLhkGOwqnnrmG3LOCSeh1Q0qx1rbnwbbFebF+
-----END ENCRYPTED PRIVATE KEY-----
`,
  public: demoPublicKey,
  cut: pem.split('\n').slice(0, 12).join('\n'),
  path: '/etc/secrets/snap-private.pem',
  short: 'q8Zl0mN3bB5xR7tY1uI4oP6aS9dF2gH8jK0lZ3xC5v==',
}

/** What opens the encrypted one. */
export const samplePassphrase = 'demo-passphrase'
