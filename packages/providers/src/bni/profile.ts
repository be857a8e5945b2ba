import { defineProfile } from '../define-profile.js'
import type { Environment, Profile } from '../profile.js'
import { type OAuthBasicCredentials, oauthBasic } from '../schemes/oauth-basic.js'
import type { TokenScheme } from '../token-scheme.js'

type EnvironmentName = 'production' | 'sandbox' | 'development' | 'testing'

/**
 * BNI (PT Bank Negara Indonesia), the classic API: OAuth 2.0 with HTTP Basic.
 *
 * @example
 * ```ts
 * import { createClient } from '@x/providers'
 * import { bni } from '@x/providers/bni'
 *
 * const bank = createClient(bni, { environment: 'sandbox', clientId: 'shop-1', clientSecret: 'not-a-real-secret' })
 * console.log(bank.baseUrl) // https://sandbox.bni.co.id
 * ```
 *
 * @see BNI digital services documentation, get token (September 2021)
 */
interface BniProfile extends Profile {
  readonly environments: Readonly<Record<EnvironmentName, Environment>>
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
  evidence: [
    {
      source: 'https://digitalservices.bni.co.id/documentation/public (token, September 2021; ports)',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    { source: 'https://github.com/bni-api (base URLs)', checked: '2026-11-21', grade: 'sdk' },
  ],
})
