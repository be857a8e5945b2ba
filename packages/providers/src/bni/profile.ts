import { defineProfile } from '../define-profile.js'
import type { ProfileOf } from '../profile.js'
import { type BniJwsCredentials, bniJws } from '../schemes/bni-jws.js'
import { bniReply } from '../schemes/bni-reply.js'
import { type OAuthBasicCredentials, oauthBasic } from '../schemes/oauth-basic.js'
import type { TokenScheme } from '../token-scheme.js'
import { type BniServices, bniServices } from './services.js'

type EnvironmentName = 'production' | 'sandbox' | 'development' | 'testing'

/** What BNI's portal gives an application: an OAuth client, an API key with its secret, and the application's own name. */
export interface BniCredentials extends OAuthBasicCredentials, BniJwsCredentials {}

/**
 * BNI (PT Bank Negara Indonesia), the classic API: OAuth 2.0 with HTTP Basic, calls signed with a JWS in the body.
 *
 * @example
 * ```ts
 * import { createClient } from '@x/providers'
 * import { bni } from '@x/providers/bni'
 *
 * const bank = createClient(bni, {
 *   environment: 'sandbox',
 *   clientId: 'shop-1',
 *   clientSecret: 'not-a-real-secret',
 *   apiKey: 'not-a-real-key',
 *   apiSecret: 'not-a-real-secret-either',
 *   appName: 'My Shop',
 * })
 * console.log(bank.baseUrl) // https://sandbox.bni.co.id
 * ```
 *
 * @see BNI digital services documentation, get token (September 2021)
 */
interface BniProfile extends ProfileOf<EnvironmentName, BniCredentials, BniServices> {
  readonly token: TokenScheme<OAuthBasicCredentials>
}
export const bni: BniProfile = defineProfile({
  id: 'bni',
  name: 'BNI',
  environments: {
    production: { baseUrl: 'https://api.bni.co.id' },
    // The document of September 2021 names port 8067; the SDKs since 2023-09 use the host without a port.
    sandbox: { baseUrl: 'https://sandbox.bni.co.id' },
    development: { baseUrl: 'https://newapidev.bni.co.id:8066' },
    testing: { baseUrl: 'https://newapidev.bni.co.id:8065' },
  },
  token: oauthBasic({ path: '/api/oauth/token', encoding: 'raw', lifetimeSeconds: 3599 }),
  sign: bniJws({ inBody: ['/H2H/v2/'], inHeader: ['/p2pl/v2.1/', '/rdn/v2.1/', '/rdf/v2.1/'] }),
  reply: bniReply,
  services: bniServices,
  evidence: [
    {
      source: 'https://digitalservices.bni.co.id/documentation/public (token, September 2021; ports)',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source: 'https://digitalservices.bni.co.id/documentation/services/1 (get balance, envelope)',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source: 'https://github.com/bni-api (base URLs, signatures, services; SDKs for Node, PHP and Python)',
      checked: '2026-11-21',
      grade: 'sdk',
    },
    {
      source:
        'https://github.com/cdw1p/BNI-H2H-Services (answers of the sandbox, October 2021; states of payments)',
      checked: '2026-11-21',
      grade: 'third-party',
    },
  ],
})
