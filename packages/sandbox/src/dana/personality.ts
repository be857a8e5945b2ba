import type { Personality } from '../personality.js'
import { openDanaDesk } from './desk.js'
import { notFoundPath } from './refuse.js'

const checkClient: Personality['checkClient'] = ({ clientId, publicKey }) => {
  if (publicKey === undefined)
    return { field: 'publicKey', message: 'DANA verifies RSA signatures: give the "publicKey" as PEM' }
  if (!/^[\x21-\x7e]{1,36}$/.test(clientId))
    return {
      field: 'clientId',
      message: 'X-PARTNER-ID carries "clientId": at most 36 visible ASCII characters',
    }
  return undefined
}

/** DANA's payment gateway: no access token, an RSA signature on every call. */
export const danaPersonality: Personality = {
  id: 'dana',
  name: 'DANA',
  basePath: '',
  token: undefined,
  knowsNoSecret: true,
  checkClient,
  notFound: notFoundPath,
  openDesk: openDanaDesk,
}
