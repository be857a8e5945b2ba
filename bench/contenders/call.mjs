import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { createClient } from '../../packages/providers/dist/index.js'
import { nicepay } from '../../packages/providers/dist/nicepay.js'
import { awaited } from './contender.mjs'

const answer = JSON.stringify({
  responseCode: '2004700',
  responseMessage: 'Successful',
  referenceNo: 'IONPAYTEST08202611221030450001',
  partnerReferenceNo: 'order-1',
  qrContent: '00020101021226680016ID.CO.EXAMPLE.WWW'.repeat(8),
})

/** In a process of its own: what it spends is not ours. */
const bank = `
  const answer = ${JSON.stringify(answer)}
  const server = require('node:http').createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length })
      response.end(answer)
    })
  })
  server.keepAliveTimeout = 600000
  server.listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)))
  process.stdin.resume().on('end', () => process.exit())
`

const openBank = async () => {
  const child = spawn(process.execPath, ['--eval', bank], { stdio: ['pipe', 'pipe', 'inherit'] })
  const port = await new Promise((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
  child.unref()
  for (const stream of [child.stdin, child.stdout]) stream.unref()
  return `http://127.0.0.1:${port}/nicepay`
}

const body = {
  partnerReferenceNo: 'order-1',
  amount: { value: '150000.00', currency: 'IDR' },
  merchantId: 'IONPAYTEST',
  storeId: 'NICEPAY',
  validityPeriod: '2026-11-22T10:40:45+07:00',
  additionalInfo: {
    goodsNm: 'Coffee beans',
    billingNm: 'Sari Dewi',
    billingPhone: '081200000000',
    billingEmail: 'sari@shop.example',
    callBackUrl: 'https://shop.example/return',
    dbProcessUrl: 'https://shop.example/notify/qris',
    userIP: '127.0.0.1',
    mitraCd: 'QSHP',
    cartData: JSON.stringify({ count: '1', item: [{ goods_name: 'Coffee', goods_amt: '150000.00', goods_quantity: '1' }] }),
  },
}

/** A signed call of one service and the same bytes by `fetch`, on warm connections, the token cached. */
export const call = async () => {
  const baseUrl = await openBank()
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const token = { value: 'x'.repeat(190), version: '1', expiresAt: Number.MAX_SAFE_INTEGER }
  const client = createClient(nicepay, {
    environment: 'development',
    baseUrl,
    clientId: 'IONPAYTEST',
    clientSecret: 'not-a-real-secret',
    privateKey,
    tokens: { get: async () => token, peek: () => token },
  })
  const { url, ...request } = (await client.prepare('qr-mpm-generate', { body })).request()
  return [
    awaited('fetch of the same bytes', async () => (await fetch(url, { ...request, redirect: 'manual' })).text(), {
      read: (text) => JSON.parse(text).referenceNo,
    }),
    awaited('ours', () => client.call('qr-mpm-generate', { body }), { read: ({ body: { referenceNo } }) => referenceNo }),
  ]
}
