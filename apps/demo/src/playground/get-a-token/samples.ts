import type { Values } from './door.js'

/** What stands in the fields at first sight. The secret has what HTTP Basic is commonly spoilt by: signs that a form encodes. */
export const samplesWith = (privateKey: string): Values => ({
  clientId: 'DEMO-SHOP',
  clientSecret: 'DEMO/secret+with=signs',
  privateKey,
  apiKey: 'DEMO-key-8d2f6b10',
  staticKey: 'DEMO-static-key-5b1e77',
  channelId: '95221',
})
