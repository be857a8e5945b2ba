import { defineProfile } from '../define-profile.js'
import type { ProfileOf } from '../profile.js'
import { type PermataHmacCredentials, permataHmac } from './permata-hmac.js'
import { type PermataOAuthCredentials, permataOAuth } from './permata-oauth.js'
import { permataReply } from './permata-reply.js'
import { type PermataServices, permataServices } from './services.js'

/** What Permata knows a client by. */
export interface PermataCredentials extends PermataOAuthCredentials, PermataHmacCredentials {}

/**
 * Permata (PT Bank Permata), the classic API: OAuth 2.0 with HTTP Basic and an HMAC on every call.
 *
 * @example
 * ```ts
 * import { createClient } from '@x/providers'
 * import { permata } from '@x/providers/permata'
 *
 * const bank = createClient(permata, {
 *   environment: 'test',
 *   clientId: 'shop-1',
 *   clientSecret: 'not-a-real-secret',
 *   apiKey: 'not-a-real-api-key',
 *   staticKey: 'not-a-real-static-key',
 *   organizationName: 'Toko Satu',
 * })
 * console.log(bank.baseUrl) // https://api.pbdevtest.com
 * ```
 *
 * @see https://api.permatabank.com, API documentation, OAuth token (read 2026-11-21)
 */
export const permata: ProfileOf<'test' | 'production', PermataCredentials, PermataServices> = defineProfile({
  id: 'permata',
  name: 'Permata',
  environments: {
    test: { baseUrl: 'https://api.pbdevtest.com' },
    // Told at onboarding.
    production: {},
  },
  token: permataOAuth({ path: '/apiservice/oauth/token' }),
  sign: permataHmac(),
  reply: permataReply,
  services: permataServices,
  evidence: [
    {
      source: 'https://api.permatabank.com (API documentation: signature of the token call, with a sample)',
      checked: '2026-11-21',
      grade: 'documentation',
    },
    {
      source:
        'independent clients without a named repository that agree on paths, the signature of calls and HTTP 403',
      checked: '2026-11-22',
      grade: 'third-party',
    },
  ],
})
