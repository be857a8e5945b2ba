import { fingerprint, importPublicKey, type PublicKey } from '@x/snap-signature'
import { SandboxError } from './errors.js'

/** A client as the provider knows it: what a merchant would enter in the provider's portal. */
export interface SandboxClient {
  readonly clientId: string
  /** Required, but by a provider that knows its clients by their keys alone. */
  readonly clientSecret?: string
  /** PEM of the RSA public key; required where the provider verifies RSA signatures. */
  readonly publicKey?: string
  readonly apiKey?: string
  readonly apiSecret?: string
  readonly partnerId?: string
  /** The HMAC key of Permata. */
  readonly staticKey?: string
  /** What Permata's `organizationname` carries. */
  readonly organizationName?: string
}

export interface RegisteredClient extends Omit<SandboxClient, 'publicKey'> {
  /** Empty where the provider knows its clients without one. */
  readonly clientSecret: string
  readonly publicKey: PublicKey | undefined
}

export interface ClientProblem {
  readonly field: keyof SandboxClient
  readonly message: string
}

/** What may be shown of a client. */
export interface ClientSummary {
  readonly clientId: string
  readonly publicKeyFingerprint: string | undefined
}

const optionalText = [
  'publicKey',
  'apiKey',
  'apiSecret',
  'partnerId',
  'staticKey',
  'organizationName',
] as const
const fields: readonly string[] = ['clientId', 'clientSecret', ...optionalText]

/**
 * Checks a client and imports its key, so that a mistake shows here and not as a refused signature.
 *
 * @throws SandboxError `ERR_SANDBOX_CLIENT`
 */
export const readClient = (
  given: unknown,
  {
    knowsNoSecret,
    check,
  }: {
    readonly knowsNoSecret: boolean
    readonly check: (client: RegisteredClient) => ClientProblem | undefined
  },
): RegisteredClient => {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badClient('clientId', 'A client must be an object with "clientId" and "clientSecret"')
  const client = given as Record<string, unknown>
  for (const name of Object.keys(client))
    if (!fields.includes(name))
      throw badClient(name.slice(0, 40), `A client has no such field; it has ${fields.join(', ')}`)
  const clientId = requiredText(client, 'clientId')
  const isSecretless = knowsNoSecret && client['clientSecret'] === undefined
  const clientSecret = isSecretless ? '' : requiredText(client, 'clientSecret')
  const texts: Partial<Record<(typeof optionalText)[number], string>> = {}
  for (const name of optionalText) if (client[name] !== undefined) texts[name] = requiredText(client, name)
  const { publicKey, ...others } = texts
  const read = {
    clientId,
    clientSecret,
    ...others,
    publicKey: publicKey === undefined ? undefined : readKey(publicKey),
  }
  const problem = check(read)
  if (problem !== undefined) throw badClient(problem.field, problem.message)
  return read
}

export const summaryOf = ({ clientId, publicKey }: RegisteredClient): ClientSummary => ({
  clientId,
  publicKeyFingerprint: publicKey && fingerprint(publicKey),
})

const requiredText = (client: Record<string, unknown>, field: string): string => {
  const value = client[field]
  if (typeof value !== 'string' || value === '')
    throw badClient(field, `"${field}" must be a non-empty string`)
  return value
}

/** 1024 bits, because a provider's development keys may have no more. */
const readKey = (text: string): PublicKey => {
  try {
    return importPublicKey(text, { minimumBits: 1024 })
  } catch (error) {
    throw badClient('publicKey', error instanceof Error ? error.message : 'The public key cannot be read')
  }
}

const badClient = (field: string, message: string): SandboxError =>
  new SandboxError({ code: 'ERR_SANDBOX_CLIENT', detail: { field }, message })
