import type { SignInputs } from './sign-inputs.js'

/** What is written into both texts beside the inputs. */
export interface CallText {
  readonly inputs: SignInputs
  /** Scheme and host, without a path. */
  readonly baseUrl: string
  /** Of the private key in the field: below 2048 the import has to allow it. */
  readonly keyBits?: number | undefined
}

/** An address that nobody has (RFC 2606): a reader puts the provider's own in its place. */
export const sampleBaseUrl = 'https://api.bank.example'

/** Where the standard has the token endpoint of service 73. */
export const tokenPath = '/v1.0/access-token/b2b'

export const tokenBody = '{"grantType":"client_credentials","additionalInfo":{}}'

/** Whether a method may carry a body, by the Fetch standard. */
export const hasBody = ({ method, body }: SignInputs): boolean => body !== '' && method !== 'GET'

/** Headers of a transaction that no signature covers; each provider hands out its own values. */
export const unsignedHeaders: readonly (readonly [name: string, value: string])[] = [
  ['X-PARTNER-ID', 'your-partner-id'],
  ['X-EXTERNAL-ID', '41807553358950093184162180797837'],
  ['CHANNEL-ID', '95221'],
]
