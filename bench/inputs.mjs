import { generateKeyPairSync } from 'node:crypto'

const item = (index) => ({
  partnerReferenceNo: `2020102900000000000${String(index).padStart(3, '0')}`,
  amount: { value: '12345678.00', currency: 'IDR' },
  virtualAccountName: 'Jokul Doe',
  remark: 'Pembayaran tagihan',
})

/** Compact JSON of strings only, so that a JSON round trip gives back the same text: every contender may be compared. */
const bodyOf = (size) => {
  const items = []
  while (JSON.stringify({ items: [...items, item(items.length)], fill: '' }).length <= size)
    items.push(item(items.length))
  const fill = 'x'.repeat(size - JSON.stringify({ items, fill: '' }).length)
  return JSON.stringify({ items, fill })
}

const sized = (size) => {
  const text = bodyOf(size)
  const object = JSON.parse(text)
  return { text, object, pretty: JSON.stringify(object, null, 2), bytes: Buffer.from(text) }
}

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** What every contender signs. The key is made anew in each run. */
export const inputs = {
  small: sized(1024),
  large: sized(100 * 1024),
  method: 'POST',
  path: '/v1.0/transfer-va/create-va',
  clientId: '962489e9-de5d-4eb7-92a4-b07d44d64bf4',
  // As long as a token of the first provider (a JWT of 190 characters).
  accessToken: `${'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.'.repeat(4)}c2FtcGxlLXNpZ25hdHVyZS1vZi00Mi1ieXRlcy1vaw`,
  timestamp: '2020-12-17T10:55:00+07:00',
  secret: '9f1c2a7be05d4f66b0a93a1cfd1a5e0c8d7b6a5948372615',
  privateKey: pair.privateKey,
  publicKey: pair.publicKey,
  privatePem: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  publicPem: pair.publicKey.export({ type: 'spki', format: 'pem' }),
}
