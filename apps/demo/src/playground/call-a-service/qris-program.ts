import { generateKeyPairSync } from 'node:crypto'
import { createClient, idr } from '@x/providers'
import { nicepay } from '@x/providers/nicepay'
import { createSandbox } from '@x/sandbox'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const keys = { clientId: 'SHOP-1', clientSecret: 'not-a-real-secret' }
const bank = createSandbox().provider('nicepay')
bank.registerClient({ ...keys, publicKey })
const pay = createClient(nicepay, {
  environment: 'development',
  ...keys,
  privateKey,
  // In earnest: leave `fetch` out.
  fetch: (url, init) => bank.fetch(new Request(String(url), init)),
})

const [merchantId, storeId, order, amount] = [keys.clientId, 'STORE-1', 'order-1', idr(150_000)]
const made = await pay.call('qr-mpm-generate', {
  body: {
    partnerReferenceNo: order,
    amount,
    merchantId,
    storeId,
    additionalInfo: {
      goodsNm: 'Kopi',
      billingNm: 'Sari Dewi',
      billingPhone: '081200000000',
      billingEmail: 'sari@shop.example',
      billingCity: 'Jakarta',
      billingState: 'DKI Jakarta',
      billingPostCd: '10110',
      billingCountry: 'Indonesia',
      callBackUrl: 'https://shop.example/thanks',
      dbProcessUrl: 'https://shop.example/notify/qris',
      userIP: '127.0.0.1',
      cartData: '{}',
      mitraCd: 'QSHP',
    },
  },
})
if (made.outcome !== 'success' || made.inquiry === undefined) throw new Error(made.meaning.english)
console.log(made.body.qrContent) // draw it as a QR

bank.act({ action: 'pay', reference: order }) // the payer, whom only a sandbox can play
console.log((await pay.inquire(made.inquiry)).transaction) // paid

// The answer to the refund will be lost on its way, after the refund was done.
bank.setFaults([{ kind: 'reset', times: 1, path: '/qr/qr-mpm-refund', after: true }])
const back = await pay.call('qr-mpm-refund', {
  body: {
    originalReferenceNo: String(made.body.referenceNo),
    originalPartnerReferenceNo: order,
    partnerRefundNo: `${order}-refund`,
    merchantId,
    externalStoreId: storeId,
    refundAmount: amount,
    reason: 'Order withdrawn',
    additionalInfo: { cancelType: '1' },
  },
})
console.log(back.outcome, back.transaction) // unknown unknown: do not send it again, ask

// It was the only refund, and of everything: the state of the payment says what became of it.
console.log((await pay.inquire(made.inquiry)).transaction) // refunded
