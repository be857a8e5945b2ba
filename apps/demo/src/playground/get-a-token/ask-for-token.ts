import { type AnyClient, ProviderError } from '@x/providers'
import type { Ending, Surroundings } from './door.js'

/** Asks a client for its token; what the world refuses is an ending, what the caller did wrong is thrown. */
export const askForToken = async (
  { accessToken }: Pick<AnyClient, 'accessToken'>,
  { now }: Surroundings,
): Promise<Ending> => {
  try {
    const { value, expiresAt } = await accessToken()
    return { kind: 'token', length: value.length, expiresAt, receivedAt: now() }
  } catch (error) {
    return endingOf(error)
  }
}

/** @throws what was given, where it says that the caller's own input cannot work */
export const endingOf = (error: unknown): Ending => {
  if (!(error instanceof ProviderError) || error.code === 'ERR_PROVIDER_CREDENTIALS') throw error
  const { code: errorCode, message } = error
  const { responseCode, responseMessage, clockSkewMs } =
    error.code === 'ERR_PROVIDER_REFUSED'
      ? error.detail
      : { responseCode: undefined, responseMessage: undefined, clockSkewMs: undefined }
  return { kind: 'refused', errorCode, message, responseCode, responseMessage, clockSkewMs }
}
